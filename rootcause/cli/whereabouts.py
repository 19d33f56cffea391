"""Where a command is run, where its cases lie, and how to name a case on a command line."""

from __future__ import annotations

import os
import shlex
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


def store_at(cases: str | None) -> CaseStore:
    """The folder of cases that an option, the environment or a settings file names."""
    from rootcause.case.location import cases_folder
    from rootcause.case.store import CaseStore

    return CaseStore(cases_folder(None if cases is None else Path(cases), os.environ, here()))


def command(name: str, case: str, cases: str | None) -> str:
    """A command on that case, to be typed as it stands; `cases` is what the option said."""
    elsewhere = "" if cases is None else f" --cases {shlex.quote(cases)}"
    return f"rootcause {name} {shlex.quote(case)}{elsewhere}"
