"""How a text is laid out: where its comments begin, and which lines a comment speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import itemgetter
from typing import Final

from rootcause.source.places import Branch, Place, Where, extent, scalars_of
from rootcause.source.text import SourceText
from rootcause.source.tree import Tree

_UP_TO_CONTENT: Final = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*[ \t]*")
_COMMENT: Final = re.compile(r"(?:(?<=\s)|^)#", re.MULTILINE)
_BLOCK_HEADER: Final = re.compile(r"[|>][^\r\n]*")


class Layout:
    """A text and its tree. Comments are no part of a tree, so they are what stands behind a `#` outside its scalars."""

    def __init__(self, source: SourceText, tree: Tree | None) -> None:
        self.source = source
        self._root = None if tree is None else tree.root
        self._passed = range(0)  # what was found to hold nothing but comments, so that a long run is read once

    def comment_start(self, line: int) -> int | None:
        """Where the comment in a line begins, None when there is none."""
        start = self.source.line_start(line)
        text = self.source.line_text(line)
        if self._root is None:
            indent = len(text) - len(text.lstrip(" \t"))
            return start + indent if text[indent : indent + 1] == "#" else None
        for found in _COMMENT.finditer(text):
            if self.scalar_at(start + found.start()) is None:
                return start + found.start()
        return None

    def scalar_at(self, offset: int) -> Where | None:
        """The scalar that this character is inside, or what is added there; the header of a block is outside."""
        at = bisect_right(self._scalars, offset, key=itemgetter(0)) - 1
        if at < 0:
            return None
        start, end = self._scalars[at]
        header = _BLOCK_HEADER.match(self.source.text, start)
        if header is None:
            return (start, end) if offset < end else None
        # The last line of a block ends with a line break, and at the end of the file without one.
        last = end if self.source.text[end - 1] in "\r\n" else end + 1
        return (start, end) if header.end() <= offset < last else None

    @cached_property
    def top(self) -> int:
        """Where the first comments end and something else begins."""
        return self._content(0)

    def reach(self, offset: int) -> range:
        """The lines for which the comment counts that has this character.

        Behind something it is its own line, and all lines of the texts that begin or end there. Alone in its lines
        it is what comes next, with everything inside.
        """
        line, _ = self.source.position(offset)
        start = self.source.line_start(line)
        if self.comment_start(line) == start + _indent(self.source.line_text(line)):
            return range(line, self._last_line_of_next(start) + 1)
        end = start + len(self.source.line_text(line))
        here = [line]
        first = max(bisect_right(self._scalars, start, key=itemgetter(0)) - 1, 0)
        for scalar in self._scalars[first : bisect_left(self._scalars, end, key=itemgetter(0))]:
            first_line, last_line = self._lines(scalar)
            if first_line <= line <= last_line:
                here += first_line, last_line
        return range(min(here), max(here) + 1)

    def line_for_comment(self, line: int) -> int:
        """The line at whose end a comment counts for this line: of a text of several lines its head or its end."""
        end = self.source.line_start(line) + len(self.source.line_text(line))
        scalar = self.scalar_at(end)
        if scalar is None:
            return line
        first, last = self._lines(scalar)
        return first if _BLOCK_HEADER.match(self.source.text, scalar[0]) else last

    def _last_line_of_next(self, offset: int) -> int:
        text = self.source.text
        at = self._content(offset)
        last = self.source.position(at)[0]
        place: Place | None
        if text[at : at + 1] == "-" and text[at + 1 : at + 2] in (" ", "\t", "\r", "\n"):
            behind = bisect_right(self._items, at, key=itemgetter(0))
            place = self._items[behind][1] if behind < len(self._items) else None
        else:
            place = self._pairs.get(at)
        return last if place is None else max(last, self._lines(place)[1])

    def _content(self, offset: int) -> int:
        """Where behind an offset, at the beginning of a line, something else than comments begins."""
        if offset not in self._passed:
            found = _UP_TO_CONTENT.match(self.source.text, offset)
            self._passed = range(offset, offset + 1 if found is None else found.end())
        return self._passed.stop

    def _lines(self, place: Place) -> tuple[int, int]:
        start, end = extent(place, self.source.text)
        return self.source.position(start)[0], self.source.position(max(end - 1, start))[0]

    @cached_property
    def _scalars(self) -> list[Where]:
        match self._root:
            case None:
                return []
            case Branch() as root:
                return sorted(scalars_of(root))
            case scalar:
                return [scalar]

    @cached_property
    def _pairs(self) -> dict[int, Place]:
        """The value of each key, by where the key begins."""
        return {
            key[0]: place for branch in self._branches() if branch.is_mapping for key, place in branch.entries.values()
        }

    @cached_property
    def _items(self) -> list[tuple[int, Place]]:
        """What each list holds, by where it begins."""
        items = [
            ((place.where if isinstance(place, Branch) else place)[0], place)
            for branch in self._branches()
            if not branch.is_mapping
            for place in branch.entries
        ]
        return sorted(items, key=itemgetter(0))

    def _branches(self) -> Iterator[Branch]:
        waiting = [self._root] if isinstance(self._root, Branch) else []
        while waiting:
            branch = waiting.pop()
            yield branch
            places = [place for _, place in branch.entries.values()] if branch.is_mapping else branch.entries
            waiting += [place for place in places if isinstance(place, Branch)]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
