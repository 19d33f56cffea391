"""The types that a question and an expression can have, known before anybody has answered."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class _Plain(Struct, frozen=True):
    """A type that has no parts; all of one class are equal."""


class YesNo(_Plain, frozen=True):
    """True or false: what a condition must be."""


class ChoiceType(Struct, frozen=True):
    """One of the options, by id, `other` among them when it is offered."""

    options: tuple[str, ...]


class ChoicesType(Struct, frozen=True):
    """Any number of the options."""

    options: tuple[str, ...]


class TextType(Struct, frozen=True):
    """Text. `literals` are the texts that it can only be, when they stand in the expression itself."""

    literals: tuple[str, ...] = ()


class NumberType(_Plain, frozen=True):
    """A whole or decimal number."""


class DateType(_Plain, frozen=True):
    """A day of the calendar."""


class DateTimeType(_Plain, frozen=True):
    """A moment: a day, a time and a zone."""


class DurationType(_Plain, frozen=True):
    """A span of time."""


class ListType(Struct, frozen=True):
    """Rows or rungs; `items` are the questions of each."""

    items: Mapping[str, Type]


Type = YesNo | ChoiceType | ChoicesType | TextType | NumberType | DateType | DateTimeType | DurationType | ListType


def describe(type: Type) -> str:
    """The type as a message names it."""
    match type:
        case YesNo():
            return "yes or no"
        case ChoiceType():
            return "a choice"
        case ChoicesType():
            return "a set of choices"
        case TextType():
            return "a text"
        case NumberType():
            return "a number"
        case DateType():
            return "a date"
        case DateTimeType():
            return "a date with a time"
        case DurationType():
            return "a duration"
        case ListType():
            return "a list"


def accepts(expected: Type, actual: Type) -> bool:
    """Whether every value of the second type is an answer to a question of the first.

    A text is accepted for a choice when it is written in the expression and is one of the options.
    """
    match expected, actual:
        case ListType(), _:
            return False
        case (ChoiceType(options), ChoiceType(given)) | (ChoicesType(options), ChoicesType(given)):
            return set(given) <= set(options)
        case ChoiceType(options), TextType(literals):
            return bool(literals) and set(literals) <= set(options)
        case _:
            return expected.__class__ is actual.__class__


def merged(one: Type, other: Type) -> Type | None:
    """The type of a value that is either of the two; None when there is none."""
    match one, other:
        case (ListType(), _) | (_, ListType()):
            return None
        case ChoiceType(a), (ChoiceType(b) | TextType(literals=(_, *_) as b)):
            return ChoiceType(_union(a, b))
        case TextType(literals=(_, *_) as a), ChoiceType(b):
            return ChoiceType(_union(b, a))
        case ChoicesType(a), ChoicesType(b):
            return ChoicesType(_union(a, b))
        case TextType(a), TextType(b):
            return TextType(_union(a, b) if a and b else ())
        case _:
            return one if one == other else None


def _union(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*a, *b)))
