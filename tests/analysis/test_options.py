from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import Analysis, analyse
from rootcause.analysis.break_even import Outcome
from rootcause.analysis.options import Comparison
from rootcause.analysis.record import Record

Analysed = Callable[..., Analysis]

REFUND = {"what": "Refund", "kind": "quick", "price": "40 EUR", "running": "0 EUR", "recurs": "120"}
MEND = {"what": "Mend", "kind": "lasting", "price": "3000 EUR", "running": "1200 EUR"}


def compared(analysed: Analysed, *ways: dict[str, Any]) -> Comparison:
    comparison = analysed(ways=list(ways)).comparison
    assert comparison is not None
    return comparison


def test_a_lasting_improvement_is_set_against_the_quick_fix(analysed: Analysed) -> None:
    (pair,) = compared(analysed, REFUND, MEND).pairs
    assert (pair.quick.option.what, pair.lasting.option.what) == ("Refund", "Mend")
    assert (pair.result.outcome, pair.result.month) == (Outcome.FROM_MONTH, 10)


@pytest.mark.parametrize(
    "ways", [[], [REFUND], [MEND], [REFUND, REFUND]], ids=["none", "quick", "lasting", "two quick"]
)
def test_without_both_kinds_there_is_nothing_to_compare(analysed: Analysed, ways: list[dict[str, Any]]) -> None:
    assert analysed(ways=ways).comparison is None


def test_different_currencies_are_named_and_nothing_is_computed(analysed: Analysed) -> None:
    comparison = compared(analysed, REFUND, {**MEND, "running": "1200 USD"})
    assert comparison.currencies == ("EUR", "USD")
    assert comparison.pairs == ()


@pytest.mark.parametrize(
    ("way", "missing"),
    [
        pytest.param({**REFUND, "price": {"state": "unknown"}}, ("one_off",), id="price not known"),
        pytest.param({"what": "Refund", "kind": "quick", "running": "1 EUR"}, ("one_off", "recurs"), id="not answered"),
        pytest.param({**REFUND, "running": {"state": "deferred", "to": "Kim"}}, ("running",), id="asked for"),
    ],
)
def test_an_option_whose_figures_are_missing_is_left_out_and_they_are_named(
    analysed: Analysed, way: dict[str, Any], missing: tuple[str, ...]
) -> None:
    comparison = compared(analysed, way, MEND)
    assert [one.missing for one in comparison.uncosted] == [missing]
    assert comparison.pairs == ()


def test_customers_read_what_was_compared_and_no_figure_that_is_missing(recorded: Callable[..., Record]) -> None:
    def read(*ways: dict[str, Any]) -> Comparison | None:
        return analyse(replace(recorded(ways=list(ways)), for_customers=True)).comparison

    without_price = {"what": "Rent", "kind": "lasting"}
    found = read(REFUND, MEND, without_price)
    assert found is not None
    assert [one.option.what for one in found.costed] == ["Refund", "Mend"]
    assert found.uncosted == ()
    assert read({"what": "Refund", "kind": "quick"}, without_price) is None


def test_a_running_cost_that_nobody_named_counts_as_none_and_is_marked(analysed: Analysed) -> None:
    comparison = compared(analysed, REFUND, {"what": "Mend", "kind": "lasting", "price": "3000 EUR"})
    assert [(one.option.what, one.assumed_free) for one in comparison.costed] == [("Refund", False), ("Mend", True)]


def test_of_many_quick_fixes_the_one_counts_that_costs_least_in_the_end(analysed: Analysed) -> None:
    dear = [{**REFUND, "what": f"Refund {number}", "recurs": str(120 + number)} for number in range(4)]
    pairs = compared(analysed, *dear, MEND, {**MEND, "what": "Replace"}).pairs
    assert [(pair.quick.option.what, pair.lasting.option.what) for pair in pairs] == [
        ("Refund 0", "Mend"),
        ("Refund 0", "Replace"),
    ]


def test_an_option_of_another_kind_is_not_compared(analysed: Analysed) -> None:
    comparison = compared(analysed, REFUND, MEND, {"what": "Wait", "kind": "other", "price": "1 USD"})
    assert comparison.currencies == ("EUR",)


def test_an_amount_without_a_currency_is_in_that_of_the_others(analysed: Analysed) -> None:
    comparison = compared(analysed, {**REFUND, "price": "40", "running": "0"}, MEND)
    assert comparison.currencies == ("EUR",)
    assert len(comparison.pairs) == 1
