"""The day on which a problem counts is the one on which it was noticed, as far as the case tells."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from rootcause.analysis.happening import happened_on

BEGUN = datetime(2026, 7, 9, 9, tzinfo=UTC)
QUESTIONS = """
rootcause: 1
id: times
version: 1.0.0
title: Times
sections:
  - id: all
    title: All of it
    questions:
      - {id: started, type: datetime, role: started, ask: "When did it start?", required: false}
      - {id: noticed, type: datetime, role: detected, ask: "When was it noticed?", required: false}
"""


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param({}, date(2026, 7, 9), id="nothing is told: the day it was written down"),
        pytest.param({"started": "2026-06-01 10:00"}, date(2026, 6, 1), id="it started"),
        pytest.param(
            {"started": "2025-06-01 10:00", "noticed": "2026-07-02 10:00"}, date(2026, 7, 2), id="it was noticed later"
        ),
        pytest.param({"noticed": "2062-07-02 10:00"}, date(2026, 7, 9), id="a day to come is a slip"),
        pytest.param(
            {"started": "2026-07-01 10:00", "noticed": "2062-07-02 10:00"}, date(2026, 7, 1), id="then the other counts"
        ),
        pytest.param(
            {"started": "2026-07-01 10:00", "noticed": "2026-07-09 23:00"}, date(2026, 7, 9), id="later on the same day"
        ),
    ],
)
def test_the_day_of_a_problem(record_of, answers, expected):
    assert happened_on(record_of(QUESTIONS, answers), BEGUN) == expected


@pytest.mark.parametrize(
    ("noticed", "expected"),
    [("2026-11-01T00:10+01:00", date(2026, 11, 1)), ("2026-11-02T00:10+01:00", date(2026, 10, 31))],
    ids=["the day on which it was written down elsewhere", "the day after"],
)
def test_days_in_different_zones_are_compared_where_it_was_noticed(record_of, noticed, expected):
    begun = datetime(2026, 10, 31, 23, 30, tzinfo=timezone(-timedelta(hours=5)))
    assert happened_on(record_of(QUESTIONS, {"noticed": noticed}), begun) == expected
