"""Pictures made of pixels: of what kind one is, how large, and whether all of it is there.

Only the headers are read, as the formats document them: PNG (ISO/IEC 15948), JPEG (ITU-T T.81, annex B) and WebP
(RFC 9649).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Final

LONGEST_SIDE: Final = 4_000
"""In pixels: wider than a page at 300 to the inch."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_START_OF_FRAME: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_START_OF_SCAN: Final = 0xDA
_END_OF_IMAGE: Final = b"\xff\xd9"

Size = tuple[int, int]


def kind_of_picture(data: bytes) -> str | None:
    """By how it begins, for its name may say anything; None for what begins like none of them."""
    if data.startswith(_PNG):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def what_is_wrong_with(data: bytes) -> str:
    """Why a picture of one of the kinds cannot be shown; empty when it can."""
    kind = kind_of_picture(data)
    if kind is None:
        return "it is no PNG, JPEG or WebP"
    try:
        sizes = list(_SIZES[kind](data))
    except (struct.error, ValueError, IndexError):
        sizes = []
    if not sizes:
        return f"it begins like a {_NAMES[kind]} picture but is damaged, or not all of it is there"
    for width, height in sizes:
        if not width or not height:
            return f"it is {width} by {height} pixels, so there is nothing to see"
        if max(width, height) > LONGEST_SIDE:
            return f"it is {width:,} by {height:,} pixels; at most {LONGEST_SIDE:,} on each side are possible"
    return ""


def _png(data: bytes) -> Iterator[Size]:
    """Raises ValueError, or struct.error, when a part is missing or was changed."""
    at, kind, has_pixels = len(_PNG), b"", False
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(data[at + 4 : at + 8 + length]) != checksum:
            raise ValueError
        if (kind == b"IHDR") != (at == len(_PNG)):
            raise ValueError
        if kind == b"IHDR":
            yield struct.unpack_from(">II", data, at + 8)
        has_pixels = has_pixels or kind == b"IDAT"
        at += 12 + length
    if not has_pixels:
        raise ValueError


def _jpeg(data: bytes) -> Iterator[Size]:
    """Raises ValueError, struct.error or IndexError when a part is missing."""
    at, marker = 2, 0
    while marker != _START_OF_SCAN:
        if data[at] != 0xFF:
            raise ValueError
        while data[at] == 0xFF:  # markers may be filled up
            at += 1
        marker = data[at]
        (length,) = struct.unpack_from(">H", data, at + 1)
        if marker in _START_OF_FRAME:
            height, width = struct.unpack_from(">HH", data, at + 4)
            yield width, height
        at += 1 + max(length, 2)
    if _END_OF_IMAGE not in data[at:]:
        raise ValueError


def _webp(data: bytes) -> Iterator[Size]:
    """Raises ValueError, struct.error or IndexError when a part is missing."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise ValueError
    at = 12
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, at)
        start = at + 8
        if start + length > end or kind == b"ANMF":  # frames of an animation have sizes of their own
            raise ValueError
        if kind == b"VP8X":
            yield 1 + _number(data, start + 4), 1 + _number(data, start + 7)
        elif kind == b"VP8L":
            if data[start] != 0x2F:
                raise ValueError
            (bits,) = struct.unpack_from("<I", data, start + 1)
            yield 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        elif kind == b"VP8 ":
            if data[start + 3 : start + 6] != b"\x9d\x01\x2a":
                raise ValueError
            width, height = struct.unpack_from("<HH", data, start + 6)
            yield width & 0x3FFF, height & 0x3FFF
        at = start + length + length % 2


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")


_SIZES: Final[Mapping[str, Callable[[bytes], Iterator[Size]]]] = {"png": _png, "jpeg": _jpeg, "webp": _webp}
_NAMES: Final = {"png": "PNG", "jpeg": "JPEG", "webp": "WebP"}
