"""Where follow-ups stand: the last word of the history counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from rootcause.case.follow_through import Progress, finish, link, progress_of, reopen, snooze, unlink
from rootcause.case.model import Case, Event, QuestionnaireRef, What
from rootcause.interview.answers import AnswerKey

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
ROW = AnswerKey("actions", (1,))
OTHER = AnswerKey("actions", (2,))
CASE = Case("c", "A case", QuestionnaireRef("q", "1.0.0", "d"), NOW)
LATER = date(2026, 6, 1)


def then(case: Case, what: What, key: AnswerKey, note: str | None = None) -> Case:
    return replace(case, history=(*case.history, Event(NOW, None, what, key, note=note)))


def test_nothing_is_known_of_a_case_without_history():
    assert progress_of(CASE) == {}


def test_what_is_done_says_when_by_whom_and_what_came_of_it():
    done = finish(CASE, ROW, now=NOW, who="Jo", result="it rings")
    assert progress_of(done) == {ROW: Progress(True, NOW.date(), "it rings", "Jo", place=0)}


def test_it_may_have_got_done_on_another_day():
    day = NOW.date() - timedelta(3)
    assert progress_of(finish(CASE, ROW, now=NOW, result=None, on=day))[ROW].on == day


def test_each_thing_stands_for_itself():
    both = finish(finish(CASE, ROW, now=NOW, result="a"), OTHER, now=NOW, result="b")
    assert {key: one.result for key, one in progress_of(both).items()} == {ROW: "a", OTHER: "b"}


def test_what_was_put_off_and_then_done_keeps_why_it_waited():
    done = finish(snooze(CASE, ROW, now=NOW, until=LATER, why="late"), ROW, now=NOW, result="x")
    assert progress_of(done)[ROW] == Progress(True, NOW.date(), "x", until=LATER, why="late", place=1)


def test_what_is_opened_again_is_not_done():
    again = reopen(finish(CASE, ROW, now=NOW, result="x"), ROW, now=NOW, why="it came back")
    assert progress_of(again) == {ROW: Progress(False, why="it came back", place=1, reopened=1)}


@pytest.mark.parametrize("what", [What.ANSWERED, What.CHANGED, What.SKIPPED, What.REMOVED])
def test_a_status_that_is_answered_anew_is_the_last_word(what):
    done = finish(snooze(CASE, ROW, now=NOW, until=LATER, why="late"), ROW, now=NOW, result="x")
    said = then(done, what, AnswerKey("actions.status", (1,)))
    assert progress_of(said) == {ROW: Progress(until=LATER, why="late")}


def test_a_day_that_is_answered_anew_ends_the_wait_and_nothing_else():
    waiting = finish(snooze(CASE, ROW, now=NOW, until=LATER, why="late"), ROW, now=NOW, result="x")
    assert progress_of(then(waiting, What.CHANGED, AnswerKey("actions.due", (1,))))[ROW] == Progress(
        True, NOW.date(), "x", place=1
    )


def test_a_promise_that_is_answered_anew_is_a_new_one():
    key = AnswerKey("follow_up")
    assert progress_of(then(finish(CASE, key, now=NOW, result="x"), What.CHANGED, key)) == {}


def test_it_moves_with_its_list_to_another_name():
    done = finish(CASE, ROW, now=NOW, result="x")
    moved = then(done, What.MIGRATED, AnswerKey("measures.what", (1,)), note="actions[1].what")
    assert list(progress_of(moved)) == [AnswerKey("measures", (1,))]


def test_what_was_said_under_the_new_name_already_stays():
    new = AnswerKey("measures", (1,))
    said = finish(snooze(CASE, ROW, now=NOW, until=LATER, why="late"), new, now=NOW, result="x")
    moved = then(said, What.MIGRATED, AnswerKey("measures.what", (1,)), note="actions[1].what")
    assert progress_of(moved)[new].done is True


def test_a_link_is_kept_with_its_history_and_can_be_taken_back():
    linked = link(link(CASE, "earlier", now=NOW, reason="a"), "earlier", now=NOW, who="Jo", reason="b")
    assert [(one.case, one.reason) for one in linked.links] == [("earlier", "b")]
    gone = unlink(linked, "earlier", now=NOW)
    assert gone.links == ()
    assert [event.what for event in gone.history] == [What.LINKED, What.LINKED, What.UNLINKED]
    with pytest.raises(ValueError, match="no link"):
        unlink(gone, "earlier", now=NOW)
