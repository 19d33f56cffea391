"""Exact arithmetic within bounds: whole numbers and decimals, never binary floats."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final, Literal

from rootcause.expression.syntax import Operator
from rootcause.expression.values import UNKNOWN, Unknown

MAGNITUDE_LIMIT: Final = Decimal(10) ** 30
DECIMALS_LIMIT: Final = 30

# Two operands within the bounds have at most 61 digits each, so that no product is ever rounded.
_EXACT = Context(prec=130)

Exact = int | Decimal | Literal[Unknown.UNKNOWN]


def exact(value: int | Decimal) -> Exact:
    """The number in its simplest form (2.50 is 2.5, 2.0 is 2), or unknown beyond 10**30 or 30 decimals."""
    number = Decimal(value)
    if not number.is_finite() or number.copy_abs() > MAGNITUDE_LIMIT:
        return UNKNOWN
    if number == number.to_integral_value(context=_EXACT):
        return int(number)
    simplest = number.normalize(_EXACT)
    exponent = simplest.as_tuple().exponent
    return simplest if isinstance(exponent, int) and -exponent <= DECIMALS_LIMIT and simplest == number else UNKNOWN


def calculate(operator: Operator, left: int | Decimal, right: int | Decimal) -> Exact:
    """The exact result, or unknown when it or an operand is beyond the bounds."""
    a, b = exact(left), exact(right)
    if a is UNKNOWN or b is UNKNOWN:
        return UNKNOWN
    x, y = Decimal(a), Decimal(b)
    match operator:
        case "+":
            return exact(_EXACT.add(x, y))
        case "-":
            return exact(_EXACT.subtract(x, y))
        case "*":
            return exact(_EXACT.multiply(x, y))
