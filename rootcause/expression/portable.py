"""An expression as plain JSON, for programs that do not read its text: a form in a browser, another language.

A node is a list that begins with its kind, except that truth is JSON's own:

    true                            false
    ["num", "1.5"]                  digits as written, so that nothing is rounded
    ["text", "open"]                ["date", "2026-01-31"]
    ["name", "carrier"]             ["previous", "because"]
    ["index"]   ["today"]           ["now"]
    ["not", a]                      ["neg", a]
    ["and", a, b, ...]              ["or", a, b, ...]
    ["==", a, b]                    also != < <= > >=
    ["+", a, b]                     also - *
    ["if", condition, then, else]
    ["call", "has", a, ...]         the functions and their arguments in order
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from msgspec.structs import replace

from rootcause.expression.days import day_from
from rootcause.expression.flaw import Flaw, FlawRule
from rootcause.expression.parser import DEPTH_LIMIT, LENGTH_LIMIT, parse_unbounded
from rootcause.expression.syntax import (
    Arithmetic,
    Call,
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
    Previous,
    Text,
    Today,
    Truth,
)
from rootcause.expression.tokens import number_from
from rootcause.expression.writer import unparse

Portable: TypeAlias = "bool | str | list[Portable]"

# Writing a tree out adds spaces, at most one on each side of a sign.
_WRITTEN_LIMIT: Final = 3 * LENGTH_LIMIT


def to_portable(expression: Expression) -> Portable:
    """The tree as values that JSON has."""
    return _plain(expression.root)


def from_portable(data: object) -> Expression | Flaw:
    """The expression, or why the data is none; the flaw has no place. Raises nothing, whatever the data.

    The tree is written out and read again, so that it obeys every rule of the text and its nodes have places in it.
    """
    try:
        root = _Builder().node(data, 1)
    except _RefusedError as refused:
        return Flaw(FlawRule.SYNTAX, str(refused), 0, 0)
    text = unparse(root)
    if len(text) > _WRITTEN_LIMIT:
        return Flaw(FlawRule.LIMIT, "the expression is too long", 0, 0)
    expression = parse_unbounded(text)
    if isinstance(expression, Flaw):
        return replace(expression, start=0, end=0)
    if expression.root != root:
        return Flaw(FlawRule.SYNTAX, "there is no expression with this tree", 0, 0)
    return expression


def _plain(node: Node) -> Portable:
    match node:
        case Not(operand):
            return ["not", _plain(operand)]
        case Negative(operand):
            return ["neg", _plain(operand)]
        case Connection(connector, operands):
            return [connector, *map(_plain, operands)]
        case Comparison(sign, left, right) | Arithmetic(sign, left, right):
            return [sign, _plain(left), _plain(right)]
        case Conditional(condition, then, otherwise):
            return ["if", _plain(condition), _plain(then), _plain(otherwise)]
        case Call(function, arguments):
            return ["call", function, *map(_plain, arguments)]
        case Truth(value):
            return value
        case _:
            return [*_plain_leaf(node)]


def _plain_leaf(node: Number | Text | Day | Name | Previous | Index | Today | Now) -> tuple[str, ...]:
    match node:
        case Number():
            return "num", unparse(node)
        case Text(text):
            return "text", text
        case Day(day):
            return "date", day.isoformat()
        case Name(id):
            return "name", id
        case Previous(id):
            return "previous", id
        case Index():
            return ("index",)
        case Today():
            return ("today",)
        case Now():
            return ("now",)


class _RefusedError(Exception):
    """Says what is wrong with the data."""


class _Builder:
    """Builds the tree of some data, as far as its size allows."""

    def __init__(self) -> None:
        self._count = 0

    def node(self, data: object, depth: int) -> Node:
        self._count += 1
        if self._count > LENGTH_LIMIT or depth > DEPTH_LIMIT:
            raise _RefusedError("the tree is too large or too deep")
        match data:
            case bool():
                return Truth(data)
            case [str() as kind, *parts] if isinstance(data, list):
                return self._form(kind, parts, depth + 1)
            case _:
                raise _RefusedError(f"a node is a list that begins with its kind, not {type(data).__name__}")

    def _form(self, kind: str, parts: Sequence[object], depth: int) -> Node:
        match kind, parts:
            case "not", [operand]:
                return Not(self.node(operand, depth))
            case "neg", [operand]:
                return Negative(self.node(operand, depth))
            case (("and" | "or"), [_, _, *_]):
                return Connection(kind, self._nodes(parts, depth))
            case (("==" | "!=" | "<" | "<=" | ">" | ">="), [left, right]):
                return Comparison(kind, self.node(left, depth), self.node(right, depth))
            case (("+" | "-" | "*"), [left, right]):
                return Arithmetic(kind, self.node(left, depth), self.node(right, depth))
            case "if", [condition, then, otherwise]:
                return Conditional(*self._nodes((condition, then, otherwise), depth))
            case "call", [str() as function, *arguments]:
                return Call(_short(function), self._nodes(arguments, depth))
            case _:
                return _leaf(kind, parts)

    def _nodes(self, parts: Sequence[object], depth: int) -> tuple[Node, ...]:
        return tuple(self.node(part, depth) for part in parts)


def _leaf(kind: str, parts: Sequence[object]) -> Leaf:
    match kind, parts:
        case "num", [str() as written]:
            number = number_from(written)
            if number is not None:
                return Number(number)
        case "date", [str() as written]:
            day = day_from(written)
            if day is not None:
                return Day(day)
        case "text", [str() as written]:
            return Text(_short(written))
        case "name", [str() as written]:
            return Name(_short(written))
        case "previous", [str() as written]:
            return Previous(_short(written))
        case "index", []:
            return Index()
        case "today", []:
            return Today()
        case "now", []:
            return Now()
        case _:
            pass
    raise _RefusedError(f"{kind[:20]!r} with these parts is not a node")


def _short(written: str) -> str:
    if len(written) > LENGTH_LIMIT:
        raise _RefusedError("a text in the tree is too long")
    return written
