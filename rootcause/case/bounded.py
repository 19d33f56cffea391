"""Reading a file of which nothing is known: it may be a pipe, a device, a folder, or larger than memory."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from rootcause.case.faults import in_words
from rootcause.errors import CaseError

LARGEST_CASE = 50_000_000
"""In bytes; a case of a thousand long answers has about one million."""


def read_text(path: Path, limit: int = LARGEST_CASE) -> str:
    """The text of a regular UTF-8 file of at most `limit` bytes. Raises CaseError, never waits for a writer."""
    # Path.open takes no opener.
    with in_words(f"could not read {path}"), open(path, "rb", opener=_open_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise CaseError(f"{path} is no regular file; expected text", hint="check the path")
        data = file.read(limit + 1)
    if len(data) > limit:
        raise CaseError(f"{path} has more than {limit:,} bytes; expected less", hint="check the path")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CaseError(
            f"{path}:{line}: byte {error.start + 1} is not UTF-8; expected text in UTF-8",
            hint="save the file as UTF-8 with an editor, or put back a copy from your backup",
        ) from error


def _open_at_once(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
