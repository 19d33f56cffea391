"""The tree of an expression.

A node knows where it stands in the text, but two nodes are equal when they say the same, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal

from msgspec import Struct

Connector = Literal["and", "or"]
Comparator = Literal["==", "!=", "<", "<=", ">", ">="]
Operator = Literal["+", "-", "*"]

RESERVED: Final = frozenset({"and", "or", "not", "if", "else", "true", "false", "today", "now", "index", "previous"})
"""Words that cannot be the id of a question, because an expression would mean something else by them."""


# Struct has no way to leave a field out of a comparison.
class _Placed(Struct, frozen=True, eq=False, kw_only=True):
    start: int = 0
    end: int = 0

    def _parts(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in type(self).__match_args__)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Placed) and type(self) is type(other) and self._parts() == other._parts()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((type(self), self._parts()))


class Truth(_Placed, frozen=True):
    """`true` or `false`."""

    value: bool


class Number(_Placed, frozen=True):
    """A number as it was written: whole, or decimal with all its digits."""

    value: int | Decimal


class Text(_Placed, frozen=True):
    """A text in quotes; the id of an option when it stands beside a choice."""

    value: str


class Day(_Placed, frozen=True):
    """`date('2026-01-31')`."""

    value: date


class Name(_Placed, frozen=True):
    """A question named bare."""

    id: str


class Previous(_Placed, frozen=True):
    """`previous.x`: the same question in the row or rung before."""

    id: str


class Index(_Placed, frozen=True):
    """The number of the row, from 1, or the level of the rung."""


class Today(_Placed, frozen=True):
    """The day on which the expression is evaluated."""


class Now(_Placed, frozen=True):
    """The moment at which the expression is evaluated."""


class Not(_Placed, frozen=True):
    """`not a`."""

    operand: Node


class Negative(_Placed, frozen=True):
    """`-a`."""

    operand: Node


class Connection(_Placed, frozen=True):
    """`a and b and ...` or `a or b or ...`: two operands or more."""

    connector: Connector
    operands: tuple[Node, ...]


class Comparison(_Placed, frozen=True):
    """`a == b` and its like."""

    comparator: Comparator
    left: Node
    right: Node


class Arithmetic(_Placed, frozen=True):
    """`a + b`, `a - b`, `a * b`."""

    operator: Operator
    left: Node
    right: Node


class Conditional(_Placed, frozen=True):
    """`then if condition else otherwise`."""

    condition: Node
    then: Node
    otherwise: Node


class Call(_Placed, frozen=True):
    """A function and its arguments; which ones there are stands in `functions`."""

    function: str
    arguments: tuple[Node, ...]


Leaf = Truth | Number | Text | Day | Name | Previous | Index | Today | Now
Node = Leaf | Not | Negative | Connection | Comparison | Arithmetic | Conditional | Call


def children(node: Node) -> tuple[Node, ...]:
    """The parts of a node, in the order in which they are evaluated."""
    match node:
        case Not(operand) | Negative(operand):
            return (operand,)
        case Connection(_, parts) | Call(_, parts):
            return parts
        case Comparison(_, left, right) | Arithmetic(_, left, right):
            return (left, right)
        case Conditional(condition, then, otherwise):
            return (condition, then, otherwise)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and everything in it."""
    yield node
    for child in children(node):
        yield from walk(child)


class Expression(Struct, frozen=True, dict=True):
    """An expression as it was written, and its tree."""

    text: str
    root: Node

    @cached_property
    def names(self) -> frozenset[str]:
        """The questions it names bare, also those named inside `count(list, ...)`, which may belong to the row."""
        return frozenset(node.id for node in walk(self.root) if isinstance(node, Name))

    @cached_property
    def previous_names(self) -> frozenset[str]:
        """The questions of the row or rung before that it names."""
        return frozenset(node.id for node in walk(self.root) if isinstance(node, Previous))

    @property
    def uses_previous(self) -> bool:
        """Whether it looks at the row or rung before."""
        return bool(self.previous_names)

    @cached_property
    def uses_index(self) -> bool:
        """Whether it depends on the place of the row or rung."""
        return any(isinstance(node, Index) for node in walk(self.root))

    @cached_property
    def uses_clock(self) -> bool:
        """Whether its value can change although no answer does."""
        return any(isinstance(node, Today | Now) for node in walk(self.root))

    def __str__(self) -> str:
        return self.text
