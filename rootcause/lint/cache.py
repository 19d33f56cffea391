"""What was found in files that have not changed since, by the content of each file and of those that it includes."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct

from rootcause.edition import edition
from rootcause.errors import UnreadableInput
from rootcause.lint.finding import Finding
from rootcause.source import reading


class Looked(Struct, frozen=True):
    """What a look at one file found. `parts` are the files it is made of, itself first, with their digests.

    One that it includes and that cannot be read has an empty digest: when it appears, the file is looked at again.

    `unreadable` says why it could not be read, and how to mend that.
    """

    findings: tuple[Finding, ...]
    parts: tuple[tuple[str, str], ...] = ()
    unreadable: tuple[str, str] | None = None


class _Kept(Struct):
    key: str
    files: dict[str, Looked]


class Cache:
    """Findings by file. A cache that cannot be read or written is as good as none: it only saves time."""

    def __init__(self, path: Path, key: str) -> None:
        self._path = path
        self._digests: dict[str, str] = {}
        self._changed = False
        self._kept = _Kept(f"{edition()} {key}", {})
        with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError):
            kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
            if kept.key == self._kept.key:
                self._kept = kept

    def get(self, name: str) -> Looked | None:
        """What was found, when none of the files that it was found in has changed."""
        looked = self._kept.files.get(name)
        if looked is None or any(self._digest(part) != digest for part, digest in looked.parts):
            return None
        return looked

    def put(self, name: str, looked: Looked) -> None:
        """Keep what was found."""
        self._kept.files[name] = looked
        self._changed = True

    def save(self) -> None:
        """Write it down, whole or not at all."""
        if not self._changed:
            return
        import tempfile

        with contextlib.suppress(OSError, UnicodeEncodeError):  # a name that is no text is kept nowhere
            self._path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}")
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(msgspec.json.encode(self._kept))
                Path(temporary).replace(self._path)
            except OSError:
                Path(temporary).unlink(missing_ok=True)
                raise

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            self._digests[name] = digest_of(name, from_disk)
        return self._digests[name]


def from_disk(name: str) -> bytes:
    """What a file holds. Raises UnreadableInput when it cannot be read."""
    return reading.read_bytes(Path(name), limit=reading.LIMIT)


def digest_of(name: str, read: Callable[[str], bytes]) -> str:
    """The content of a file as a short text, an empty one when it cannot be read."""
    try:
        return digest(read(name))
    except UnreadableInput:
        return ""


def digest(data: bytes) -> str:
    """The content of a file as a short text."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
