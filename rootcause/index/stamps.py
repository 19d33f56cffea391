"""What the file system says of files, by which a change shows without reading them.

A stamp tells two contents of a file apart unless both were written within one tick of the clock of the file system. So
one that is younger than the slowest tick is not kept, and its file is read again the next time (as git does it).
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from rootcause.case.store import CASE_FILE

Stamp = tuple[int, int, int, int]
"""When it was written, when anything about it changed, both in nanoseconds since 1970; its size, its number."""

UNSURE: Final[Stamp] = (-1, -1, -1, -1)
"""What no file has."""

TICK: Final = 2_000_000_000
"""In nanoseconds: that of the slowest clock in use, the one of FAT."""

_LARGEST: Final = 2**63 - 1  # SQLite holds no larger number


class Scan(NamedTuple):
    """Every case by the name of its folder and the stamp of its file; apart those whose names are no text.

    They come as the file system lists them, which is the same order as long as nothing changes.
    """

    cases: Sequence[tuple[str, int, int, int, int]]
    nameless: tuple[str, ...]

    def digest(self) -> str:
        """Of all of them."""
        return hashlib.blake2b(msgspec.msgpack.encode(self.cases), digest_size=16).hexdigest()


def scan(root: Path) -> Scan:
    """All cases below a folder, which need not be there. Raises OSError when it cannot be looked through."""
    found: list[tuple[str, int, int, int, int]] = []
    try:
        with os.scandir(root) as entries:
            # A link is not followed: it could lead out of the folder of cases.
            names = [one.name for one in entries if one.is_dir(follow_symlinks=False) and not one.name.startswith(".")]
    except FileNotFoundError:
        return Scan(found, ())
    before, behind = os.path.join(root, ""), os.sep + CASE_FILE  # noqa: PTH118  # of 100,000 paths
    look, is_file, none = os.stat, stat.S_ISREG, (0, 0, 0, 0)
    for name in names:
        try:
            about = look(before + name + behind)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:  # not allowed to look; reading it will say so
            found.append((name, *none))
            continue
        if is_file(about.st_mode):
            number = about.st_ino & _LARGEST
            found.append((name, about.st_mtime_ns, about.st_ctime_ns, about.st_size, number))
    if _is_text("".join(names)):
        return Scan(found, ())
    nameless = sorted(one[0] for one in found if not _is_text(one[0]))
    return Scan([one for one in found if _is_text(one[0])], tuple(nameless))


def stamp_of(path: str) -> Stamp:
    """The stamp of a file; UNSURE when there is none."""
    try:
        about = os.stat(path)  # noqa: PTH116  # as above
    except (OSError, ValueError):
        return UNSURE
    return about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino & _LARGEST


def settled(stamp: Stamp, looked_at: int) -> Stamp:
    """The stamp to keep of a file that was read after that moment; UNSURE when it may change again and look the same.

    No time that anybody sets helps: who sets when a file was written changes the second time to now.
    """
    return stamp if 0 < max(stamp[:2]) <= looked_at - TICK else UNSURE


def _is_text(name: str) -> bool:
    """Whether names can be kept and told; others come from disks of other systems."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
