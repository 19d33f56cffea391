"""Where the id of a question stands in a file, so that it can be renamed everywhere at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Edit, Fix
from rootcause.source.text import Span

_EXPRESSIONS: Final = frozenset(("when", "that", "compute", "stop_when"))
_NAMING: Final = frozenset(("shown", "hidden", "refused"))
_KEYED: Final = frozenset(("answers", "computed"))
_CASED: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_STRANGE: Final = re.compile(r"[^a-z0-9]+")
_TEXT: Final = r"'[^']*'|\"[^\"]*\""


def snake_case(written: str) -> str | None:
    """The id that somebody meant who wrote it in another way; None when none can be told."""
    words = _STRANGE.sub("_", _CASED.sub("_", written.strip()).lower()).strip("_")
    return words if words[:1].isalpha() and len(words) <= 64 else None


def references_to(root: Place, id: str) -> Iterator[Span]:
    """Where a question is named in the file: at its id, in expressions, in quotes and in tests, in this order of keys.

    A span holds the id alone; where the exact characters cannot be told, it is the whole scalar.
    """
    written = re.escape(id)
    in_expression = re.compile(rf"{_TEXT}|(?<![\w-])({written})(?![\w-])")
    in_text = re.compile(rf"\$\$\{{|\$\{{\s*(?:previous\.)?({written})\s*\}}")
    yield from _below(root / "sections", id, in_expression, in_text)
    yield from _below(root / "lists", id, in_expression, in_text)
    tests = (root / "tests").value
    for index in range(len(tests) if isinstance(tests, list) else 0):
        yield from _of_test(root.at("tests", index), id)


def renaming(root: Place, id: str, new: str) -> Fix | None:
    """A fix that gives the question another id wherever it is named; None when it cannot be done with certainty."""
    source = root.tree.source
    found = tuple(references_to(root, id))
    if any(source.slice(span) != id for span in found) or sum(1 for _ in _ids(root, id)) != 1:
        return None
    if any(True for _ in _ids(root, new)):
        return None
    edits = tuple(Edit(span, new, source) for span in sorted(found, key=lambda span: span.start))
    return Fix(edits, safe=not any(True for _ in _includes(root)) and not _is_a_sum(root, id))


def _is_a_sum(root: Place, id: str) -> bool:
    """Whether `a-b` may also mean that one answer is subtracted from another."""
    return "-" in id and any(any(True for _ in _ids(root, part)) for part in id.split("-"))


def _below(place: Place, id: str, in_expression: re.Pattern[str], in_text: re.Pattern[str]) -> Iterator[Span]:
    value = place.value
    if isinstance(value, str):
        key = place.route[-1]
        if value == id and key == "id" and place.route[-3] in ("questions", "each"):
            yield _bare(place, place.span, id)
        pattern = in_expression if key in _EXPRESSIONS else in_text
        if pattern is in_expression or "${" in value:
            for found in pattern.finditer(value):
                if found[1]:
                    yield place.tree.span_within(place.route, *found.span(1))
    else:
        steps: Iterator[str | int] = iter(value) if isinstance(value, dict) else iter(range(_length(value)))
        for step in steps:
            yield from _below(place / step, id, in_expression, in_text)


def _of_test(place: Place, id: str) -> Iterator[Span]:
    for key in _KEYED:
        yield from _keys(place / key, id)
    for key in _NAMING:
        named = (place / key).value
        for index, name in enumerate(named if isinstance(named, list) else ()):
            if name == id:
                at = place.at(key, index)
                yield _bare(at, at.span, id)


def _keys(place: Place, id: str) -> Iterator[Span]:
    value = place.value
    if isinstance(value, dict):
        for key in value:
            if key == id:
                yield _bare(place / key, (place / key).key_span, id)
            yield from _keys(place / key, id)
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from _keys(place / index, id)


def _ids(root: Place, id: str) -> Iterator[Place]:
    """The questions with that id, also those of rows."""
    sections = (root / "sections").value
    for number in range(_length(sections)):
        yield from _ids_in(root.at("sections", number, "questions"), id)


def _ids_in(place: Place, id: str) -> Iterator[Place]:
    for index in range(_length(place.value)):
        at = place / index
        if (at / "id").value == id:
            yield at
        yield from _ids_in(at / "each", id)


def _includes(root: Place) -> Iterator[Place]:
    """What brings sections of another file, in which the question may be named too."""
    sections = (root / "sections").value
    for number in range(_length(sections)):
        if root.at("sections", number).has("include"):
            yield root.at("sections", number)


def _length(value: object) -> int:
    return len(value) if isinstance(value, list) else 0


def _bare(place: Place, span: Span, id: str) -> Span:
    """The span without the quotes around it."""
    source = place.tree.source
    inner = source.span(span.start + 1, span.end - 1)
    return inner if source.slice(inner) == id else span
