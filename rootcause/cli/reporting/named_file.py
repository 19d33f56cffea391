"""Files that an option or a theme names, which are read from their path and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rootcause.errors import UnreadableInput


@contextmanager
def reading(path: Path, what: str) -> Iterator[None]:
    """Give what is no file a hint that fits a `what`: no folder of them is searched, and none comes from a pipe."""
    try:
        yield
    except UnreadableInput as error:
        if path.is_dir():
            raise UnreadableInput(error.message, hint=f"name the {what} in it") from error
        if path.exists() and not path.is_file():
            raise UnreadableInput(error.message, hint=f"save the {what} as a file and name that") from error
        raise
