"""The place where the YAML parser gave up, and what stands round it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from msgspec import Struct

from rootcause.source.places import Edits, Where
from rootcause.source.text import SourceText

PARTNER: Final = {"{": "}", "[": "]"}

_BLANK: Final = " \t"
# Quotes count only where they can open a text; an apostrophe inside a word opens none.
_BRACKET_OR_QUOTED: Final = re.compile(r"""(?<=[\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[\[\]{}]""", re.DOTALL)


class Stop(Struct, frozen=True):
    """Where the parser gave up (`at`), and the thing it was reading then (`context`, from `began`).

    `scalar` and `brackets` are the last text and the last { } or [ ] that it had read to the end, and `opened` is the
    innermost bracket that was open.
    """

    source: SourceText
    at: int
    began: int
    context: str
    problem: str
    scalar: Where
    brackets: Where
    opened: int | None

    @property
    def character(self) -> str:
        """The character that could not be taken; empty at the end of the text."""
        return self.source.text[self.at : self.at + 1]

    @property
    def opening(self) -> str:
        """The bracket that is open, empty when there is none."""
        return "" if self.opened is None else self.source.text[self.opened]

    @property
    def is_first_on_line(self) -> bool:
        """Whether only space stands before it on its line."""
        return not self.source.text[self.line_start(self.at) : self.at].strip(_BLANK)

    def line(self, offset: int) -> int:
        """The line, from 1, of an offset."""
        return self.source.position(offset)[0]

    def line_start(self, offset: int) -> int:
        """Where the line of an offset starts."""
        line, column = self.source.position(offset)
        return offset - column + 1 if line else 0

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, trailing space left out."""
        number = self.line(offset)
        start = self.source.line_start(number)
        return max(start + len(self.source.line_text(number).rstrip(_BLANK)), offset)

    def text_start(self, offset: int) -> int:
        """Where the text of the line of an offset starts: after its indentation."""
        start = self.line_start(offset)
        line = self.source.text[start:offset]
        return start + len(line) - len(line.lstrip(_BLANK))

    def follows(self, where: Where) -> bool:
        """Whether the place comes right after something on the same line."""
        start, end = where
        return start < end <= self.at and not self.source.text[end : self.at].strip(_BLANK)

    def is_never_closed(self, bracket: int) -> bool:
        """Whether there is no partner for the bracket at an offset."""
        depth = 0
        for found in _BRACKET_OR_QUOTED.finditer(self.source.text, bracket):
            if found[0] in ("[", "{"):
                depth += 1
            elif found[0] in ("]", "}"):
                depth -= 1
                if depth == 0:
                    return False
        return True


class Reading(NamedTuple):
    """What a person most likely meant at a stop, as a finding."""

    rule: str
    where: Where
    message: str
    help: str
    label: tuple[Where, str] | None = None
    fix: Edits = ()
