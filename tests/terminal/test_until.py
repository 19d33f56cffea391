"""Whom somebody asks, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from rootcause.interview.prompt import Defer
from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.commands import dated, read_line, read_until

TODAY = date(2026, 11, 18)  # a Wednesday
FRIDAY = date(2026, 11, 20)


def asked(words: str) -> Defer | Problem:
    """What the words behind `:ask` come down to, read on that Wednesday."""
    said = read_line(f":ask {words}")
    assert isinstance(said, Defer | Problem)
    return dated(said, TODAY) if isinstance(said, Defer) else said


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("wednesday", TODAY),
        ("today", TODAY),
        ("friday", FRIDAY),
        ("tuesday", date(2026, 11, 24)),
        ("monday", date(2026, 11, 23)),
        ("the day after tomorrow", FRIDAY),
        ("in 2 weeks", date(2026, 12, 2)),
        ("end of the month", date(2026, 11, 30)),
        ("15 nov", date(2027, 11, 15)),
        ("nov 30", date(2026, 11, 30)),
        ("31.1.", date(2027, 1, 31)),
        ("the 31st of January", date(2027, 1, 31)),
        ("2026-11-18", TODAY),
    ],
)
def test_the_day_is_the_first_one_that_is_not_over(words, day):
    assert asked(f"Kim Ng {words}") == Defer("Kim Ng", day)
    assert read_until(words, TODAY) == read_until(f"by {words}", TODAY) == day


@pytest.mark.parametrize("words", ["2026-11-17", "31 Jan 2026", "yesterday", "last friday", "3 days ago"])
def test_a_day_that_is_over_is_refused(words):
    for problem in (asked(f"Kim {words}"), read_until(words, TODAY)):
        assert isinstance(problem, Problem)
        assert problem.message.endswith("2026 is over")
        assert problem.hint == "give a day to come, such as friday or in 2 weeks"


@pytest.mark.parametrize(
    "words",
    [
        "Kim until friday",
        "Kim by friday",
        "Kim Till Friday",
        "Kim before friday",
        "Kim on friday",
        "Kim, friday",
        "Kim , friday",
        "Kim, by friday",
        "Kim by, friday",
    ],
)
def test_what_leads_to_the_day_is_no_part_of_the_name(words):
    assert asked(words) == Defer("Kim", FRIDAY)


@pytest.mark.parametrize("day", ["2026-12-01", "1 Dec 2026"])
def test_nor_is_it_where_the_day_is_written_in_full(day):
    assert read_line(f":ask Kim, by {day}") == Defer("Kim", date(2026, 12, 1))


@pytest.mark.parametrize(
    "name", ["Kim", "Anna Now", "friday", "Kim Jan", "the 1st shift lead", "2 people", "whoever was there before", "by"]
)
def test_a_name_without_a_day_stays_as_it_is(name):
    assert asked(name) == Defer(name)


@pytest.mark.parametrize("words", ["", "until friday", "2026-12-01", "by 2026-12-01", "by tomorrow"])
def test_a_day_alone_names_nobody(words):
    problem = asked(words)
    assert isinstance(problem, Problem)
    assert problem.message == "nobody is named"


@pytest.mark.parametrize(("words", "quoted"), [("fryday", '"fryday"'), ("until", '"until"'), ("by 30 feb", '"30 feb"')])
def test_what_is_no_day_is_quoted(words, quoted):
    problem = read_until(words, TODAY)
    assert isinstance(problem, Problem)
    assert problem.message.startswith(f"{quoted} is not a da")


@pytest.mark.parametrize("typed", ["", "  "])
def test_no_day_need_be_named(typed):
    assert read_until(typed, TODAY) is None
