"""What the file system says of files, by which a change shows without reading them.

A stamp tells two contents of a file apart unless both were written within one tick of the clock of the file system. So
one that is younger than the slowest tick is not kept, and its file is read again the next time (as git does it).
"""

from __future__ import annotations

import os
from typing import Final

Stamp = tuple[int, int, int, int]
"""When it was written, when anything about it changed, both in nanoseconds since 1970; its size, its number."""

UNSURE: Final[Stamp] = (-1, -1, -1, -1)
"""What no file has."""

TICK: Final = 2_000_000_000
"""In nanoseconds: that of the slowest clock in use, the one of FAT."""

_LARGEST: Final = 2**63 - 1
"""SQLite holds no larger number; as a time it is the year 2262."""


def stamp_of(path: str) -> Stamp:
    """The stamp of a file; UNSURE when there is none."""
    try:
        about = os.stat(path)  # noqa: PTH116  # of many paths
    except (OSError, ValueError):
        return UNSURE
    return stamp_of_found(about)


def stamp_of_found(about: os.stat_result) -> Stamp:
    """The stamp of a file at which was looked."""
    written, changed = min(about.st_mtime_ns, _LARGEST), min(about.st_ctime_ns, _LARGEST)
    return written, changed, about.st_size, about.st_ino & _LARGEST


def settled(stamp: Stamp, looked_at: int) -> Stamp:
    """The stamp to keep of a file that was read after that moment; UNSURE when it may change again and look the same.

    No time that anybody sets helps: who sets when a file was written changes the second time to now.
    """
    return stamp if 0 < max(stamp[:2]) <= looked_at - TICK else UNSURE
