"""The value of an expression, in three-valued logic: what is not known stays unknown.

A value that does not fit its operator is unknown too. The checker has refused such an expression before, so this only
happens to one that nobody has checked; it never raises.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Protocol

from rootcause.expression.days import day_of, elapsed, minutes_in
from rootcause.expression.numbers import calculate, exact
from rootcause.expression.syntax import (
    Arithmetic,
    Call,
    Comparator,
    Comparison,
    Conditional,
    Connection,
    Day,
    Expression,
    Index,
    Leaf,
    Name,
    Negative,
    Node,
    Not,
    Now,
    Number,
    Operator,
    Previous,
    Text,
    Today,
    Truth,
)
from rootcause.expression.values import UNKNOWN, Maybe


class Environment(Protocol):
    """The answers that an expression looks at, from where it stands: the whole, a row, or a rung.

    The environment of a row knows the questions outside too; a row's own question comes first.
    """

    @property
    def index(self) -> int | None:
        """The number of the row, from 1, or the level of the rung; None outside."""

    @property
    def today(self) -> date:
        """The day in the zone of the case."""

    @property
    def now(self) -> datetime:
        """The moment, in the zone of the case."""

    def value(self, name: str) -> Maybe:
        """The answer; unknown when there is none, when it is not asked, and for a list."""

    def is_answered(self, name: str) -> bool:
        """Whether there is an answer that counts; true for a list that was answered with no rows."""

    def is_unknown(self, name: str) -> bool:
        """Whether somebody said that they do not know."""

    def rows(self, name: str) -> Sequence[Environment]:
        """The rows of a list or the rungs of a ladder; empty for anything else."""

    def previous(self) -> Environment | None:
        """The row before or the rung above; None for the first and outside."""


def evaluate(expression: Expression, environment: Environment) -> Maybe:
    """The value, or UNKNOWN. Raises nothing."""
    return _value(expression.root, environment)


def _value(node: Node, at: Environment) -> Maybe:
    match node:
        case Not(operand):
            truth = _value(operand, at)
            return not truth if isinstance(truth, bool) else UNKNOWN
        case Connection():
            return _connection(node, at)
        case Comparison(comparator, left, right):
            return _comparison(comparator, _value(left, at), _value(right, at))
        case Negative(operand):
            return _arithmetic("-", 0, _value(operand, at))
        case Arithmetic(operator, left, right):
            return _arithmetic(operator, _value(left, at), _value(right, at))
        case Conditional(condition, then, otherwise):
            truth = _value(condition, at)
            if not isinstance(truth, bool):
                return UNKNOWN
            return _value(then if truth else otherwise, at)
        case Call():
            return _call(node, at)
        case _:
            return _leaf(node, at)


def _leaf(node: Leaf, at: Environment) -> Maybe:
    match node:
        case Truth(value) | Number(value) | Text(value) | Day(value):
            return value
        case Name(id):
            return _usable(at.value(id))
        case Previous(id):
            before = at.previous()
            return UNKNOWN if before is None else _usable(before.value(id))
        case Index():
            return UNKNOWN if at.index is None else at.index
        case Today():
            return at.today
        case Now():
            return at.now


def _usable(value: Maybe) -> Maybe:
    """The value, unless it is one of the decimals that are no number."""
    return UNKNOWN if isinstance(value, Decimal) and not value.is_finite() else value


def _connection(node: Connection, at: Environment) -> Maybe:
    deciding = node.connector == "or"
    known = True
    for operand in node.operands:
        truth = _value(operand, at)
        if truth is deciding:
            return deciding
        known = known and isinstance(truth, bool)
    return not deciding if known else UNKNOWN


def _comparison(comparator: Comparator, left: Maybe, right: Maybe) -> Maybe:
    match left, right:
        case (bool(), bool()) | (str(), str()):
            return _equality(comparator, left == right)
        case (bool(), _) | (_, bool()):
            return UNKNOWN
        case (int() | Decimal(), int() | Decimal()):
            return _order(comparator, left < right, left == right)
        case datetime(), datetime():
            passed = elapsed(left, right)
            return _order(comparator, passed > timedelta(), passed == timedelta())
        case date(), date():
            return _order(comparator, day_of(left) < day_of(right), day_of(left) == day_of(right))
        case timedelta(), timedelta():
            return _order(comparator, left < right, left == right)
        case _:
            return UNKNOWN


def _equality(comparator: Comparator, equal: bool) -> Maybe:
    match comparator:
        case "==":
            return equal
        case "!=":
            return not equal
        case _:
            return UNKNOWN


def _order(comparator: Comparator, less: bool, equal: bool) -> bool:
    match comparator:
        case "==":
            return equal
        case "!=":
            return not equal
        case "<":
            return less
        case "<=":
            return less or equal
        case ">":
            return not (less or equal)
        case ">=":
            return not less


def _arithmetic(operator: Operator, left: Maybe, right: Maybe) -> Maybe:
    match left, right:
        case (bool(), _) | (_, bool()):
            return UNKNOWN
        case (int() | Decimal(), int() | Decimal()):
            return calculate(operator, left, right)
        case datetime(), datetime() if operator == "-":
            return elapsed(right, left)
        case (datetime(), _) | (_, datetime()):
            return UNKNOWN
        case date(), date() if operator == "-":
            return left - right
        case _:
            return UNKNOWN


def _call(node: Call, at: Environment) -> Maybe:
    match node.function, node.arguments:
        case "answered", (question,):
            return _asked(question, at, lambda where, name: where.is_answered(name))
        case "unknown", (question,):
            return _asked(question, at, lambda where, name: where.is_unknown(name))
        case "has" | "any_of", (chosen, *options):
            wanted = {option.value for option in options if isinstance(option, Text)}
            return _chosen(_value(chosen, at), wanted)
        case "count", (Name(id),):
            return len(at.rows(id)) if at.is_answered(id) else UNKNOWN
        case "count", (Name(id), condition):
            if not at.is_answered(id):
                return UNKNOWN
            return sum(_value(condition, row) is True for row in at.rows(id))
        case "len", (Name(id),) if at.is_answered(id) and at.value(id) is UNKNOWN:
            return len(at.rows(id))
        case "len", (sized,):
            value = _value(sized, at)
            return len(value) if isinstance(value, str | frozenset) else UNKNOWN
        case "days", (start, end):
            return _days(_value(start, at), _value(end, at))
        case "minutes", (span,):
            value = _value(span, at)
            return exact(minutes_in(value)) if isinstance(value, timedelta) else UNKNOWN
        case "minutes", (start, end):
            return _minutes(_value(start, at), _value(end, at))
        case _:
            return UNKNOWN


def _asked(question: Node, at: Environment, ask: Callable[[Environment, str], bool]) -> bool:
    match question:
        case Name(id):
            return ask(at, id)
        case Previous(id):
            before = at.previous()
            return before is not None and ask(before, id)
        case _:
            return False


def _chosen(value: Maybe, wanted: set[str]) -> Maybe:
    match value:
        case str():
            return value in wanted
        case frozenset():
            return not wanted.isdisjoint(value)
        case _:
            return UNKNOWN


def _days(start: Maybe, end: Maybe) -> Maybe:
    if isinstance(start, date) and isinstance(end, date):
        return (day_of(end) - day_of(start)).days
    return UNKNOWN


def _minutes(start: Maybe, end: Maybe) -> Maybe:
    if isinstance(start, datetime) and isinstance(end, datetime):
        return exact(minutes_in(elapsed(start, end)))
    return UNKNOWN
