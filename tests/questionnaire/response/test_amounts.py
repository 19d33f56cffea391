"""Numbers and sums of money as people type them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from rootcause.questionnaire.model import Question, Response, ResponseType, Text
from rootcause.questionnaire.response.amounts import money
from rootcause.questionnaire.response.forms import written
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import read_answer
from rootcause.questionnaire.values import Money

NOW = datetime(2026, 11, 22, 9, 12, tzinfo=UTC)


def typed(type, text, now=NOW):
    return read_answer(Question("q", Text({"en": "Q"}, "en"), Response(ResponseType(type))), text, UTC, now)


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


@pytest.mark.parametrize(
    ("type", "text", "says"),
    [
        ("money", "€1.500", '"€1.500" can be understood in two ways: 1,500 and 1.50 write 1500 or 1.50'),
        ("money", "12.500 EUR", "12,500 and 12.50 write 12500 or 12.50"),
        ("money", "-1.000", "-1,000 and -1.00 write -1000 or -1.00"),
        ("money", "1.234", "1,234 and 1.2340 write 1234 or 1.2340"),
        ("number", "1.500", '"1.500" can be understood in two ways: 1,500 and 1.5 write 1500 or 1.5'),
        ("number", "120.000", "120,000 and 120 write 120000 or 120"),
        ("integer", "1.500", "1,500 and 1.5 write 1500 when that is meant"),
        ("integer", "1.000", "1,000 and 1 write 1000 or 1"),
    ],
)
def test_a_point_in_front_of_three_digits_can_be_understood_in_two_ways(type, text, says):
    problem = typed(type, text)
    assert isinstance(problem, Problem)
    assert says in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize("text", ["1.50", "1.5", "1.5000", "0.500", "1,234.500", "1500.000", "1500"])
def test_other_points_can_be_understood_in_one_way_only(text):
    assert typed("number", text) == Decimal(text.replace(",", ""))
    assert typed("money", text) == Money(Decimal(text.replace(",", "")), "")


@pytest.mark.parametrize(
    ("type", "raw", "value"),
    [
        ("number", Decimal("1.500"), Decimal("1.5")),
        ("number", "1.500", Decimal("1.5")),
        ("money", Decimal("1.500"), Money(Decimal("1.5"), "")),
    ],
)
def test_in_a_file_a_point_is_a_decimal_point(type, raw, value):
    assert typed(type, raw, now=None) == value


def test_a_sum_that_can_be_understood_in_two_ways_is_refused_in_a_file_too():
    assert isinstance(typed("money", "1.500 EUR", now=None), Problem)


@pytest.mark.parametrize("amount", ["1.500", "1.234", "-12.000", "120.125", "12"])
def test_an_amount_is_offered_again_as_it_is_read(amount):
    for value, type in ((Decimal(amount), "number"), (Money(Decimal(amount), "EUR"), "money")):
        assert typed(type, written(value)) == value


@pytest.mark.parametrize(
    ("type", "text", "value"),
    [
        ("integer", "about 140", 140),
        ("integer", "ca. 1,200", 1200),
        ("integer", "ca 140", 140),
        ("number", "~140", Decimal(140)),
        ("number", "Approximately 12.5", Decimal("12.5")),
        ("scale", "roughly 4", 4),
        ("money", "about 1500 euros", Money(Decimal(1500), "EUR")),
        ("money", "approx. €1,500.50", Money(Decimal("1500.50"), "EUR")),
        ("money", "ca. 90 CAD", Money(Decimal(90), "CAD")),
        ("money", "~ CAD 90", Money(Decimal(90), "CAD")),
        ("money", "\u2248 90", Money(Decimal(90), "")),
    ],
)
def test_a_person_may_say_about(type, text, value):
    assert typed(type, text) == value
    assert isinstance(typed(type, text, now=None), Problem)


@pytest.mark.parametrize("text", ["about", "~", "about about 140", "cad 140", "aboutish 140", "about 1.500"])
def test_about_needs_a_number_behind_it(text):
    assert isinstance(typed("number", text), Problem)
