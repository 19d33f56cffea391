"""The number that an expression comes to when it names no question."""

from __future__ import annotations

from decimal import Decimal

from rootcause.expression.numbers import calculate
from rootcause.expression.syntax import Arithmetic, Negative, Node, Number


def constant(node: Node) -> int | Decimal | None:
    """The number that an expression always is, None when it depends on something."""
    match node:
        case Number(value):
            return value
        case Negative(operand):
            negated = constant(operand)
            return None if negated is None else -negated
        case Arithmetic(operator, left, right):
            one, other = constant(left), constant(right)
            if one is None or other is None:
                return None
            result = calculate(operator, one, other)
            return result if isinstance(result, int | Decimal) else None
        case _:
            return None
