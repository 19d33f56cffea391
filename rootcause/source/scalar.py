"""What a scalar of YAML means, and where the characters of its value stand in the text.

Stricter than YAML 1.1: `yes`, `012`, `12:30` and `2026-01-31` are text and mean what they show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

MAX_DIGITS: Final = 40

WORDS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "": None, "~": None, "null": None}

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_BLOCK_HEADER: Final = re.compile(r"\|[-+]?([1-9]?)[-+]?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)")
_BLOCK_LINE: Final = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")


def is_long_number(text: str) -> bool:
    """Whether an unquoted scalar is a number of more digits than anybody means."""
    return len(text) > MAX_DIGITS and _NUMBER.fullmatch(text) is not None and sum(map(str.isdigit, text)) > MAX_DIGITS


def number(text: str) -> int | Decimal | str:
    """The value of an unquoted scalar that starts like a number.

    `str` of the number is the text again; what would come out otherwise, `-0` for instance, stays text.
    """
    found = _NUMBER.fullmatch(text)
    if found is None or is_long_number(text):
        return text
    value = Decimal(text) if found[1] else int(text)
    return value if str(value) == text else text


def value_offset(raw: str, value: str, at: int) -> int | None:
    """Where in the source of a scalar the character `at` of its value stands; None when that is not certain.

    `at` may be the length of the value, for the end of its last character.
    """
    if raw == value:
        return at
    if raw[:1] in ("'", '"') and raw[1:-1] == value:
        return at + 1
    if raw.startswith("|"):
        return _literal_offset(raw, value, at)
    return None


def _literal_offset(raw: str, value: str, at: int) -> int | None:
    header = _BLOCK_HEADER.match(raw)
    if header is None:
        return None
    lines = value.split("\n")
    sources = list(_BLOCK_LINE.finditer(raw, header.end()))[: len(lines)]
    filled = [source[1] for source, line in zip(sources, lines, strict=False) if line]
    if not filled:
        return None
    indent = len(filled[0]) - len(lines[next(i for i, line in enumerate(lines) if line)])
    behind = at
    for source, line in zip(sources, lines, strict=False):
        if source[1][indent:] != line or source[1][:indent].strip(" "):
            return None
        if behind <= len(line):
            return min(source.start() + indent, source.end(1)) + behind
        behind -= len(line) + 1
    return None
