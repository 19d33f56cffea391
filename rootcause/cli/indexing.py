"""The index of all cases, as the commands use it: where it lies, and what could not be read for it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from rootcause.cli.case_reader import CaseReader
from rootcause.cli.output import say
from rootcause.cli.reporting.moment import epoch
from rootcause.cli.whereabouts import here, store_at
from rootcause.errors import RootcauseError
from rootcause.index.database import index_file
from rootcause.index.index import Index, open_index

__all__ = ["CaseReader", "file_for", "index_at", "tell_problems", "today"]

_LISTED_AT_MOST: Final = 20


def today(environ: Mapping[str, str]) -> date:
    """The day on which something is overdue or not: that of SOURCE_DATE_EPOCH, else that of this machine."""
    moment = epoch(environ)
    return datetime.now().astimezone().date() if moment is None else moment.date()


def index_at(cases: str | None) -> Index:
    """The index of the folder of cases that an option, the environment or a settings file names, up to date."""
    from rootcause.edition import edition

    root = store_at(cases).root
    if cases is not None and not root.exists():
        raise RootcauseError(f"there is no folder {root}", hint="--cases names the folder in which the cases lie")
    reader = CaseReader(here(), today(os.environ))
    return open_index(root, reader, file=file_for(root), edition=edition(), tell=_tell_reading)


def file_for(root: Path) -> Path:
    """Where the index of a folder of cases lies."""
    from platformdirs import user_cache_path

    return index_file(user_cache_path("rootcause", appauthor=False), root)


def tell_problems(index: Index) -> int:
    """Say which cases could not be read; how many they are."""
    problems = index.problems
    for one in problems[:_LISTED_AT_MOST]:
        say(f"could not read {one.case_id}: {one.message}")
    if len(problems) > _LISTED_AT_MOST:
        say(f"and {len(problems) - _LISTED_AT_MOST:,} more could not be read; `rootcause cases` lists them")
    return len(problems)


def _tell_reading(count: int) -> None:
    say(f"reading {count:,} cases that are new or have changed ...")
