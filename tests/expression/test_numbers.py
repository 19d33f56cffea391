from decimal import Decimal, localcontext

import pytest

from rootcause.expression.numbers import calculate, exact
from rootcause.expression.values import UNKNOWN

EDGE = 10**30


@pytest.mark.parametrize(
    ("number", "simplest"),
    [
        (Decimal("2.50"), Decimal("2.5")),
        (Decimal("2.0"), 2),
        (Decimal("1E+3"), 1000),
        (Decimal("-0.0"), 0),
        (EDGE, EDGE),
        (-EDGE, -EDGE),
        (Decimal("1E-30"), Decimal("1E-30")),
        (Decimal("1." + "0" * 29 + "1"), Decimal("1." + "0" * 29 + "1")),
        (EDGE + 1, UNKNOWN),
        (Decimal("1E+999999"), UNKNOWN),
        (Decimal("1E-31"), UNKNOWN),
        (Decimal("0." + "1" * 200), UNKNOWN),
        (Decimal("NaN"), UNKNOWN),
    ],
)
def test_a_number_has_one_simplest_form_or_is_unknown(number, simplest):
    found = exact(number)
    assert (found, type(found)) == (simplest, type(simplest))


def test_no_result_depends_on_the_precision_that_somebody_has_set():
    with localcontext(prec=3):
        assert calculate("+", 123456, Decimal("0.789")) == Decimal("123456.789")
        assert calculate("*", 123456789, 123456789) == 15241578750190521
        assert calculate("-", EDGE, Decimal("0.001")) == Decimal("9" * 30 + ".999")
