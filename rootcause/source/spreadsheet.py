"""Text in a cell of a CSV file, where a spreadsheet would take some of it for a formula and run it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_GUARD: Final = "'"
_STARTS_FORMULA: Final = frozenset("=+-@|%\u2212")
_PLAIN: Final = re.compile(r"[0-9A-Za-z]")


def as_cell(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would calculate, which shows the rest as it is.

    White space, marks that show nothing and full-width signs before or in place of the sign change nothing about that.
    """
    return _GUARD + text if _is_dangerous(text) else text


def from_cell(cell: str) -> str:
    """The opposite of `as_cell`, also for a cell that a spreadsheet saved without the apostrophe."""
    return cell[1:] if cell.startswith(_GUARD) and _is_dangerous(cell[1:]) else cell


def _is_dangerous(text: str) -> bool:
    if not text or _PLAIN.match(text):
        return False  # as most are
    if text[0] in "\t\r\n":
        return True
    first = next((one for one in text if not _shows_nothing(one)), "")
    # What is guarded already is guarded once more, so that it comes back as it was.
    return first == _GUARD or unicodedata.normalize("NFKC", first) in _STARTS_FORMULA


def _shows_nothing(character: str) -> bool:
    return character.isspace() or unicodedata.category(character).startswith("C")
