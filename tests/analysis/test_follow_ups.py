"""What somebody still has to do about a case, or has done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from rootcause.analysis.follow_ups import REVIEW_AFTER, FollowUp, Kind, follow_ups
from rootcause.analysis.record import Record
from rootcause.case.follow_through import Progress
from rootcause.interview.answers import Answer, AnswerKey, Rows, State

QUESTIONS = """
rootcause: 1
id: small
version: 1.0.0
title: Small
sections:
  - id: all
    title: All of it
    questions:
      - id: actions
        type: list
        role: actions
        ask: "What will be done?"
        each:
          - {id: what, type: text, ask: "What exactly?"}
          - {id: owner, type: person, ask: "Who?", required: false}
          - {id: due, type: date, ask: "By when?", required: false}
          - {id: done_when, type: text, ask: "How does it show?", required: false}
      - {id: again, type: date, role: follow_up, label: We ask again, ask: "When do we ask again?", required: false}
      - {id: fix, type: text, role: interim_fix, ask: "What holds it together?", required: false}
      - {id: fix_end, type: date, role: interim_fix_end, ask: "Until when?", required: false}
      - {id: users, type: integer, ask: "How many are they?", required: false}
"""
ALARM = {"what": "Ring at 90 %", "owner": "Kim", "due": "2026-05-01", "done_when": "It rang once"}
DEPOT = {"what": "Move the depot"}
FIRST, SECOND = AnswerKey("actions", (1,)), AnswerKey("actions", (2,))
MEASURE = AnswerKey("actions.done_when", (1,))
DONE = Progress(done=True, on=date(2026, 5, 20))

Told = Callable[..., list[FollowUp]]


@pytest.fixture
def told(record_of: Callable[..., Record]) -> Told:
    def told(progress: dict[AnswerKey, Progress] | None = None, **answers: Any) -> list[FollowUp]:
        return list(follow_ups(replace(record_of(QUESTIONS, answers), progress=progress or {})))

    return told


@pytest.mark.parametrize(
    ("answers", "kind", "what", "due"),
    [
        ({"actions": [ALARM]}, Kind.ACTION, "Ring at 90 %", date(2026, 5, 1)),
        ({"actions": [DEPOT]}, Kind.ACTION, "Move the depot", None),
        ({"again": "2026-05-29"}, Kind.PROMISE, "We ask again", date(2026, 5, 29)),
        ({"fix": "A van", "fix_end": "2026-05-20"}, Kind.INTERIM, "A van", date(2026, 5, 20)),
        ({"fix": "A van"}, Kind.INTERIM, "A van", None),
        (
            {"users": {"state": "deferred", "to": "Ann", "by": "2026-06-30"}},
            Kind.QUESTION,
            "How many are they?",
            date(2026, 6, 30),
        ),
    ],
    ids=["action", "action without a day", "promise", "interim fix", "interim fix without an end", "question"],
)
def test_each_kind_says_what_it_is_and_until_when(told, answers, kind, what, due):
    (one,) = told(**answers)
    assert (one.kind, one.what, one.due, one.is_done) == (kind, what, due, False)


def test_an_action_that_is_done_is_looked_at_again_by_its_owner(told):
    action, review = told({FIRST: DONE}, actions=[ALARM])
    assert (action.is_done, action.done_on) == (True, date(2026, 5, 20))
    assert (review.kind, review.key, review.what) == (Kind.REVIEW, MEASURE, "It rang once")
    assert (review.owner, review.due, review.is_done) == ("Kim", date(2026, 5, 20) + REVIEW_AFTER, False)


def test_an_action_without_a_test_of_done_is_not_looked_at_again(told):
    assert [one.kind for one in told({FIRST: DONE}, actions=[DEPOT])] == [Kind.ACTION]


def test_an_action_that_was_opened_again_has_no_review(told):
    (action,) = told({FIRST: Progress(done=False)}, actions=[ALARM])
    assert (action.is_done, action.done_on) == (False, None)


def test_what_is_put_off_keeps_its_first_day(told):
    (action,) = told({FIRST: Progress(until=date(2026, 6, 1))}, actions=[ALARM])
    assert (action.due, action.first_due) == (date(2026, 6, 1), date(2026, 5, 1))
    assert not action.is_overdue(date(2026, 6, 1))
    assert action.is_overdue(date(2026, 6, 2))


def test_an_interim_fix_past_its_end_is_overdue_until_it_is_done(told):
    answers = {"fix": "A van", "fix_end": "2026-05-20"}
    (fix,) = told(**answers)
    assert fix.is_overdue(date(2026, 5, 21))
    (ended,) = told({fix.key: DONE}, **answers)
    assert not ended.is_overdue(date(2026, 5, 21))


def test_an_interim_fix_is_the_same_one_once_it_has_an_end(told):
    (before,), (after,) = told(fix="A van"), told(fix="A van", fix_end="2026-05-20")
    assert before.key == after.key
    (ended,) = told({before.key: DONE}, fix="A van", fix_end="2026-05-20")
    assert ended.is_done


@pytest.mark.parametrize(("end", "due"), [("2026-05-20", date(2026, 6, 1)), ("2026-07-01", date(2026, 7, 1))])
def test_an_interim_fix_that_was_put_off_is_due_on_the_later_day(told, end, due):
    (fix,) = told({AnswerKey("fix"): Progress(until=date(2026, 6, 1))}, fix="A van", fix_end=end)
    assert fix.due == due


@pytest.mark.parametrize(
    ("order", "found"),
    [(((2,), (1,)), [(SECOND, "2", "1"), (FIRST, "1", "2")]), (((2,),), [(SECOND, "2", "1")])],
    ids=["moved", "the first removed"],
)
def test_a_row_keeps_its_key_and_what_was_said_of_it_whatever_its_number(record_of, order, found):
    record = record_of(QUESTIONS, {"actions": [{"what": "1"}, {"what": "2"}]})
    rows = {AnswerKey("actions"): Answer(State.ANSWERED, Rows(order))}
    changed = replace(record, answers={**record.answers, **rows}, progress={SECOND: DONE})
    shown = follow_ups(changed)
    assert [(one.key, one.what, one.row.number) for one in shown if one.row is not None] == found
    assert [one.key for one in shown if one.is_done] == [SECOND]
