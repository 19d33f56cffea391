"""Reading foreign bytes: bounded, never waiting on a pipe or a device, and UTF-8 or a message that helps.

Knows nothing of what the text means.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from rootcause.errors import TooLargeInput, UnreadableInput
from rootcause.source.nearest import nearest
from rootcause.source.visible import visible

LIMIT: Final = 5_000_000

FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that a text file of ours may not hold. YAML readers refuse the same ones."""

# Bytes that no forbidden character has; 0xC2 and 0xEF start some, among many others. Looking at them first is faster.
_HARMLESS: Final = bytes({*b"\t\n\r", *range(0x20, 0x100)} - {0x7F, 0xC2, 0xEF})
_PIPE_IT_IN: Final = "to read what a program writes, give `-` and pipe it in"
_SAVE_AS_UTF8: Final = "save it again with the encoding UTF-8"
_OF_TEXT: Final = "give a YAML or JSON file"
_LIKE_UTF16: Final = "looks like UTF-16 text, expected UTF-8"
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_BYTE_ORDER_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SIGNATURES: Final = (
    (b"PK\x03\x04", "a zip archive, perhaps a Word or Excel document"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)


def read_bytes(path: Path, *, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file; raises UnreadableInput for everything else, without waiting for it."""
    name = visible(str(path))
    try:
        # Opened first and looked at afterwards, so that nothing can be exchanged in between.
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise failure(path, error) from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise _no_file(path, status.st_mode)
        if status.st_size > limit:
            raise _too_large(name, limit)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return read_stream(file, str(path), limit=limit)
    finally:
        os.close(descriptor)


def read_stream(stream: BinaryIO, name: str, *, limit: int = LIMIT) -> bytes:
    """The rest of a stream; raises UnreadableInput when it fails or has more than `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    try:
        while part := stream.read(min(limit + 1 - size, 1 << 20)):
            parts.append(part)
            size += len(part)
            if size > limit:
                raise _too_large(visible(name), limit)
    except OSError as error:
        raise UnreadableInput(f"{visible(name)}: cannot be read: {_reason(error)}", hint="check the path") from error
    return b"".join(parts)


class NotText(NamedTuple):
    """Why bytes are no text. `before` is the text up to the place where it is, None when it is all of them."""

    message: str
    hint: str
    before: str | None = None


def decode(data: bytes, name: str) -> str:
    """The text of UTF-8 bytes, without a byte order mark; raises UnreadableInput with line and column."""
    read = text_of(data)
    if isinstance(read, str):
        if not data.translate(None, _HARMLESS) or not (found := FORBIDDEN.search(read)):
            return read
        read = NotText(f"{character_name(found[0])} cannot stand in a text file", "delete it", read[: found.start()])
    place = "" if read.before is None else ":{}:{}".format(*_position(read.before))
    raise UnreadableInput(f"{visible(name)}{place}: {read.message}", hint=read.hint)


def text_of(data: bytes) -> str | NotText:
    """The text of UTF-8 bytes, without a byte order mark, or why they are none; it may hold a forbidden character."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return NotText(f"is {encoding} text, expected UTF-8", _SAVE_AS_UTF8)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return NotText(f"is not a text file but {kind}", _OF_TEXT)
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    if data.translate(None, _HARMLESS) and (found := len(FORBIDDEN.findall(text))):
        if _looks_like_utf16(data):
            return NotText(_LIKE_UTF16, _SAVE_AS_UTF8)
        if found >= 8 and found * 10 >= len(text):
            return NotText("is not a text file", _OF_TEXT)
    return text


def failure(path: Path, error: OSError | ValueError) -> UnreadableInput:
    """What to say when a path cannot be opened."""
    name = visible(str(path))
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return UnreadableInput(f"{name}: is a symbolic link to a file that does not exist", hint="mend the link")
        return UnreadableInput(f"{name}: there is no such file", hint=_similar_file(path))
    if isinstance(error, PermissionError):
        return UnreadableInput(f"{name}: no permission to read it", hint="ask its owner, or run `chmod u+r` on it")
    if isinstance(error, OSError):
        if error.errno == errno.ELOOP:
            return UnreadableInput(f"{name}: is a symbolic link that leads back to itself", hint="mend the link")
        if error.errno == errno.ENXIO:
            return UnreadableInput(f"{name}: is a socket or a device, expected a file", hint=_PIPE_IT_IN)
        return UnreadableInput(f"{name}: cannot be opened: {_reason(error)}", hint="check the path")
    return UnreadableInput(f"{name}: is not a possible file name", hint="check the path")


def _no_file(path: Path, mode: int) -> UnreadableInput:
    name = visible(str(path))
    if stat.S_ISDIR(mode):
        return UnreadableInput(f"{name}: is a folder, expected a file", hint=_files_inside(path))
    kinds = ((stat.S_ISFIFO, "pipe"), (stat.S_ISSOCK, "socket"), (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"))
    kind = next((kind for test, kind in kinds if test(mode)), "special file")
    return UnreadableInput(f"{name}: is a {kind}, expected a file", hint=_PIPE_IT_IN)


def _too_large(name: str, limit: int) -> TooLargeInput:
    return TooLargeInput(f"{name}: is larger than {limit:,} bytes", hint="check that it is the right file, or split it")


def _similar_file(path: Path) -> str:
    if not path.parent.is_dir():
        return f'there is no folder "{visible(str(path.parent))}" either; check the path'
    similar = nearest(path.name, _entries(path.parent))
    return f'did you mean "{visible(str(path.with_name(similar)))}"?' if similar else "check the path"


def _files_inside(path: Path) -> str:
    names = sorted(name for name in _entries(path) if name.endswith((".yaml", ".yml")))
    if not names:
        return "there is no file ending in .yaml in it"
    shown = ", ".join(visible(name) for name in names[:5])
    return f"give one of the files in it: {shown}" + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def _entries(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return []


def _reason(error: OSError) -> str:
    return (error.strerror or "the system gave no reason").lower()


def _not_utf8(data: bytes, offset: int) -> NotText:
    if _looks_like_utf16(data):
        return NotText(_LIKE_UTF16, _SAVE_AS_UTF8)
    if b"\0" in data:
        return NotText("is not a text file", _OF_TEXT)
    byte = data[offset]
    old = bytes([byte]).decode("cp1252", errors="ignore")
    # The first byte of a longer character, cut off at the end, means nothing by itself.
    old = old if offset + 1 < len(data) else ""
    meant = f'; in an old Windows encoding it would be "{old}"' if old.isprintable() and old else ""
    return NotText(f"byte 0x{byte:02X} is not UTF-8{meant}", _SAVE_AS_UTF8, data[:offset].decode())


def character_name(character: str) -> str:
    """What to call a character that cannot be shown."""
    return f"the invisible character U+{ord(character):04X}"


def _looks_like_utf16(data: bytes) -> bool:
    """Whether nearly every other byte is zero, as in UTF-16 of western text without a byte order mark."""
    start = data[:1000]
    halves = (start[::2], start[1::2])
    zeros = sorted(half.count(0) for half in halves)
    return len(start) >= 4 and zeros[0] == 0 and zeros[1] > 0.7 * len(halves[1])


def _position(before: str) -> tuple[int, int]:
    lines = re.split(r"\r\n|\n|\r", before)
    return len(lines), len(lines[-1]) + 1
