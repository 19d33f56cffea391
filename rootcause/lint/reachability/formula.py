"""Formulas: which values variables may have, joined by and and or. A negation is pushed down to the variables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct


class Atom(Struct, frozen=True):
    """The variable has one of the values whose bits are set."""

    variable: str
    mask: int


class All(Struct, frozen=True):
    """Every part holds."""

    parts: tuple[Formula, ...]


class Any(Struct, frozen=True):
    """At least one part holds."""

    parts: tuple[Formula, ...]


Formula = Atom | All | Any

TRUE: Final = All(())
FALSE: Final = Any(())


def all_of(parts: Iterable[Formula]) -> Formula:
    """The conjunction, in its simplest form."""
    found: list[Formula] = []
    for part in parts:
        if part == FALSE:
            return FALSE
        found += part.parts if isinstance(part, All) else (part,)
    return found[0] if len(found) == 1 else All(tuple(found))


def any_of(parts: Iterable[Formula]) -> Formula:
    """The disjunction, in its simplest form."""
    found: list[Formula] = []
    for part in parts:
        if part == TRUE:
            return TRUE
        found += part.parts if isinstance(part, Any) else (part,)
    return found[0] if len(found) == 1 else Any(tuple(found))


def negation(formula: Formula, full: Callable[[str], int]) -> Formula:
    """What holds when the formula does not. `full` gives all values of a variable."""
    match formula:
        case Atom(variable, mask):
            return Atom(variable, full(variable) & ~mask)
        case All(parts):
            return any_of(negation(part, full) for part in parts)
        case Any(parts):
            return all_of(negation(part, full) for part in parts)


class Kleene(Struct, frozen=True):
    """When a condition is yes, and when it is no; it is unknown when neither holds."""

    yes: Formula
    no: Formula


def conjunction(parts: Iterable[Kleene]) -> Kleene:
    """`a and b`."""
    found = tuple(parts)
    return Kleene(all_of(part.yes for part in found), any_of(part.no for part in found))


def disjunction(parts: Iterable[Kleene]) -> Kleene:
    """`a or b`."""
    found = tuple(parts)
    return Kleene(any_of(part.yes for part in found), all_of(part.no for part in found))


def branch(condition: Kleene, then: Kleene, otherwise: Kleene) -> Kleene:
    """`a if c else b`."""
    return Kleene(
        any_of((all_of((condition.yes, then.yes)), all_of((condition.no, otherwise.yes)))),
        any_of((all_of((condition.yes, then.no)), all_of((condition.no, otherwise.no)))),
    )


def equality(left: Kleene, right: Kleene) -> Kleene:
    """`a == b` of two conditions."""
    return Kleene(
        any_of((all_of((left.yes, right.yes)), all_of((left.no, right.no)))),
        any_of((all_of((left.yes, right.no)), all_of((left.no, right.yes)))),
    )


def opposite(condition: Kleene) -> Kleene:
    """`not a`."""
    return Kleene(condition.no, condition.yes)
