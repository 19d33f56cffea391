"""Values as YAML that a person goes on writing, and that the reader of this package reads as the same values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from rootcause.source.quoting import quoted
from rootcause.source.scalar import WORDS, number
from rootcause.source.visible import visible

Value = None | bool | int | Decimal | str | Sequence[Any] | Mapping[str, Any]

_WIDEST: Final = 100  # of brackets on one line
_STEP: Final = "  "
_LONG: Final = 60  # of a text that would need quotes, which are in the way of whoever goes on writing it
_PLAIN: Final = re.compile(r"[^\W_](?:(?!: | #|:\Z).)*(?<! )")
_PLAIN_IN_BRACKETS: Final = re.compile(r"[^\W_](?:[\w ./()'+%@=&;-]|:(?=[\w/]))*(?<! )")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def entry(key: str, value: Value, indent: str = "") -> list[str]:
    """The lines of a key with its value; nothing stands behind the colon when the value is None."""
    match value:
        case None:
            return [f"{indent}{key}:"]
        case str() if _fits_block(value):
            inner = (f"{indent}{_STEP}{line}" if line else "" for line in value.split("\n"))
            return [f"{indent}{key}: |-", *inner]
        case Mapping() | list() | tuple() if not _fits_line(key, value, indent):
            return [f"{indent}{key}:", *items(value, indent + _STEP)]
        case str():
            return [f"{indent}{key}: {_scalar(value, _PLAIN)}"]
        case _:
            return [f"{indent}{key}: {inline(value)}"]


def items(value: Mapping[str, Any] | Sequence[Any], indent: str = "") -> list[str]:
    """The lines of what a mapping or a list holds, each key or dash on a line of its own."""
    if isinstance(value, Mapping):
        return [line for key, inner in value.items() for line in entry(key, inner, indent)]
    return [line for one in value for line in _behind_dash(one, indent)]


def inline(value: Value) -> str:
    """A value on one line."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return _scalar(value, _PLAIN_IN_BRACKETS)
        case int() | Decimal():
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        case Mapping():
            return "{" + ", ".join(f"{key}: {inline(inner)}" for key, inner in value.items()) + "}"
        case _:
            return "[" + ", ".join(map(inline, value)) + "]"


def _behind_dash(value: Value, indent: str) -> list[str]:
    if not isinstance(value, Mapping) or not value:
        return [f"{indent}- {inline(value)}"]
    first, *rest = items(value, indent + _STEP)
    return [f"{indent}- {first[len(indent) + len(_STEP) :]}", *rest]


def _fits_line(key: str, value: Value, indent: str) -> bool:
    """Whether it is readable in brackets: short, without rows and without a text that stands below its key."""
    if any(_needs_lines(part) for part in _parts(value)):
        return False
    return len(indent) + len(key) + 2 + len(inline(value)) <= _WIDEST


def _needs_lines(part: Value) -> bool:
    if isinstance(part, list | tuple):
        return bool(part) and all(isinstance(row, Mapping) for row in part)
    return isinstance(part, str) and _fits_block(part)


def _parts(value: Value) -> Iterator[Value]:
    yield value
    if isinstance(value, Mapping | list | tuple):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _parts(inner)


def _fits_block(text: str) -> bool:
    """Whether a text stands below its key as it is: it has several lines, or would need quotes and is long."""
    wants = "\n" in text or (len(text) > _LONG and not _is_plain(text, _PLAIN))
    return wants and text == text.strip() and visible(text, keep="\n\t") == text


def _is_plain(text: str, pattern: re.Pattern[str]) -> bool:
    is_text = text not in WORDS and number(text) is text
    return is_text and pattern.fullmatch(text) is not None and visible(text) == text


def _scalar(text: str, pattern: re.Pattern[str]) -> str:
    if _is_plain(text, pattern):
        return text
    if visible(text) != text:
        return '"' + "".join(_escaped(character) for character in text) + '"'
    return quoted(text)


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if visible(character) == character:
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
