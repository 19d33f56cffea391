"""From a tree back to the text of the expression, with no more parentheses than it needs."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, assert_never

from rootcause.expression.syntax import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    Connection,
    Day,
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

# How tightly each form binds; an operand that binds less tightly than its place asks for gets parentheses.
_IF, _OR, _AND, _NOT, _COMPARE, _ADD, _MULTIPLY, _MINUS, _ATOM = range(9)
_ARITHMETIC: Final = {"+": _ADD, "-": _ADD, "*": _MULTIPLY}


def unparse(node: Node) -> str:
    """The text that is read as this tree again."""
    return _written(node, _IF)


def _written(node: Node, place: int) -> str:
    text, binding = _form(node)
    return f"({text})" if binding < place else text


def _form(node: Node) -> tuple[str, int]:
    match node:
        case Not(operand):
            return f"not {_written(operand, _NOT)}", _NOT
        case Negative(operand):
            return f"-{_written(operand, _MINUS)}", _MINUS
        case Connection(connector, operands):
            binding = _AND if connector == "and" else _OR
            return f" {connector} ".join(_written(operand, binding + 1) for operand in operands), binding
        case Comparison(comparator, left, right):
            return f"{_written(left, _ADD)} {comparator} {_written(right, _ADD)}", _COMPARE
        case Arithmetic(operator, left, right):
            binding = _ARITHMETIC[operator]
            return f"{_written(left, binding)} {operator} {_written(right, binding + 1)}", binding
        case Conditional(condition, then, otherwise):
            return f"{_written(then, _OR)} if {_written(condition, _OR)} else {_written(otherwise, _IF)}", _IF
        case Call(function, arguments):
            return f"{function}({', '.join(_written(argument, _IF) for argument in arguments)})", _ATOM
        case _:
            return _leaf(node), _ATOM


def _leaf(node: Leaf) -> str:
    match node:
        case Truth(value):
            return "true" if value else "false"
        case Number(number):
            return format(number, "f") if isinstance(number, Decimal) else str(number)
        case Text(text):
            return f'"{text}"' if "'" in text else f"'{text}'"
        case Day(day):
            return f"date('{day.isoformat()}')"
        case Name(id):
            return id
        case Previous(id):
            return f"previous.{id}"
        case Index():
            return "index"
        case Today():
            return "today"
        case Now():
            return "now"
        case _:
            assert_never(node)
