"""Looks at the files of all cases without reading one; of very many, a second process looks at half."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from rootcause.case.store import CASE_FILE
from rootcause.index.stamps import Stamp, stamp_of_found

Found = tuple[str, int, int, int, int]
"""A case: the name of its folder, and the stamp of its file."""

WORTH_FORKING: Final = 20_000
"""With fewer files a second process costs more than it brings."""

_NO_STAMP: Final[Stamp] = (0, 0, 0, 0)
"""Of a file at which nobody may look; reading it will say so."""


class Scan(NamedTuple):
    """Every case in two halves, encoded; apart the names of those that have no text for a name.

    They come as the file system lists them, which is the same order as long as nothing changes.
    """

    halves: tuple[bytes, bytes]
    nameless: tuple[str, ...]

    def digest(self) -> str:
        """Of all of them."""
        return hashlib.blake2b(b"".join(self.halves), digest_size=16).hexdigest()

    def cases(self) -> list[Found]:
        """All of them."""
        decode = msgspec.msgpack.Decoder(list[Found]).decode
        return [one for half in self.halves for one in decode(half)]


def scan(root: Path, *, worth_forking: int = WORTH_FORKING) -> Scan:
    """All cases below a folder, which need not be there. Raises OSError when it cannot be looked through."""
    try:
        with os.scandir(root) as entries:
            # A link is not followed: it could lead out of the folder of cases.
            names = [one.name for one in entries if one.is_dir(follow_symlinks=False) and not one.name.startswith(".")]
    except FileNotFoundError:
        names = []
    nameless: list[str] = []
    if not _is_text("".join(names)):
        odd = [name for name in names if not _is_text(name)]
        nameless = sorted(name for name, *_ in _looked(root, odd))
        names = [name for name in names if _is_text(name)]
    middle = len(names) // 2
    together = len(names) >= worth_forking and (os.cpu_count() or 1) > 1 and hasattr(os, "fork")
    look = by_two if together else _by_one
    return Scan(look(root, names[:middle], names[middle:]), tuple(nameless))


def _by_one(root: Path, first: Sequence[str], second: Sequence[str]) -> tuple[bytes, bytes]:
    return _encoded(root, first), _encoded(root, second)


def by_two(root: Path, first: Sequence[str], second: Sequence[str]) -> tuple[bytes, bytes]:
    """Let a copy of this process look at the second half; what it could not do is done here."""
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(receiving)
            with open(sending, "wb") as file:  # noqa: PTH123  # a descriptor, not a path
                file.write(_encoded(root, second))
            status = 0
        finally:
            os._exit(status)
    os.close(sending)
    try:
        with open(receiving, "rb") as file:  # noqa: PTH123
            looked = _encoded(root, first)
            other = file.read()
    finally:
        _, ended = os.waitpid(child, 0)
    return looked, _encoded(root, second) if ended else other


def _encoded(root: Path, names: Iterable[str]) -> bytes:
    return msgspec.msgpack.encode(list(_looked(root, names)))


def _looked(root: Path, names: Iterable[str]) -> Iterator[Found]:
    """Those that have a file, with its stamp."""
    before, behind = os.path.join(root, ""), os.sep + CASE_FILE  # noqa: PTH118  # of 100,000 paths
    look, is_file = os.stat, stat.S_ISREG
    for name in names:
        try:
            about = look(before + name + behind)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            yield name, *_NO_STAMP
            continue
        if is_file(about.st_mode):
            yield name, *stamp_of_found(about)


def _is_text(name: str) -> bool:
    """Whether names can be kept and told; others come from disks of other systems."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
