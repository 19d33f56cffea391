from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rootcause.case.follow_through import finish, reopen, snooze
from rootcause.case.model import Case, Event, QuestionnaireRef, What
from rootcause.index.changes import Changes, changes_of, together
from rootcause.interview.answers import AnswerKey

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ACTION = AnswerKey("actions", (1,))


def case(*history):
    return Case("late", "Late", QuestionnaireRef("q", "1", ""), NOW, history=history)


def test_a_follow_up_counts_what_became_of_it_and_of_its_row():
    written = case(
        Event(NOW, None, What.ANSWERED, AnswerKey("actions.what", (1,))),
        Event(NOW, None, What.ANSWERED, AnswerKey("actions.what", (2,))),
    )
    later = NOW + timedelta(hours=1)
    put_off = snooze(written, ACTION, now=later, until=date(2026, 4, 1), why="no time")
    done = finish(put_off, ACTION, now=later, result="done")
    again = reopen(done, ACTION, now=later)
    counts = [changes_of(one.history)[ACTION].count for one in (written, put_off, done, again)]
    assert counts == [1, 2, 3, 4]
    assert changes_of(again.history)[ACTION].latest == later
    assert changes_of(again.history)[AnswerKey("actions", (2,))] == Changes(1, NOW)


@pytest.mark.parametrize("what", [What.LEFT, What.BACK, What.WAIVED, What.REMARKED, What.MIGRATED])
def test_what_says_nothing_new_about_it_is_no_change(what):
    assert changes_of(case(Event(NOW, None, what, ACTION)).history) == {}


def test_a_clock_that_was_put_back_takes_nothing_away():
    assert together([Changes(1, NOW), Changes(2, NOW - timedelta(days=9)), Changes()]) == Changes(3, NOW)
