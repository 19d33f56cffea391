"""Where the cases of a command lie."""

from __future__ import annotations

import os
from pathlib import Path

from rootcause.case.location import cases_folder
from rootcause.case.store import CaseStore


def store_at(cases: str | None) -> CaseStore:
    """The folder of cases that an option, the environment or a settings file names."""
    return CaseStore(cases_folder(None if cases is None else Path(cases), os.environ, Path.cwd()))
