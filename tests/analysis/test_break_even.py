from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rootcause.analysis.break_even import BreakEven, Cost, Outcome, break_even, crossing

YEARS = 60


def cost(one_off: int, running: int = 0, recurs: int = 0) -> Cost:
    return Cost(Fraction(one_off), Fraction(running), Fraction(recurs))


def test_repeating_a_quick_fix_costs_its_price_each_time() -> None:
    assert cost(40, recurs=120).after(12) == 40 + 120 * 40


def test_a_running_cost_is_paid_by_the_month() -> None:
    assert cost(3000, running=1200).after(3) == 3300


@pytest.mark.parametrize(
    ("quick", "lasting", "expected"),
    [
        pytest.param(cost(40, recurs=120), cost(3000, 1200), BreakEven(Outcome.FROM_MONTH, 10), id="it pays off"),
        pytest.param(cost(100, recurs=12), cost(400), BreakEven(Outcome.FROM_MONTH, 4), id="equal after month 3"),
        pytest.param(cost(100, recurs=1), cost(100), BreakEven(Outcome.FROM_START), id="the same to begin with"),
        pytest.param(cost(100, recurs=1), cost(50, 20), BreakEven(Outcome.FROM_START), id="cheaper at once"),
        pytest.param(cost(100), cost(500), BreakEven(Outcome.NEVER), id="the fix holds"),
        pytest.param(cost(100, 50), cost(500, 50), BreakEven(Outcome.NEVER), id="the same each year"),
        pytest.param(cost(100), cost(100), BreakEven(Outcome.EQUAL), id="no difference"),
        pytest.param(cost(0), cost(0), BreakEven(Outcome.EQUAL), id="both free"),
        pytest.param(cost(60, 0), cost(50, 600), BreakEven(Outcome.NEVER), id="dearer within the first month"),
        pytest.param(cost(200, 10), cost(100, 130), BreakEven(Outcome.UNTIL_MONTH, 9), id="cheap to buy, dear to keep"),
    ],
)
def test_the_month_from_which_the_lasting_improvement_is_cheaper(
    quick: Cost, lasting: Cost, expected: BreakEven
) -> None:
    assert break_even(quick, lasting) == expected


amounts = st.integers(0, 400)
costs = st.builds(cost, amounts, amounts, st.integers(0, 6))


@settings(max_examples=40, deadline=None)
@given(costs, costs)
def test_a_simulation_month_by_month_finds_the_same(quick: Cost, lasting: Cost) -> None:
    cheaper = [lasting.after(month) < quick.after(month) for month in range(12 * YEARS)]
    dearer = [lasting.after(month) > quick.after(month) for month in range(12 * YEARS)]
    result = break_even(quick, lasting)
    match result.outcome:
        case Outcome.FROM_START:
            assert all(cheaper[1:])
            assert not dearer[0]
        case Outcome.FROM_MONTH:
            assert dearer[0]
            assert result.month is not None
            assert [*cheaper, True].index(True) == min(result.month, len(cheaper))
            assert all(cheaper[result.month :])
        case Outcome.UNTIL_MONTH:
            assert result.month is not None
            assert cheaper[0]
            assert all(cheaper[: result.month + 1])
            assert not any(cheaper[result.month + 1 :])
        case Outcome.NEVER:
            assert not any(cheaper[1:])
            assert any(dearer)
        case Outcome.EQUAL:
            assert not any(cheaper)
            assert not any(dearer)


@pytest.mark.parametrize(
    ("quick", "lasting", "expected"),
    [
        pytest.param(cost(100, recurs=12), cost(400), 3, id="after month 3"),
        pytest.param(cost(200, 10), cost(100, 130), 10, id="cheaper first, dearer after"),
        pytest.param(cost(100), cost(500), None, id="never"),
        pytest.param(cost(100), cost(100, 5), None, id="only at the start"),
        pytest.param(cost(100), cost(100), None, id="always the same"),
    ],
)
def test_two_costs_cross_once_or_not_at_all(quick: Cost, lasting: Cost, expected: int | None) -> None:
    assert crossing(quick, lasting) == expected
