"""The tree of an expression.

A node knows where it stands in the text, but two nodes are equal when they say the same, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal

Connector = Literal["and", "or"]
Comparator = Literal["==", "!=", "<", "<=", ">", ">="]
Operator = Literal["+", "-", "*"]

RESERVED: Final = frozenset({"and", "or", "not", "if", "else", "true", "false", "today", "now", "index", "previous"})
"""Words that cannot be the id of a question, because an expression would mean something else by them."""


# A node without parts is no dataclass of its own: it inherits all it needs, and each costs a start-up of the program.
@dataclass(frozen=True, slots=True)
class _Placed:
    start: int = field(default=0, compare=False, repr=False, kw_only=True)
    end: int = field(default=0, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Truth(_Placed):
    """`true` or `false`."""

    value: bool


@dataclass(frozen=True, slots=True)
class Number(_Placed):
    """A number as it was written: whole, or decimal with all its digits."""

    value: int | Decimal


@dataclass(frozen=True, slots=True)
class Text(_Placed):
    """A text in quotes; the id of an option when it stands beside a choice."""

    value: str


@dataclass(frozen=True, slots=True)
class Day(_Placed):
    """`date('2026-01-31')`."""

    value: date


@dataclass(frozen=True, slots=True)
class Name(_Placed):
    """A question named bare."""

    id: str


@dataclass(frozen=True, slots=True)
class Previous(_Placed):
    """`previous.x`: the same question in the row or rung before."""

    id: str


class Index(_Placed):
    """The number of the row, from 1, or the level of the rung."""

    __slots__ = ()


class Today(_Placed):
    """The day on which the expression is evaluated."""

    __slots__ = ()


class Now(_Placed):
    """The moment at which the expression is evaluated."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Not(_Placed):
    """`not a`."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Negative(_Placed):
    """`-a`."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Connection(_Placed):
    """`a and b and ...` or `a or b or ...`: two operands or more."""

    connector: Connector
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Comparison(_Placed):
    """`a == b` and its like."""

    comparator: Comparator
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Arithmetic(_Placed):
    """`a + b`, `a - b`, `a * b`."""

    operator: Operator
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Conditional(_Placed):
    """`then if condition else otherwise`."""

    condition: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class Call(_Placed):
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


@dataclass(frozen=True)
class Expression:
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
