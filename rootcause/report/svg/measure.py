"""How much room text takes, and its lines; on the safe side of the fonts that readers have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from rootcause.report.prose import one_line
from rootcause.report.svg.breaking import clusters, pieces, sign_to_break_after
from rootcause.report.svg.style import Font
from rootcause.report.svg.widths import BOLD, REGULAR
from rootcause.source.visible import visible

_ELLIPSIS: Final = "…"
_MOST_EVENED: Final = 4

# In thousandths of the size, for what the table does not hold.
_EMOJI: Final = 1400
_WIDE: Final = 1000
_LETTER: Final = 700
_OTHER: Final = 900
_ALPHABETS: Final = re.compile("[\u0530-\u10ff]")  # from Armenian and Hebrew to Thai and Georgian
_PICTURES: Final = re.compile("[\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")


_Piece = tuple[str, float, bool]
"""What stays together, how wide it is, and whether a space stands before it."""


class Lines(Struct, frozen=True):
    """Text broken into lines, ready to be drawn. `whole` is all of it where some was left out, else empty."""

    lines: tuple[str, ...]
    font: Font
    width: float
    is_rtl: bool = False
    whole: str = ""

    @property
    def height(self) -> float:
        """From the top of the first line to the end of the last."""
        return round(len(self.lines) * self.font.line_height, 1)


def width(text: str, font: Font) -> float:
    """How wide the text is on one line, in pixels; not less than drawn, in any of the usual fonts."""
    table = BOLD if font.is_bold else REGULAR
    try:
        units = sum([table[character] for character in text])
    except KeyError:
        units = sum([table[character] if character in table else _unlisted(character) for character in text])
    return units * font.size / 1000


def wrap(text: str, font: Font, room: float, lines: int = 1000) -> Lines:
    """The text in lines that fit into the room: broken between words, in words too long for it, between ideographs.

    What does not fit into so many lines is cut, with an ellipsis.
    """
    shown = visible(one_line(text))
    measured = list(_measured(shown, font))
    found: list[str] = []
    for line in _broken(measured, font, room):
        if len(found) == lines:
            found[-1] = _cut(found[-1], font, room)
            return _lines(found, font, shown, whole=shown)
        found.append(line)
    return _lines(_evened(found, measured, font, room), font, shown)


def is_rtl(text: str) -> bool:
    """Whether the text reads from right to left: its first letter with a direction says so."""
    if text.isascii():
        return False
    directions = map(unicodedata.bidirectional, text)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


def _lines(lines: list[str], font: Font, shown: str, whole: str = "") -> Lines:
    widest = max((width(line, font) for line in lines), default=0.0)
    return Lines(tuple(lines), font, round(widest, 1), is_rtl(shown), whole)


def _measured(text: str, font: Font) -> Iterator[_Piece]:
    for word in text.split(" "):
        if word.isascii():
            yield word, width(word, font), True
        else:
            for place, piece in enumerate(pieces(word)):
                yield piece, width(piece, font), place == 0


def _broken(measured: list[_Piece], font: Font, room: float) -> Iterator[str]:
    space = width(" ", font)
    line, used = "", 0.0
    for piece, wide, is_word in measured:
        gap = space if is_word and line else 0.0
        if used + gap + wide <= room:
            line += f" {piece}" if gap else piece
            used += gap + wide
            continue
        if line:
            yield line
        if wide <= room:
            line, used = piece, wide
            continue
        *full, line = _parts(piece, font, room)
        yield from full
        used = width(line, font)
    if line:
        yield line


def _evened(lines: list[str], measured: list[_Piece], font: Font, room: float) -> list[str]:
    """As many lines, of more even widths where that works: a last line of one word looks lost."""
    if not 1 < len(lines) <= _MOST_EVENED or width(lines[-1], font) > room * 2 / 3:
        return lines
    space = width(" ", font)
    least = sum(wide + (space if is_word else 0) for _, wide, is_word in measured) / len(lines)
    for narrow in (least * 1.1, least * 1.25):
        even = list(_broken(measured, font, narrow)) if narrow < room else lines
        if len(even) == len(lines):
            return even
    return lines


def _parts(piece: str, font: Font, room: float) -> list[str]:
    """A piece in parts that fit; broken after a sign such as a slash where that wastes little."""
    parts = [""]
    used = 0.0
    for cluster in clusters(piece):
        wide = width(cluster, font)
        if parts[-1] and used + wide > room:
            end = sign_to_break_after(parts[-1])
            parts[-1:] = [parts[-1][:end], parts[-1][end:]]
            used = width(parts[-1], font)
        parts[-1] += cluster
        used += wide
    return parts


def _cut(line: str, font: Font, room: float) -> str:
    left = clusters(line)
    end = width(_ELLIPSIS, font)
    used = width(line, font)
    while left and used + end > room:
        used -= width(left.pop(), font)
    return "".join(left).rstrip(" ,;:.") + _ELLIPSIS


def _unlisted(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if _PICTURES.match(character):
        return _EMOJI
    if _ALPHABETS.match(character):
        return _LETTER
    return _WIDE if unicodedata.east_asian_width(character) in ("W", "F") else _OTHER
