"""The values of a question, cut into as few as its conditions can tell apart.

The first two values of every question are that nothing is known of it, and that somebody does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal
from math import floor
from typing import Final

from msgspec import Struct

from rootcause.expression.syntax import Comparator

NOTHING: Final = 1  # not asked, not answered, or refused: conditions cannot tell these apart
NOT_KNOWN: Final = 2
STATES: Final = 2  # how many of the lowest bits are no answers

Amount = int | Decimal

_EXACT: Final = Context(prec=1100)  # an expression has at most 1,000 characters, so no middle is ever rounded


class Options(Struct, frozen=True):
    """Answers that are only compared for being equal: yes and no, options, texts. The last may stand for all others."""

    values: tuple[bool | str, ...]

    @property
    def full(self) -> int:
        """All values."""
        return (1 << len(self.values) + STATES) - 1

    def equal(self, value: bool | str) -> int:
        """The answers that are equal to a value; none when it is no answer."""
        return 1 << self.values.index(value) + STATES if value in self.values else 0

    def first(self, mask: int) -> bool | str:
        """An answer among the given ones."""
        return self.values[_lowest(mask >> STATES)]


class Amounts(Struct, frozen=True, dict=True):
    """Answers in an order, cut at the amounts that they are compared with. Days are counted as Python's ordinals.

    With `whole`, nothing lies between one amount and the next whole one.
    """

    cuts: tuple[Amount, ...]
    low: Amount | None = None
    high: Amount | None = None
    whole: bool = False

    def __post_init__(self) -> None:
        there = [bit for bit in range(2 * len(self.cuts) + 1) if self._value(bit) is not None]
        self.__dict__["full"] = NOTHING | NOT_KNOWN | sum(1 << bit + STATES for bit in there)

    @property
    def full(self) -> int:
        """All values."""
        found: int = self.__dict__["full"]
        return found

    def compared(self, comparator: Comparator, amount: Amount) -> int | None:
        """The answers for which the comparison is true; None when the amount is not among the cuts."""
        if amount not in self.cuts:
            return None
        at = 2 * self.cuts.index(amount) + 1
        less, equal = (1 << at) - 1 << STATES, 1 << at + STATES
        answers = self.full & ~(NOTHING | NOT_KNOWN)
        match comparator:
            case "==":
                return answers & equal
            case "!=":
                return answers & ~equal
            case "<":
                return answers & less
            case "<=":
                return answers & (less | equal)
            case ">":
                return answers & ~(less | equal)
            case ">=":
                return answers & ~less

    def first(self, mask: int, least: Amount | None = None) -> Amount:
        """An answer among the given ones, at least as large as `least` where there is such a one."""
        found = [value for bit in _bits(mask >> STATES) if (value := self._value(bit)) is not None]
        if least is not None:
            enough = [value for value in found if value >= least]
            if enough:
                return enough[0]
        return found[0]

    def at(self, amount: Amount) -> int:
        """The cell that an amount lies in."""
        below = sum(cut < amount for cut in self.cuts)
        return 1 << 2 * below + (amount in self.cuts) + STATES

    def bits(self, mask: int) -> Iterator[int]:
        """The numbers of the cells among the given ones."""
        return _bits(mask >> STATES)

    def range(self, bit: int) -> tuple[Amount | None, Amount | None]:
        """The smallest and the largest amount of a cell; None where there is no bound."""
        if bit % 2:
            return self.cuts[bit // 2], self.cuts[bit // 2]
        below = self.cuts[bit // 2 - 1] if bit else self.low
        above = self.cuts[bit // 2] if bit // 2 < len(self.cuts) else self.high
        if self.whole:
            below = below + 1 if bit and below is not None else below
            above = above - 1 if bit // 2 < len(self.cuts) and above is not None else above
        return below, above

    def _value(self, bit: int) -> Amount | None:
        """An amount of a cell; None when it has none."""
        if bit % 2:
            cut = self.cuts[bit // 2]
            fits = self.holds(cut) and (not self.whole or cut == floor(cut))
            return cut if fits else None
        below = self.cuts[bit // 2 - 1] if bit else None
        above = self.cuts[bit // 2] if bit // 2 < len(self.cuts) else None
        for value in self._candidates(below, above):
            inside = (below is None or value > below) and (above is None or value < above)
            if inside and self.holds(value):
                return value
        return None

    def holds(self, value: Amount) -> bool:
        """Whether an amount lies within the bounds."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def _candidates(self, below: Amount | None, above: Amount | None) -> Iterator[Amount]:
        low = below if self.low is None or (below is not None and below >= self.low) else self.low
        high = above if self.high is None or (above is not None and above <= self.high) else self.high
        if low is not None:
            yield from (floor(low) + 1,) if low == below else (-floor(-low), low)
        if high is not None:
            yield from (-floor(-high) - 1,) if high == above else (floor(high), high)
        if low is None and high is None:
            yield 1
        elif low is not None and high is not None and not self.whole:
            from fractions import Fraction  # only where numbers are so close to each other

            middle = (Fraction(low) + Fraction(high)) / 2
            yield _EXACT.divide(Decimal(middle.numerator), Decimal(middle.denominator))


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield _lowest(mask)
        mask &= mask - 1


def _lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1


Cells = Options | Amounts
