"""Takes one operand out of `a and b and c`, and leaves every other character as it is."""

from __future__ import annotations

import re
from itertools import pairwise

from rootcause.expression.parser import parse_expression
from rootcause.expression.syntax import Call, Comparison, Conditional, Connection, Expression, Node, Not, children
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Edit, Fix


def without(place: Place, expression: Expression, connection: Connection, index: int) -> Fix | None:
    """A fix that removes an operand; None when it cannot be told exactly which characters belong to it."""
    start, end = _characters(expression.text, connection, index)
    text = expression.text[:start] + expression.text[end:]
    read = parse_expression(text)
    if not isinstance(read, Expression) or read.root != _replaced(expression.root, connection, index):
        return None
    span = place.tree.span_within(place.route, start, end)
    if place.tree.source.slice(span) != expression.text[start:end]:
        return None
    return Fix((Edit(span, "", place.tree.source),))


def _characters(text: str, connection: Connection, index: int) -> tuple[int, int]:
    """Where the operand stands with its parentheses and the word that joins it."""
    operands = connection.operands
    gaps = [_gap(text, one.end, other.start, connection.connector) for one, other in pairwise(operands)]
    if index == 0:
        before = operands[0].start
        while before > connection.start and text[before - 1] in " (\n":
            before -= 1
        return max(before, connection.start), gaps[0][1]
    last = index == len(operands) - 1
    return gaps[index - 1][0], connection.end if last else gaps[index][0]


def _gap(text: str, start: int, end: int, connector: str) -> tuple[int, int]:
    """Where the operand before ends with its parentheses, and where the one behind begins with its own."""
    between = text[start:end]
    word = re.search(rf"\b{connector}\b", between)
    if word is None:
        return start, end
    left = between[: word.start()].rstrip()
    right = between[word.end() :]
    return start + len(left), start + word.end() + len(right) - len(right.lstrip())


def _replaced(node: Node, connection: Connection, index: int) -> Node:
    """The tree without the operand."""
    if node is connection:
        rest = connection.operands[:index] + connection.operands[index + 1 :]
        return rest[0] if len(rest) == 1 else Connection(connection.connector, rest)
    parts = [_replaced(part, connection, index) for part in children(node)]
    match node:
        case Not(_):
            return Not(*parts)
        case Connection(connector, _):
            return Connection(connector, tuple(parts))
        case Comparison(comparator, _, _):
            return Comparison(comparator, *parts)
        case Conditional(_, _, _):
            return Conditional(*parts)
        case Call(function, _):
            return Call(function, tuple(parts))
        case _:
            return node  # no condition stands in it
