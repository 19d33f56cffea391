"""Edits that mend a file at one place: another word, a key taken out."""

from __future__ import annotations

import re
from typing import Final

from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Edit, Fix
from rootcause.source.text import SourceText, Span

_PLAIN: Final = re.compile(r"\w[\w.-]*")
_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,8}")
_QUOTES: Final = ("'", '"')


def instead(place: Place, word: str | None, *, safe: bool = False) -> Fix | None:
    """A fix that puts a word where a value stands; unsafe when it is a guess. None without a word."""
    return _replaced(place, place.span, word, safe)


def key_instead(place: Place, word: str | None) -> Fix | None:
    """The same for the key that leads to a place; None when that key is there already."""
    beside = Place(place.tree, place.route[:-1])
    return None if word is not None and beside.has(word) else _replaced(place, place.key_span, word)


def within(place: Place, start: int, end: int, words: str, certain: bool = False) -> Fix | None:
    """A fix for the characters `start` to `end` of a text; None where these cannot be told.

    It is safe when it is `certain`, or only puts quotes around what stands there.
    """
    source, whole, span = place.tree.source, place.span, place.tree.span_within(place.route, start, end)
    value = place.value
    if not isinstance(value, str) or source.slice(span) != value[start:end]:
        return None
    around = source.text[whole.start : whole.start + 1]
    if around == "'":
        words = words.replace("'", '"')
    if around not in _QUOTES and span.start == whole.start and words.startswith(_QUOTES):
        return None  # the quotes would be those of the YAML
    return Fix((Edit(span, words, source),), safe=certain or words.strip("'\"") == value[start:end])


def without(place: Place) -> Fix | None:
    """A fix that takes a key with its value out, line by line; unsafe. None when other things share the lines.

    What would be left empty goes too.
    """
    beside = Place(place.tree, place.route[:-1])
    if beside.route and isinstance(beside.value, dict) and len(beside.value) == 1:
        return without(beside)
    source = place.tree.source
    key, value = place.key_span, place.span
    start, end = source.line_start(key.line), _line_end(source, value.end)
    if source.text[start : key.start].strip(" ") or source.text[value.end : end].strip():
        return None
    return Fix((Edit(source.span(start, end), "", source),), safe=False)


def with_key(place: Place, line: str) -> Fix:
    """A fix that writes a further key behind the one that leads to a place; safe. The line has no space around it."""
    source = place.tree.source
    key, end = place.key_span, place.span.end
    if source.slice(place.tree.span(place.route[:-1])).startswith("{"):
        return Fix((Edit(source.span(end, end), f", {line}", source),))
    text = source.line_text(source.position(end)[0])
    end = source.line_start(source.position(end)[0]) + len(text)
    line_break = "\r\n" if source.text[end : end + 2] == "\r\n" else "\n"
    return Fix((Edit(source.span(end, end), f"{line_break}{' ' * (key.column - 1)}{line}", source),))


def three_numbers(version: str) -> str | None:
    """The version that was meant by one with fewer numbers, or with a letter in front of them."""
    numbers = version.strip().removeprefix("v").split(".")
    if len(numbers) > 3 or not all(_NUMBER.fullmatch(number) for number in numbers):
        return None
    return ".".join([*numbers, "0", "0"][:3])


def _replaced(place: Place, span: Span, word: str | None, safe: bool = False) -> Fix | None:
    if word is None or not _PLAIN.fullmatch(word) or span.start == span.end:
        return None
    return Fix((Edit(span, word, place.tree.source),), safe=safe)


def _line_end(source: SourceText, offset: int) -> int:
    line = source.position(offset)[0]
    return source.line_start(line + 1) if line < source.line_count else len(source.text)
