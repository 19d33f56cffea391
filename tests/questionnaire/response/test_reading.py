"""From what somebody wrote to a value."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from rootcause.questionnaire.model import Choice, Question, Response, ResponseType, Text
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import read_answer
from rootcause.questionnaire.values import Money, Other

CHOICES = tuple(Choice(id, Text({"en": label}, "en")) for id, label in (("prod", "Production"), ("stage", "Staging")))


def read(type, raw, zone=UTC, *, required=True, now=None, **more):
    if type in ("choice", "choices"):
        more.setdefault("choices", CHOICES)
    question = Question("q", Text({"en": "Q"}, "en"), Response(ResponseType(type), **more), required=required)
    return read_answer(question, raw, zone, now)


@pytest.mark.parametrize(
    ("type", "raw", "value"),
    [
        ("text", "  words ", "words"),
        ("text", 12, "12"),
        ("text", Decimal("1.50"), "1.50"),
        ("paragraph", "one\r\ntwo\n", "one\ntwo"),
        ("person", "Jo Bell", "Jo Bell"),
        ("yesno", "Yes", True),
        ("yesno", "n", False),
        ("yesno", True, True),
        ("choice", "prod", "prod"),
        ("choice", "staging", "stage"),
        ("choices", ["prod", "stage", "prod"], ("prod", "stage")),
        ("choices", "stage", ("stage",)),
        ("choices", "stage, prod", ("stage", "prod")),
        ("integer", "1,200", 1200),
        ("integer", Decimal("3.0"), 3),
        ("integer", "\u22125", -5),
        ("number", "12.50", Decimal("12.50")),
        ("number", 3, Decimal(3)),
        ("scale", 4, 4),
        ("money", "1,200.50 EUR", Money(Decimal("1200.50"), "EUR")),
        ("money", "usd 90", Money(Decimal(90), "USD")),
        ("money", "£9", Money(Decimal(9), "GBP")),
        ("money", 5, Money(Decimal(5), "")),
        ("date", "2026-01-31", date(2026, 1, 31)),
        ("date", "31 Jan 2026", date(2026, 1, 31)),
        ("date", "3. January 2026", date(2026, 1, 3)),
        ("datetime", "2026-01-31 14:30", datetime(2026, 1, 31, 14, 30, tzinfo=UTC)),
        ("datetime", "2026-01-31T14:30:15Z", datetime(2026, 1, 31, 14, 30, 15, tzinfo=UTC)),
        ("datetime", "31 Jan 2026, 9:05 +01:00", datetime(2026, 1, 31, 9, 5, tzinfo=timezone(timedelta(hours=1)))),
        ("datetime", "2026-01-31", date(2026, 1, 31)),
        ("datetime", "2026-01-31 14:30 UTC-3", datetime(2026, 1, 31, 14, 30, tzinfo=timezone(timedelta(hours=-3)))),
        (
            "datetime",
            "1800-01-01 10:00 +00:53:28",
            datetime(1800, 1, 1, 10, tzinfo=timezone(timedelta(minutes=53, seconds=28))),
        ),
        ("money", "90 CZK", Money(Decimal(90), "CZK")),
        ("date", "31 Jan. 2026", date(2026, 1, 31)),
        ("duration", "2 h 15 min", timedelta(hours=2, minutes=15)),
        ("duration", "1.5h", timedelta(minutes=90)),
        ("duration", "3 days and 1 hour", timedelta(days=3, hours=1)),
        ("email", "jo@example.org", "jo@example.org"),
        ("url", "https://example.org/a?b=c", "https://example.org/a?b=c"),
    ],
)
def test_people_write_the_same_in_many_ways(type, raw, value):
    result = read(type, raw)
    assert result == value
    assert result.__class__ is value.__class__


@pytest.mark.parametrize(
    ("type", "raw", "says"),
    [
        ("text", True, "put it in quotes"),
        ("text", ["a"], "expected a text, found a list"),
        ("text", "   ", "cannot be empty say that you do not know, or who does"),
        ("text", "a\nb", "expected one line"),
        ("text", "\ud800", "lone surrogate"),
        ("yesno", "maybe", "neither yes nor no"),
        ("choice", "prd", 'did you mean "prod"'),
        ("choice", ["prod"], "expected one choice"),
        ("choice", {"other": "x"}, '"other" is not offered here'),
        ("choices", ["prod", "test"], '"test" is not one of the choices'),
        ("choices", [], "nothing is chosen"),
        ("integer", "12.5", "not a whole number"),
        ("integer", "a dozen", "not a number"),
        ("integer", "1,20", "not a number"),
        ("money", "12 apples", "not a sum of money"),
        ("date", "2026-02-30", "February 2026 has 28 days"),
        ("date", "01/02/2026", "two ways: 1 February and 2 January write the month as a word: 1 February 2026"),
        ("date", "31st", "write it as 2026-01-31 or 31 Jan 2026"),
        ("date", 20260131, "expected a date"),
        ("date", "31 Mayonaise 2026", "is not a date"),
        ("date", "31 Marc 2026", "is not a date"),
        ("money", "1200 day", "not a sum of money"),
        ("datetime", "2026-01-31 14:30 +01:99", "not a time zone"),
        ("datetime", "2026-03-29 02:30 Europe/Berlin", "skipped by the clocks"),
        ("datetime", "0001-01-01 00:00 +05:00", "outside the calendar"),
        ("datetime", "2026-01-31 25:00", "not a time of day"),
        ("datetime", "2026-01-31 14:30 EST", "not a time zone"),
        ("datetime", "0001-01-01 00:00 Nowhere/Land", "not a time zone"),
        ("duration", "90", "write it with units"),
        ("duration", "3 fortnights", "not a duration"),
        ("duration", "9999999999 weeks", "longer than anything"),
        ("email", "jo at example", "not an e-mail address"),
        ("url", "example.org", "not a web address"),
        ("url", "javascript:alert(1)", "not a web address"),
    ],
)
def test_what_cannot_be_understood_is_a_problem_with_a_cure(type, raw, says):
    problem = read(type, raw)
    assert isinstance(problem, Problem)
    assert says in f"{problem.message} {problem.hint}"


TYPED_DAY = "write it as friday, 31 Jan or 2026-01-31"
TYPED_MOMENT = "write it as yesterday 14:30 or 2026-01-31 14:30, with UTC behind it for another time zone"


@pytest.mark.parametrize(
    ("type", "raw", "hint"),
    [
        ("date", "soon", TYPED_DAY),
        ("date", "31 Jan x", TYPED_DAY),
        ("date", "30 Feb", TYPED_DAY),
        ("date", "2026-13-01", TYPED_DAY),
        ("date", "in 999999 weeks", TYPED_DAY),
        ("datetime", "this morning", TYPED_MOMENT),
        ("datetime", "30 Feb 14:30", TYPED_MOMENT),
        ("datetime", "2026-02-30", TYPED_MOMENT),
        ("integer", "a dozen", "write it in digits, such as 1200"),
        ("scale", "good", "write it in digits"),
        ("number", "a dozen", "write it in digits, such as 1200 or 12.5"),
    ],
)
def test_a_person_who_types_is_told_what_people_type(type, raw, hint):
    problem = read(type, raw, now=datetime(2026, 11, 22, 9, 12, tzinfo=UTC))
    assert isinstance(problem, Problem)
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("type", "raw", "bounds", "says"),
    [
        ("integer", 2, {"min": 3}, "2 is less than 3"),
        ("integer", 1001, {"max": 1000}, "1,001 is more than 1,000"),
        ("number", "0.05", {"min": Decimal("0.1")}, "0.05 is less than 0.1"),
        ("scale", 6, {"min": 1, "max": 5}, "6 is more than 5"),
        ("date", "2025-12-31", {"min": "2026-01-01"}, "31 December 2025 is earlier than 1 January 2026, the first day"),
        ("datetime", "2025-12-31 23:59", {"min": "2026-01-01"}, "earlier than 1 January 2026"),
        ("duration", "3 h", {"max": "90 min"}, "3 h is more than 1 h 30 min"),
        ("money", "5 EUR", {"min": 10}, "5 is less than 10"),
        ("text", "long", {"max_length": 3}, "that is 4 characters; at most 3"),
        ("text", "abc1", {"pattern": "[a-z]+"}, "it must match [a-z]+"),
        ("choices", ["prod", "stage"], {"max": 1}, "2 chosen; at most 1"),
        ("choices", ["prod"], {"min": 2}, "1 chosen; at least 2"),
    ],
)
def test_bounds_are_kept(type, raw, bounds, says):
    problem = read(type, raw, **bounds)
    assert isinstance(problem, Problem)
    assert says in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize("start", ["x", "7"])
@pytest.mark.parametrize("before", ["", "2026-01-31 14:30 "])
@pytest.mark.parametrize(
    "type", ["date", "datetime", "duration", "choice", "choices", "email", "url", "yesno", "money"]
)
def test_a_very_long_answer_is_not_quoted_whole(type, before, start):
    problem = read(type, before + start * 1_000_000)
    assert isinstance(problem, Problem)
    assert len(f"{problem.message} {problem.hint}") < 300


def test_a_very_long_answer_that_misses_the_pattern_is_not_quoted_whole():
    problem = read("paragraph", "x" * 100_000, pattern="y+")
    assert isinstance(problem, Problem)
    assert len(f"{problem.message} {problem.hint}") < 300


@pytest.mark.parametrize("raw", ["0001-01-01 00:00", "9999-12-31 23:59"])
@pytest.mark.parametrize("zone", ["Etc/GMT-14", "Etc/GMT+12", "Europe/Berlin"])
def test_the_ends_of_the_calendar_are_a_day_or_a_problem_in_every_zone(raw, zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        for where in (None, ZoneInfo(zone)):
            assert isinstance(read("datetime", raw, where), datetime | Problem)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_time_that_the_clocks_of_the_zone_skip_is_refused(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        for where in (None, ZoneInfo("Europe/Berlin")):
            assert isinstance(read("datetime", "2026-03-29 02:30", where), Problem)
            assert read("datetime", "2026-03-29 03:30", where).isoformat() == "2026-03-29T03:30:00+02:00"
            assert read("datetime", "2026-10-25 02:30", where).isoformat() == "2026-10-25T02:30:00+02:00"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_pattern_must_match_the_whole_answer():
    assert read("text", "OPS-12", pattern=r"[A-Z]+-\d+") == "OPS-12"
    assert isinstance(read("text", "see OPS-12\nand more", pattern=r"[A-Z]+-\d+"), Problem)
    assert isinstance(read("text", "OPS-12b", pattern=r"OPS|OPS-\d+"), Problem)


def test_a_pattern_that_is_exponential_elsewhere_is_linear_here():
    assert isinstance(read("text", "a" * 5000 + "!", pattern="(a|aa)+"), Problem)


def test_other_needs_words():
    assert read("choice", {"other": " A bicycle "}, other=True) == Other("A bicycle")
    assert isinstance(read("choice", {"other": ""}, other=True), Problem)
    assert read("choices", ["prod", {"other": "x"}], other=True, min=2) == ("prod", Other("x"))


def test_choosing_nothing_is_an_answer_where_none_is_required():
    assert read("choices", [], required=False) == ()


def test_a_moment_without_a_zone_lies_in_the_zone_of_the_case():
    berlin = ZoneInfo("Europe/Berlin")
    assert read("datetime", "2026-07-01 14:30", berlin).isoformat() == "2026-07-01T14:30:00+02:00"
    assert read("datetime", "2026-07-01 14:30 Europe/London", berlin).isoformat() == "2026-07-01T14:30:00+01:00"
    assert read("datetime", "2026-07-01 14:30", None).tzinfo is not None


def test_the_other_choices_of_a_language_are_understood_too():
    choices = (Choice("y", Text({"en": "Yes, often", "de": "Ja, oft"}, "en")), Choice("n", Text({"en": "No"}, "en")))
    assert read("choice", "ja, oft", choices=choices) == "y"
