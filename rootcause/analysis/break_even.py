"""When a lasting improvement becomes cheaper than repeating a quick fix (method O7, after CX Academy).

Cost of an option after t years: one_off + running * t + recurs * one_off * t, for a quick fix has to be paid for
again each time it has to be done again. Both costs are straight lines, so they cross at most once. Figures are exact
fractions; nothing is discounted.
"""

from __future__ import annotations

import enum
import math
from fractions import Fraction

from msgspec import Struct


class Cost(Struct, frozen=True):
    """What an option costs: once, each year, and how many times a year it has to be done again."""

    one_off: Fraction
    running: Fraction = Fraction(0)
    recurs: Fraction = Fraction(0)

    @property
    def yearly(self) -> Fraction:
        """What each year adds."""
        return self.running + self.recurs * self.one_off

    def after(self, months: int) -> Fraction:
        """All that has been paid by the end of that month."""
        return self.one_off + self.yearly * months / 12


class Outcome(enum.StrEnum):
    """How the two costs compare over time."""

    FROM_START = "from_start"
    FROM_MONTH = "from_month"
    UNTIL_MONTH = "until_month"
    NEVER = "never"
    EQUAL = "equal"


class BreakEven(Struct, frozen=True):
    """When the lasting improvement is the cheaper one.

    `month` is there for two outcomes: the first month at whose end it is cheaper, and the last one when it starts out
    cheaper and ends up dearer.
    """

    outcome: Outcome
    month: int | None = None


def crossing(quick: Cost, lasting: Cost) -> Fraction | None:
    """After how many months both have cost the same; None where one of them is never the dearer one."""
    dearer_now = lasting.one_off - quick.one_off
    saved_yearly = quick.yearly - lasting.yearly
    return dearer_now / saved_yearly * 12 if dearer_now * saved_yearly > 0 else None


def break_even(quick: Cost, lasting: Cost) -> BreakEven:
    """Compare the cost of a lasting improvement with that of a quick fix, from now on."""
    dearer_now = lasting.one_off - quick.one_off
    saved_yearly = quick.yearly - lasting.yearly
    if dearer_now == saved_yearly == 0:
        return BreakEven(Outcome.EQUAL)
    if dearer_now <= 0 <= saved_yearly:
        return BreakEven(Outcome.FROM_START)
    if dearer_now >= 0 >= saved_yearly:
        return BreakEven(Outcome.NEVER)
    months = dearer_now / saved_yearly * 12
    if dearer_now > 0:
        return BreakEven(Outcome.FROM_MONTH, math.floor(months) + 1)
    last = math.ceil(months) - 1
    return BreakEven(Outcome.UNTIL_MONTH, last) if last > 0 else BreakEven(Outcome.NEVER)
