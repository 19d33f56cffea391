"""Writes what a questionnaire includes into its own text, line by line, so that every comment stays where it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from rootcause.errors import InvalidContent, RootcauseError
from rootcause.questionnaire.loader import Loaded, load_questionnaire
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import render_all
from rootcause.source.text import SourceText

_COMMENT: Final = re.compile(r"\s#\s*(.*)")
_INDENT: Final = 2


def in_one_file(source: SourceText, resolve: Callable[[str], SourceText]) -> str:
    """The text of a questionnaire with the sections and lists of other files in it. Raises RootcauseError."""
    loaded = load_questionnaire(source, resolve=resolve)
    if loaded.questionnaire is None or loaded.tree is None:
        raise InvalidContent(render_all(loaded.diagnostics))
    return _Merging(loaded, Place(loaded.tree)).text()


class _Merging:
    """The lines of a questionnaire, and which of them give way to which others."""

    def __init__(self, loaded: Loaded, root: Place) -> None:
        self._loaded = loaded
        self._root = root
        self._lines = _lines(root.tree.source)
        self._instead: dict[range, list[str]] = {}

    def text(self) -> str:
        self._take_in_sections()
        self._take_in_lists()
        for lines in sorted(self._instead, key=lambda lines: lines.start, reverse=True):
            self._lines[lines.start : lines.stop] = self._instead[lines]
        return "\n".join(self._lines).rstrip("\n") + "\n"

    def _take_in_sections(self) -> None:
        """In the place of each entry that includes some, the sections that it brings."""
        entries = self._root / "sections"
        groups = self._brought()
        written = entries.value if isinstance(entries.value, list) else []
        for index, entry in enumerate(written):
            if not (isinstance(entry, dict) and "include" in entry):
                continue
            at = entries / index
            lines = _range(at)
            brought = [line for section in next(groups) for line in ("", *_moved(section, _column(at)))]
            indent = " " * (_column(at) - 1)
            said = [found[1] for line in self._lines[lines.start : lines.stop] if (found := _COMMENT.search(line))]
            self._instead[lines] = [*(f"{indent}# {comment}" for comment in said), *brought[1:]]

    def _brought(self) -> Iterator[list[Place]]:
        """The sections of other files, entry by entry."""
        pending = list(self._loaded.sections.values())
        entries = (self._root / "sections").value
        for entry in entries if isinstance(entries, list) else []:
            assert isinstance(entry, dict)
            if "include" not in entry:
                pending.pop(0)
                continue
            named = entry.get("sections")
            if isinstance(named, list):
                count = len(named)
            else:  # all of its file, which follow each other
                count = next((n for n, place in enumerate(pending) if place.tree is not pending[0].tree), len(pending))
            yield pending[:count]
            del pending[:count]

    def _take_in_lists(self) -> None:
        """The lists of other files that a question names, behind its own."""
        used = dict.fromkeys(name for place in self._loaded.sections.values() for name in _named(place.value))
        foreign = [at for name in used if (at := self._loaded.lists[name]).tree is not self._root.tree]
        brought = [line for at in foreign for line in _moved(at, _INDENT + 1)]
        include, own = self._root / "include", self._root / "lists"
        if self._root.has("include"):
            self._instead[_range(include, from_key=True)] = [] if self._root.has("lists") else ["lists:", *brought]
        if self._root.has("lists") and brought:
            if own.span.line == own.key_span.line:
                raise RootcauseError(
                    f"{self._root.tree.source.name}:{own.span.line}: these lists cannot be added to",
                    hint="write `lists:` on a line of its own, and each list below it",
                )
            end = _range(own).stop
            self._instead[range(end, end)] = brought


def _lines(source: SourceText) -> list[str]:
    return [source.line_text(number) for number in range(1, source.line_count + 1)]


def _range(place: Place, *, from_key: bool = False) -> range:
    """The lines of a value, counted from 0."""
    source, span = place.tree.source, place.span
    first = place.key_span.line if from_key else span.line
    return range(first - 1, source.position(max(span.end - 1, span.start))[0])


def _column(place: Place) -> int:
    """Where a section or a list begins: at its dash, or at its key."""
    source = place.tree.source
    if not isinstance(place.route[-1], int):
        return place.key_span.column
    line = source.line_text(place.span.line)
    return line.index("-") + 1


def _moved(place: Place, column: int) -> list[str]:
    """The lines of a value with the comments above it, moved so that it begins in that column."""
    lines = _lines(place.tree.source)
    within = _range(place, from_key=True)
    first = within.start
    while first and lines[first - 1].lstrip().startswith("#") and lines[first - 1].startswith(" "):
        first -= 1
    by = column - _column(place)
    return [_shifted(line, by) for line in lines[first : within.stop]]


def _shifted(line: str, by: int) -> str:
    return line and (" " * by + line if by >= 0 else line[min(-by, len(line) - len(line.lstrip())) :])


def _named(value: object) -> Iterator[str]:
    """The lists that the questions of a section name, in the order in which they do."""
    if isinstance(value, dict):
        for key in ("questions", "each"):
            for question in value.get(key) or []:
                yield from _named(question)
        name = value.get("list")
        if isinstance(name, str):
            yield name
