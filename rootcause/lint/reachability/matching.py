"""Answers compared with what stands in a condition, or with one another. None stands for what is not followed."""

from __future__ import annotations

from typing import Final

from rootcause.expression.syntax import Comparator, Day, Node
from rootcause.lint.reachability.cells import NOT_KNOWN, NOTHING, Amount, Amounts, Cells, Options
from rootcause.lint.reachability.constants import constant
from rootcause.lint.reachability.formula import TRUE, Atom, Formula, Kleene, all_of, any_of, opposite

_MOST_OPTIONS: Final = 40  # compared one by one when two choices are compared


def option(key: str, cells: Cells, comparator: Comparator, value: str) -> Kleene | None:
    """When the answer is this option, or another."""
    if not isinstance(cells, Options):
        return None
    same = cells.equal(value)
    found = Kleene(Atom(key, same), Atom(key, _answers(cells) & ~same))
    return found if comparator == "==" else opposite(found)


def two_options(one: str, its: Cells, comparator: Comparator, other: str, theirs: Cells) -> Kleene | None:
    """When two choices have the same answer, or different ones."""
    if not (isinstance(its, Options) and isinstance(theirs, Options)) or len(its.values) > _MOST_OPTIONS:
        return None
    same, different = [], []
    for value in its.values:
        first, second = Atom(one, its.equal(value)), theirs.equal(value)
        same.append(all_of((first, Atom(other, second))))
        different.append(all_of((first, Atom(other, _answers(theirs) & ~second))))
    found = Kleene(any_of(same), any_of(different))
    return found if comparator == "==" else opposite(found)


def amount(
    key: str, cells: Cells, comparator: Comparator, other: Node, unit: int = 1, *, also: Formula = TRUE
) -> Kleene | None:
    """When an answer, counted in a unit, is more or less than a number or a day; `also` must hold for either."""
    value: Amount | None = other.value.toordinal() if isinstance(other, Day) else constant(other)
    if value is None or not isinstance(cells, Amounts):
        return None
    if unit != 1 and value * unit != int(value * unit):
        return None  # a duration is whole seconds, and its minutes are rounded
    mask = cells.compared(comparator, value * unit)
    if mask is None:
        return None
    return Kleene(all_of((also, Atom(key, mask))), all_of((also, Atom(key, _answers(cells) & ~mask))))


def _answers(cells: Cells) -> int:
    return cells.full & ~(NOTHING | NOT_KNOWN)
