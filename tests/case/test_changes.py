"""Moves in, history out: what was said before is always in the case."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from rootcause.case.changes import refitted, updated
from rootcause.case.model import Case, Event, QuestionnaireRef, SetAside, What
from rootcause.interview.answers import Answer, AnswerKey, Answers, Rows, State

START = datetime(2026, 1, 9, 10, tzinfo=UTC)
LATER = START + timedelta(minutes=5)
SUMMARY, WHERE, ACTIONS = AnswerKey("summary"), AnswerKey("where"), AnswerKey("actions")
FIRST = QuestionnaireRef("q", "1.0.0", "sha256:1")
SECOND = QuestionnaireRef("q", "2.0.0", "sha256:2")


def answered(value: Any, **details: Any) -> Answer:
    return Answer(State.ANSWERED, value, **details)


def a_case(answers: Answers) -> Case:
    return Case("x", "x", FIRST, START, answers=answers, at=WHERE)


UNKNOWN, SKIPPED, DEFERRED = Answer(State.UNKNOWN), Answer(State.SKIPPED), Answer(State.DEFERRED, to="Kim")
ONE, TWO, BOTH = Rows(((1,),)), Rows(((2,),)), Rows(((1,), (2,)))
LATE = answered("late", who="Jo", when=START)

MOVES: dict[str, tuple[Answer | None, Answer | None, What | None, bool]] = {
    "a first answer": (None, LATE, What.ANSWERED, False),
    "another answer": (LATE, answered("broken"), What.CHANGED, True),
    "the same number as yes": (answered(1), answered(True), What.CHANGED, True),
    "the same from another person": (LATE, answered("late", who="Kim", when=START), What.CHANGED, True),
    "a note added": (LATE, answered("late", who="Jo", when=START, note="sure"), What.CHANGED, True),
    "the same again, later": (LATE, answered("late", who="Jo", when=LATER), None, False),
    "skipped": (None, SKIPPED, What.SKIPPED, False),
    "unknown after all": (LATE, UNKNOWN, What.UNKNOWN, True),
    "left to somebody": (None, DEFERRED, What.DEFERRED, False),
    "left to somebody else": (DEFERRED, Answer(State.DEFERRED, to="Ann"), What.CHANGED, True),
    "what was left is answered": (DEFERRED, LATE, What.ANSWERED, True),
    "taken away": (LATE, None, What.REMOVED, True),
    "computed": (None, Answer(State.COMPUTED, 1), None, False),
    "computed anew": (Answer(State.COMPUTED, 1), Answer(State.COMPUTED, 2), None, False),
    "computed instead of answered": (LATE, Answer(State.COMPUTED, 2), What.REMOVED, True),
    "answered instead of computed": (Answer(State.COMPUTED, 2), LATE, What.ANSWERED, False),
    "a first row": (None, answered(ONE), What.ANSWERED, False),
    "a row more": (answered(ONE), answered(BOTH), What.ADDED, False),
    "a row less": (answered(BOTH), answered(ONE), What.REMOVED, True),
    "a row more, in another order": (answered(BOTH), answered(Rows(((2,), (1,), (3,)))), What.CHANGED, True),
    "a row more, and the note gone": (answered(ONE, note="sure"), answered(BOTH), What.CHANGED, True),
    "a row more in between": (answered(BOTH), answered(Rows(((1,), (1, 1), (2,)))), What.ADDED, False),
    "another row": (answered(ONE), answered(TWO), What.CHANGED, True),
    "rows in another order": (answered(BOTH), answered(Rows(((2,), (1,)))), What.CHANGED, True),
    "no more rows": (answered(ONE), answered(Rows(((1,),), closed=True)), What.CHANGED, True),
}


@pytest.mark.parametrize(("before", "after", "what", "kept"), MOVES.values(), ids=MOVES)
def test_a_move_leaves_its_event_and_the_former_answer(
    before: Answer | None, after: Answer | None, what: What | None, kept: bool
) -> None:
    other = {WHERE: answered("here")}
    case = a_case({SUMMARY: before, **other} if before else other)
    answers = {SUMMARY: after, **other} if after else other
    moved = updated(case, answers, at=WHERE, now=LATER, who="Kim")
    expected = Event(LATER, "Kim", what, SUMMARY, before if kept else None) if what else None
    assert moved.history == ((expected,) if expected else ())
    assert moved.answers is answers


def test_one_move_may_change_several_answers() -> None:
    case = a_case({SUMMARY: LATE, ACTIONS: answered(BOTH)})
    moved = updated(case, {ACTIONS: answered(ONE), WHERE: answered("here")}, at=None, now=LATER)
    assert [(event.what, event.key) for event in moved.history] == [
        (What.REMOVED, SUMMARY),
        (What.REMOVED, ACTIONS),
        (What.ANSWERED, WHERE),
    ]
    assert moved.at is None


def test_going_back_is_part_of_the_history() -> None:
    case = a_case({SUMMARY: LATE})
    assert updated(case, case.answers, at=SUMMARY, now=LATER).history == (Event(LATER, None, What.BACK, SUMMARY),)


def test_going_on_is_not_going_back() -> None:
    case = a_case({SUMMARY: LATE})
    assert updated(case, case.answers, at=ACTIONS, now=LATER).history == ()
    assert updated(case, case.answers, at=WHERE, now=LATER).history == ()


def test_the_order_of_events_is_that_of_the_moves_whatever_the_clock_says() -> None:
    case = updated(a_case({}), {SUMMARY: LATE}, at=WHERE, now=LATER)
    case = updated(case, {SUMMARY: UNKNOWN}, at=WHERE, now=START - timedelta(days=3650))
    assert [event.what for event in case.history] == [What.ANSWERED, What.UNKNOWN]


def test_an_answer_that_no_longer_fits_is_set_aside_for_good() -> None:
    case = a_case({SUMMARY: LATE, WHERE: answered("here")})
    moved = refitted(case, SECOND, {SUMMARY: "the question is gone"}, now=LATER, who="Kim")
    assert moved.questionnaire == SECOND
    assert moved.answers == {WHERE: answered("here")}
    assert moved.set_aside == (SetAside(SUMMARY, LATE, "the question is gone"),)
    assert moved.history == (
        Event(LATER, "Kim", What.MIGRATED, note="q 1.0.0, sha256:1"),
        Event(LATER, "Kim", What.SET_ASIDE, SUMMARY, LATE, "the question is gone"),
    )


def test_a_renamed_question_keeps_its_answer() -> None:
    what = AnswerKey("what")
    moved = refitted(a_case({SUMMARY: LATE}), SECOND, {SUMMARY: what}, now=LATER)
    assert moved.answers == {what: LATE}
    assert moved.history[1:] == (Event(LATER, None, What.MIGRATED, what, note="summary"),)


def test_two_questions_may_change_their_names() -> None:
    here = answered("here")
    moved = refitted(a_case({SUMMARY: LATE, WHERE: here}), SECOND, {SUMMARY: WHERE, WHERE: SUMMARY}, now=LATER)
    assert moved.answers == {SUMMARY: here, WHERE: LATE}


def test_an_answer_in_the_place_of_a_renamed_one_stays_in_the_history() -> None:
    here = answered("here")
    moved = refitted(a_case({SUMMARY: LATE, WHERE: here}), SECOND, {SUMMARY: WHERE}, now=LATER)
    assert moved.answers == {WHERE: LATE}
    assert moved.history[1].before == here
