"""Reads the choices of a question as ranges of numbers, where all with a number are such: "1-5", "more than 20"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from msgspec import Struct

from rootcause.lint.context import Context
from rootcause.questionnaire.model import Choice, Question, ResponseType
from rootcause.questionnaire.place import Place

_NUMBER: Final = r"(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,2})?)"
_BOTH: Final = rf"(?:from |between |von |zwischen )?{_NUMBER}\s*(?:-|\u2013|\u2014|to|and|bis|und)\s*{_NUMBER}"
# What stands before or behind the end of an open range, whether that is its low end, and whether it belongs to it.
_OPEN: Final = (
    (rf"(under|less than|fewer than|below|unter|weniger als|<)\s*{_NUMBER}", False, False),
    (rf"(up to|at most|bis zu|bis|höchstens)\s*{_NUMBER}", False, True),
    (rf"(over|more than|above|über|mehr als|>)\s*{_NUMBER}", True, False),
    (rf"()(?:{_NUMBER})\s*(?:\+|or more|and more|or over|und mehr|oder mehr)", True, True),
    (rf"(at least|from|ab|mindestens)\s*{_NUMBER}", True, True),
)
_DIGIT: Final = re.compile(r"\d")
_INFINITE: Final = Decimal("Infinity")


class Range(Struct, frozen=True):
    """The numbers that belong to a choice. `with_low` and `with_high` say whether the ends belong to it."""

    choice: str
    label: str
    low: Decimal
    high: Decimal
    with_low: bool = True
    with_high: bool = True
    unit: str = ""

    @property
    def begins(self) -> Decimal:
        """The lowest number that both hold when this range overlaps the one before it."""
        return self.low if self.with_low else self.low + self.step

    @property
    def step(self) -> Decimal:
        """The smallest difference that its numbers are written with."""
        ends = [end.as_tuple().exponent for end in (self.low, self.high) if end.is_finite()]
        return Decimal((0, (1,), min(int(end) for end in ends)))

    def overlaps(self, later: Range) -> bool:
        """Whether a range that begins later, or at the same number, holds a number of this one."""
        if later.low == self.high:
            return later.with_low and self.with_high
        return later.low < self.high and later.begins <= self.ends

    def gap_to(self, later: Range) -> Decimal | None:
        """The first number between this range and a later one, None when there is none."""
        first = self.ends + min(self.step, later.step)
        return first if first < later.begins else None

    @property
    def ends(self) -> Decimal:
        """The highest number that belongs to it."""
        return self.high if self.with_high else self.high - self.step


def ranges_of(context: Context) -> Iterator[tuple[Place, tuple[Range, ...]]]:
    """The ranges of each question that offers at least two, from the lowest, with the place of its choices."""
    for place, question in context.offered(
        asked for asked in context.asked if asked.question.type is ResponseType.CHOICE
    ):
        if found := _ranges(question):
            yield place, found


def _ranges(question: Question) -> tuple[Range, ...]:
    found = []
    for choice in question.response.choices:
        label = choice.label.in_language(None)
        if _DIGIT.search(label):
            if (one := _range(choice, label)) is None:
                return ()
            found.append(one)
    units = {one.unit[:3] for one in found if one.unit}
    if len(found) < 2 or len(units) > 1:
        return ()
    return tuple(sorted(found, key=lambda one: (one.low, one.high)))


def _range(choice: Choice, label: str) -> Range | None:
    text = label.strip()
    if match := _compiled(_BOTH).match(text):
        low, high = _number(match[1]), _number(match[2])
        unit = _unit(text[match.end() :])
        return None if unit is None or low >= high else Range(choice.id, label, low, high, unit=unit)
    for pattern, is_low, included in _OPEN:
        if match := _compiled(pattern).match(text):
            end, unit = _number(match[2]), _unit(text[match.end() :])
            if unit is None:
                return None
            if is_low:
                return Range(choice.id, label, end, _INFINITE, with_low=included, unit=unit)
            return Range(choice.id, label, -_INFINITE, end, with_high=included, unit=unit)
    return None


def _unit(rest: str) -> str | None:
    """The unit behind the numbers, None where more is said than a unit."""
    words = rest.lower().split()
    return "".join(words) if len(words) < 2 and not any(map(str.isdigit, rest)) else None


def _number(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, when a label with a number asks for it; most files have none."""
    return re.compile(pattern, re.IGNORECASE)
