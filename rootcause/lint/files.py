"""Which files are looked at: those that are named, and the questionnaires in the folders that are named."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from rootcause.errors import RootcauseError, UnreadableInput
from rootcause.source import reading

ENDINGS: Final = (".yaml", ".yml")
_SKIPPED: Final = frozenset({".git", ".hg", ".venv", "venv", "node_modules", "__pycache__"})
# A key of ours at the beginning of a line; other YAML in the folder is none of our business.
_OURS: Final = re.compile(rb"^(?:\xef\xbb\xbf)?(?:rootcause|sections)[ \t]*:", re.MULTILINE)


def find(
    named: Sequence[str], *, excluded: Callable[[str], bool] = lambda _: False, force: bool = False
) -> tuple[str, ...]:
    """The files to look at, sorted, each once, as they would be written on the command line.

    A named file counts whatever it holds, an excluded one too unless `force`. In a named folder, also in those below
    it, the YAML files that have a key `rootcause` or `sections` count. Raises RootcauseError for a path that is not
    there.
    """
    found: dict[str, None] = {}
    for name in named:
        path = Path(name)
        if path.is_dir():
            found.update(dict.fromkeys(one for one in _inside(path) if not excluded(one)))
        elif not os.path.lexists(path):
            raise reading.failure(path, FileNotFoundError())
        elif not (force and excluded(name)):
            found[name] = None
    return tuple(sorted(found))


def _inside(folder: Path) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED)
        for name in sorted(names):
            if name.endswith(ENDINGS) and is_ours(path := os.path.join(where, name)):  # noqa: PTH118  # of many files
                yield path


def is_ours(path: str) -> bool:
    """Whether a YAML file is a questionnaire or a part of one; one that cannot be read is left for others to judge."""
    try:
        data = reading.read_bytes(Path(path), limit=reading.LIMIT)
    except UnreadableInput:
        return False
    return _OURS.search(data) is not None


def none_found(named: Sequence[str]) -> RootcauseError:
    """What to say when there is nothing to look at."""
    where = " or ".join(f'"{name}"' for name in named)
    return RootcauseError(f"there is no questionnaire in {where}", hint="name a file, or the folder that holds them")
