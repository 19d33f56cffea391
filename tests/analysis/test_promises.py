"""A day on which somebody is asked again is a promise, until what they said is told below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.analysis.follow_ups import FollowUp, Kind
from rootcause.analysis.record import Record

QUESTIONS = """
rootcause: 1
id: asked
version: 1.0.0
title: Asked
sections:
  - id: all
    title: All of it
    questions:
      - {id: before, type: yesno, role: follow_up, ask: "Were they asked before?", required: false}
      - {id: again, type: date, role: follow_up, label: Ask them again, ask: "When do you ask?", required: false}
      - id: result
        type: choice
        role: follow_up
        ask: What did they say?
        required: false
        choices: {satisfied: They are, not_asked: Not asked yet}
      - {id: needs, type: paragraph, role: follow_up, ask: "What do they need?", required: false}
      - {id: next_time, type: date, role: follow_up, ask: "And when then?", required: false}
"""


@pytest.fixture
def promises(record_of: Callable[..., Record]) -> Callable[..., list[FollowUp]]:
    def promises(**answers: object) -> list[FollowUp]:
        found = analyse(record_of(QUESTIONS, {"again": "2026-07-01", **answers})).follow_ups
        return [one for one in found if one.kind is Kind.PROMISE]

    return promises


@pytest.mark.parametrize(
    ("answers", "is_done"),
    [
        pytest.param({}, False, id="nothing is told"),
        pytest.param({"result": "not_asked"}, False, id="nobody has asked yet"),
        pytest.param({"before": True}, False, id="what stands above was known before"),
        pytest.param({"result": "satisfied"}, True, id="they are satisfied"),
        pytest.param({"result": "not_asked", "needs": "A new key"}, True, id="what they need is known"),
        pytest.param({"needs": {"state": "unknown"}}, False, id="nobody knows"),
    ],
)
def test_a_promise_is_kept_when_what_came_of_it_is_told(promises, answers, is_done):
    (one,) = promises(**answers)
    assert (one.what, one.due, one.is_done) == ("Ask them again", date(2026, 7, 1), is_done)


def test_another_day_below_says_nothing_about_the_first(promises):
    assert [one.is_done for one in promises(next_time="2026-08-01")] == [False, False]
