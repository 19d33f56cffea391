"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from rootcause.questionnaire.response.days import days_meant, read_day
from rootcause.questionnaire.response.problem import Problem

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-31",
        "2026-1-31",
        "2026/01/31",
        "2026.01.31",
        "31 Jan 2026",
        "31. Jan. 2026",
        "31Jan2026",
        "31-Jan-2026",
        "31st of January, 2026",
        "Jan 31 2026",
        "January 31st, 2026",
        "31.1.2026",
        "31. 1. 2026",
        "31/01/2026",
        "01/31/2026",
        "Saturday, 31 January 2026",
        "  SAT   31 JAN 2026 ",
    ],
)
def test_a_day_with_its_year_is_the_same_on_any_day(text):
    assert days_meant(text) == days_meant(text, THURSDAY) == (date(2026, 1, 31),)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("today", 11, 19),
        ("now", 11, 19),
        ("Yesterday", 11, 18),
        ("tomorrow", 11, 20),
        ("day before yesterday", 11, 17),
        ("the day after tomorrow", 11, 21),
        ("last friday", 11, 13),
        ("last thursday", 11, 12),
        ("next tues.", 11, 24),
        ("next Thursday", 11, 26),
        ("2 days ago", 11, 17),
        ("a week ago", 11, 12),
        ("in 2 weeks", 12, 3),
        ("in two days", 11, 21),
        ("end of month", 11, 30),
        ("end of the month", 11, 30),
        ("Sat 21 Nov", 11, 21),
    ],
)
def test_a_day_is_counted_from_today(text, month, day):
    assert days_meant(text, THURSDAY) == (date(2026, month, day),)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("monday", ("2026-11-16", "2026-11-23")),
        ("on Mon", ("2026-11-16", "2026-11-23")),
        ("sunday", ("2026-11-22", "2026-11-15")),
        ("thursday", ("2026-11-19", "2026-11-12", "2026-11-26")),
        ("31 Jan", ("2027-01-31", "2026-01-31")),
        ("Jan 31", ("2027-01-31", "2026-01-31")),
        ("31 January", ("2027-01-31", "2026-01-31")),
        ("31.1.", ("2027-01-31", "2026-01-31")),
        ("31. Jan", ("2027-01-31", "2026-01-31")),
        ("31/1", ("2027-01-31", "2026-01-31")),
        ("2.2.", ("2027-02-02", "2026-02-02")),
        ("3 Sept", ("2026-09-03", "2027-09-03")),
        ("19 Nov", ("2026-11-19", "2025-11-19", "2027-11-19")),
        ("29 Feb", ("2028-02-29", "2024-02-29")),
    ],
)
def test_of_two_readings_the_one_nearest_to_today_comes_first(text, meant):
    assert days_meant(text, THURSDAY) == tuple(map(date.fromisoformat, meant))


def test_of_two_readings_as_far_away_the_one_that_is_over_comes_first():
    assert days_meant("1 July", date(2024, 12, 30))[0] == date(2024, 7, 1)
    assert days_meant("2 July", date(2025, 12, 31))[0] == date(2025, 7, 2)  # 182 days ago, and in 183
    assert days_meant("thursday", THURSDAY)[1:] == (date(2026, 11, 12), date(2026, 11, 26))


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize("text", ["yesterday", "tomorrow", "monday", "last monday", "next monday", "29 feb", "1 jan"])
def test_at_the_ends_of_the_calendar_there_is_a_day_or_a_problem(text, today):
    assert isinstance(read_day(text, today), date | Problem)


@pytest.mark.parametrize("text", ["today", "friday", "last friday", "31 Jan", "31.1.", "2 days ago", "end of month"])
def test_in_a_file_a_day_that_depends_on_today_is_refused(text):
    problem = days_meant(text)
    assert isinstance(problem, Problem)
    assert "depends on the day it is read" in problem.message
    assert problem.hint == "write the day itself with its year, such as 2026-01-31"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("01/02/2026", "two ways: 1 February and 2 January write the month as a word: 1 February 2026"),
        ("1.2.", "two ways: 1 February and 2 January write the month as a word: 1 February"),
        ("13/13", "there is no month 13"),
        ("0000-01-01", "there is no year 0"),
        ("30 Feb", "February has 29 days"),
        ("29 Feb 2026", "February 2026 has 28 days"),
        ("31 Jan 26", "is not a date"),
        ("Jan 2026", "is not a date"),
        ("may", "is not a date"),
        ("", "is not a date"),
        ("on", "is not a date"),
        ("friday next week", "is not a date"),
        ("Friday 21 November 2026", "21 November 2026 is a Saturday, not a Friday"),
        ("yesterday 14:30", "only the day is asked for leave out the time"),
        ("2026-01-31 14:30", "only the day is asked for leave out the time"),
        ("1.5 days ago", "is not a date"),
        ("in 999999999 days", "outside the calendar"),
    ],
)
def test_what_means_no_day_or_two_is_refused_and_says_why(text, says):
    problem = days_meant(text, THURSDAY)
    assert isinstance(problem, Problem)
    assert says in f"{problem.message} {problem.hint}"
