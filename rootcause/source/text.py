"""A text and the places in it.

Offsets, lines and columns count code points. Lines end at CR LF, LF or CR and nowhere else, as in editors.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, Final

from msgspec import Struct
from msgspec.structs import force_setattr

from rootcause.source import reading

LINE_BREAK: Final = re.compile(r"\r\n|\n|\r")
INVISIBLE_LINE_BREAK: Final = re.compile("[\x85\u2028\u2029]")
"""What YAML takes for a line break and editors show as nothing."""


class Span(Struct, frozen=True):
    """A stretch of a text: half-open offsets, and where it starts, counted from 1."""

    start: int
    end: int
    line: int
    column: int


class SourceText(Struct, frozen=True, dict=True):
    """A text and what to call it in messages: a path as the person wrote it, or `<stdin>`.

    A byte order mark is no part of the text.
    """

    name: str
    text: str

    def __post_init__(self) -> None:
        if self.text.startswith("\ufeff"):
            # Tools that each add one leave several; the parser skips them without counting.
            force_setattr(self, "text", self.text.lstrip("\ufeff"))

    @classmethod
    def read(cls, path: Path, *, limit: int = reading.LIMIT) -> SourceText:
        """The text of a regular file of at most `limit` bytes; raises UnreadableInput."""
        return cls(str(path), reading.decode(reading.read_bytes(path, limit=limit), str(path)))

    @classmethod
    def read_stream(cls, stream: BinaryIO, name: str, *, limit: int = reading.LIMIT) -> SourceText:
        """The rest of a stream of at most `limit` bytes; raises UnreadableInput."""
        return cls(name, reading.decode(reading.read_stream(stream, name, limit=limit), name))

    @cached_property
    def _line_starts(self) -> array[int]:
        text = self.text
        if "\r" in text:  # lines as long as before, each with one line feed at its end
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        # An array, because a file may have millions of lines, and an int of its own for each would fill the memory.
        starts = array("L", (0,))
        starts.extend(accumulate(len(line) + 1 for line in text.split("\n")))
        starts.pop()  # behind the last line there is none
        return starts

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._line_starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; an offset outside the text counts as its nearest end."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The stretch between two offsets, kept inside the text."""
        start = min(max(start, 0), len(self.text))
        end = min(max(end, start), len(self.text))
        return Span(start, end, *self.position(start))

    def line_start(self, number: int) -> int:
        """The offset at which a line (from 1) starts."""
        return self._line_starts[number - 1]

    def line_text(self, number: int) -> str:
        """A line (from 1) without its line break."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        line = self.text[start:end]
        return line.removesuffix("\n").removesuffix("\r") if number < len(self._line_starts) else line

    def slice(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]
