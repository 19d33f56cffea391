"""Where a command is run, where its cases lie, and how to name a case on a command line."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rootcause.errors import RootcauseError

if TYPE_CHECKING:
    from rootcause.case.store import CaseStore


def here() -> Path:
    """The current folder."""
    try:
        return Path.cwd()
    except OSError as error:
        raise RootcauseError(
            "the folder that you are in cannot be found; it was moved or deleted", hint="go to another one: cd ~"
        ) from error


def project(cwd: Path, environ: Mapping[str, str]) -> Path:
    """Where the paths start that programs are told: in CI at the top of the checkout, elsewhere here."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        root = environ.get(name)
        if root and cwd.is_relative_to(root):
            return Path(root)
    return cwd


def store_at(cases: str | None) -> CaseStore:
    """The folder of cases that an option, the environment or a settings file names."""
    from rootcause.case.location import cases_folder
    from rootcause.case.store import CaseStore

    return CaseStore(cases_folder(None if cases is None else Path(cases), os.environ, here()))


def command(name: str, case: str, cases: str | None) -> str:
    """A command on that case, to be typed as it stands; `cases` is what the option said."""
    elsewhere = "" if cases is None else f" --cases {shlex.quote(cases)}"
    return f"rootcause {name} {shlex.quote(case)}{elsewhere}"
