"""The functions of the language in one table: what they take, what they give."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from rootcause.expression.types import DateType, NumberType, Type, YesNo


class Parameter(enum.Enum):
    """What an argument must be; the value says so to a person."""

    QUESTION = "the name of a question"
    LIST = "the name of a list or a ladder"
    CHOICES = "a question with several choices"
    CHOSEN = "a choice or choices"
    OPTION = "an option in quotes"
    CONDITION = "a condition"
    DURATION = "a duration"
    MOMENT = "a date with a time"
    DAY = "a date, with or without a time"
    SIZED = "a text, choices or a list"
    WRITTEN_DATE = "a date in quotes, like '2026-01-31'"


class Function(Struct, frozen=True):
    """A function; `usages` are the ways to call it, and `repeats` says that the last argument may be repeated."""

    name: str
    usages: tuple[tuple[Parameter, ...], ...]
    result: Type
    shown: str
    repeats: bool = False

    def usage(self, count: int) -> tuple[Parameter, ...] | None:
        """The parameters for that many arguments, or None when it cannot take as many."""
        for usage in self.usages:
            if count == len(usage):
                return usage
            if self.repeats and count > len(usage):
                return usage + usage[-1:] * (count - len(usage))
        return None


FUNCTIONS: Final[Mapping[str, Function]] = {
    function.name: function
    for function in (
        Function("has", ((Parameter.CHOICES, Parameter.OPTION),), YesNo(), "has(q, 'a')"),
        Function("any_of", ((Parameter.CHOSEN, Parameter.OPTION),), YesNo(), "any_of(q, 'a', 'b', ...)", repeats=True),
        Function("answered", ((Parameter.QUESTION,),), YesNo(), "answered(q)"),
        Function("unknown", ((Parameter.QUESTION,),), YesNo(), "unknown(q)"),
        Function(
            "count",
            ((Parameter.LIST,), (Parameter.LIST, Parameter.CONDITION)),
            NumberType(),
            "count(list) or count(list, condition)",
        ),
        Function(
            "minutes",
            ((Parameter.DURATION,), (Parameter.MOMENT, Parameter.MOMENT)),
            NumberType(),
            "minutes(duration) or minutes(from, to)",
        ),
        Function("days", ((Parameter.DAY, Parameter.DAY),), NumberType(), "days(from, to)"),
        Function("len", ((Parameter.SIZED,),), NumberType(), "len(q)"),
        Function("date", ((Parameter.WRITTEN_DATE,),), DateType(), "date('2026-01-31')"),
    )
}
