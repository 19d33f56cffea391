"""Durations as people type them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rootcause.questionnaire.response.durations import read_duration, show_duration
from rootcause.questionnaire.response.problem import Problem


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2 h 15 min", "2 h 15 min"),
        ("2h15", "2 h 15 min"),
        ("2 h 15", "2 h 15 min"),
        ("2h15m", "2 h 15 min"),
        ("2:15 h", "2 h 15 min"),
        ("2:15 hours", "2 h 15 min"),
        ("12:30 min", "12 min 30 s"),
        ("1:30:05", "1 h 30 min 5 s"),
        ("1h 5m", "1 h 5 min"),
        ("an hour", "1 h"),
        ("Two hours", "2 h"),
        ("half an hour", "30 min"),
        ("half a day", "12 h"),
        ("an hour and a half", "1 h 30 min"),
        ("2 hours and a half", "2 h 30 min"),
        ("one and a half hours", "1 h 30 min"),
        ("1 1/2 h", "1 h 30 min"),
        ("1/2 h", "30 min"),
        ("1½ h", "1 h 30 min"),
        ("1.5 h", "1 h 30 min"),
        ("1,5 h", "1 h 30 min"),
        ("90 min", "1 h 30 min"),
        ("2 days 3 hours", "2 d 3 h"),
        ("2 h, 15 min and 3 s", "2 h 15 min 3 s"),
        ("1 day", "1 d"),
        ("30 hours", "30 h"),
        ("a week", "7 d"),
        ("1.6 s", "2 s"),
        ("0 min", "0 min"),
    ],
)
def test_a_duration_is_understood(text, shown):
    length = read_duration(text)
    assert isinstance(length, timedelta), length
    assert show_duration(length) == shown


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("90", "is not a duration write it with units"),
        ("1:30", "hours and minutes, or minutes and seconds write 1 h 30 min, or 1 min 30 s"),
        ("1:75 h", "is not a duration"),
        ("1,500 h", "two ways: the comma as a decimal point, or between thousands"),
        ("1,500,000 s", "two ways"),
        ("2 months", "is not always as long write it in days or weeks"),
        ("0.2 s", "shorter than a second"),
        ("99999999999 weeks", "longer than anything"),
        ("1/0 h", "is not a duration"),
        ("1 1/0 h", "is not a duration"),
        ("11/2 h", "is not a duration"),
        ("2-3 h", "is not a duration"),
        ("a few hours", "is not a duration"),
        ("3 h ago", "is not a duration"),
        ("h", "is not a duration"),
        ("half", "is not a duration"),
        ("-2 h", "is not a duration"),
    ],
)
def test_what_is_no_duration_or_two_is_refused_and_says_why(text, says):
    problem = read_duration(text)
    assert isinstance(problem, Problem)
    assert says in f"{problem.message} {problem.hint}"
