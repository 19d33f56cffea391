"""What to write where a value stands that has the wrong type for its place."""

from __future__ import annotations

from rootcause.expression.types import (
    ChoicesType,
    ChoiceType,
    DateTimeType,
    DateType,
    DurationType,
    ListType,
    NumberType,
    Type,
)


def instead_of_condition(written: str, type: Type) -> str:
    """A condition about the value."""
    match type:
        case ChoiceType((first, *_)):
            return f"write {written} == '{first}'"
        case ChoicesType((first, *_)):
            return f"write has({written}, '{first}')"
        case NumberType():
            return f"write {written} > 0"
        case DurationType():
            return f"write minutes({written}) > 0"
        case ListType():
            return f"write count({written}) > 0"
        case _:
            return f"write answered({written})"


def instead_of_arithmetic(left: Type, right: Type) -> str:
    """A way to a number from two values that cannot be added, subtracted or multiplied."""
    dates = (DateType, DateTimeType)
    if isinstance(left, dates) and isinstance(right, dates):
        return "days(from, to) gives the days between them"
    if isinstance(left, dates) or isinstance(right, dates):
        return "compare days(from, to) or minutes(from, to) with a number"
    if isinstance(left, DurationType) or isinstance(right, DurationType):
        return "minutes(duration) gives a number to calculate with"
    if isinstance(left, ListType) or isinstance(right, ListType):
        return "count(list) gives a number to calculate with"
    return "calculate with numbers only"
