"""Sums of money as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rootcause.questionnaire.response.amounts import money
from rootcause.questionnaire.values import Money


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("1200", "XXX"),
        ("1,200 EUR", "EUR"),
        ("EUR 1200", "EUR"),
        ("1200  eur", "EUR"),
        ("1200 czk", "CZK"),
        ("chf 1200", "CHF"),
        ("1200chf", "CHF"),
        ("Sek 1,200", "SEK"),
        ("1200 euros", "EUR"),
        ("€1200", "EUR"),
        ("1200 $", "USD"),
        ("1200 ALL", "ALL"),
    ],
)
def test_the_currency_is_understood_in_front_and_behind(text, currency):
    assert money(text, "XXX") == Money(Decimal(1200), currency)


@pytest.mark.parametrize(
    "text", ["1200 day", "1200 all", "12 pen", "1200 apples", "eur", "1200 eur usd", "1,20 eur", "1.200,50 EUR", "- 5"]
)
def test_what_is_no_sum_of_money_is_none(text):
    assert money(text, "EUR") is None
