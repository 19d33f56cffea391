"""Moves in, history out: what was said before is always in the case."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rootcause.case.changes import left, refitted, updated
from rootcause.case.model import Case, Event, QuestionnaireRef, SetAside, What
from rootcause.interview.answers import Answer, AnswerKey, Answers, Remark, Rows, State, Sure

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


NOTED = Remark("ask the depot", Sure.REPORTED, ("call.txt",))
MORE = Remark("ask the depot", Sure.REPORTED, ("call.txt", "photo.jpg"))
TAKEN_OVER = answered("late", note="ask the depot", sure=Sure.REPORTED, evidence=("call.txt",))

REMARKS: dict[str, tuple[Remark | None, Remark | None, Answer | None, bool, bool]] = {
    "a first remark": (None, NOTED, None, True, False),
    "the same again": (NOTED, Remark("ask the depot", Sure.REPORTED, ("call.txt",)), None, False, False),
    "more evidence": (NOTED, MORE, None, True, False),
    "evidence taken away": (MORE, NOTED, None, True, True),
    "another note": (NOTED, Remark("ask Kim", Sure.REPORTED, ("call.txt",)), None, True, True),
    "surer now": (NOTED, Remark("ask the depot", Sure.FACT, ("call.txt",)), None, True, True),
    "a note of other words": (Remark(sure=Sure.FACT), Remark("so they said", Sure.FACT), None, True, False),
    "taken away": (NOTED, None, None, True, True),
    "taken over by the answer": (NOTED, None, TAKEN_OVER, False, False),
    "lost by the answer": (NOTED, None, LATE, True, True),
    "lost in part by the answer": (NOTED, None, answered("late", note="ask the depot"), True, True),
}


@pytest.mark.parametrize(("before", "after", "answer", "told", "kept"), REMARKS.values(), ids=REMARKS)
def test_no_word_of_a_remark_is_lost(
    before: Remark | None, after: Remark | None, answer: Answer | None, told: bool, kept: bool
) -> None:
    case = replace(a_case({}), remarks={SUMMARY: before} if before else {})
    remarks = {SUMMARY: after} if after else {}
    answers = {SUMMARY: answer} if answer else {}
    moved = updated(case, answers, at=WHERE, now=LATER, who="Kim", remarks=remarks)
    expected = Event(LATER, "Kim", What.REMARKED, SUMMARY, remark=before if kept else None)
    assert [event for event in moved.history if event.what is What.REMARKED] == ([expected] if told else [])
    assert moved.remarks == remarks


def test_a_move_that_says_nothing_of_remarks_leaves_them() -> None:
    case = replace(a_case({}), remarks={WHERE: NOTED})
    assert updated(case, {SUMMARY: LATE}, at=WHERE, now=LATER).remarks == {WHERE: NOTED}


words = st.text("abc", min_size=1, max_size=3)
said = st.builds(Remark, st.none() | words, st.none() | st.sampled_from(Sure), st.lists(words, max_size=2).map(tuple))
given_answers = st.one_of(
    st.builds(Answer, st.just(State.ANSWERED), words, note=st.none() | words),
    st.builds(Answer, st.just(State.ANSWERED), st.permutations([(1,), (2,), (3,)]).map(lambda rows: Rows(tuple(rows)))),
    st.builds(Answer, st.sampled_from([State.UNKNOWN, State.SKIPPED]), note=st.none() | words),
    st.builds(Answer, st.just(State.DEFERRED), to=words),
)
some_keys = st.sampled_from([SUMMARY, WHERE, ACTIONS])
moves = st.tuples(st.dictionaries(some_keys, given_answers), st.dictionaries(some_keys, said))


@given(st.lists(moves, max_size=6))
def test_after_any_moves_everything_ever_said_is_in_the_case(
    made: list[tuple[Answers, dict[AnswerKey, Remark]]],
) -> None:
    case = a_case({})
    for answers, remarks in made:
        case = updated(case, answers, at=WHERE, now=LATER, remarks=remarks)
    answers_kept = [*case.answers.items(), *((event.key, event.before) for event in case.history)]
    remarks_kept = [*case.remarks.items(), *((event.key, event.remark) for event in case.history)]
    for answers, remarks in made:
        assert all(entry in answers_kept for entry in answers.items())
        for key, remark in remarks.items():
            notes = [(there, kept.note) for there, kept in (*remarks_kept, *answers_kept) if kept is not None]
            evidence = {(there, one) for there, kept in (*remarks_kept, *answers_kept) if kept for one in kept.evidence}
            assert remark.note is None or (key, remark.note) in notes
            assert {(key, one) for one in remark.evidence} <= evidence


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (answered("late"), answered("broken")),
        (answered(Rows(((1,), (2,), (3,)))), answered(Rows(((3,), (1,), (2,)), closed=True))),
        (answered(ONE), answered(TWO)),
        (DEFERRED, LATE),
    ],
    ids=["an answer", "an order", "a row", "a question left to somebody"],
)
def test_a_change_that_is_taken_back_is_a_change_as_well(first: Answer, then: Answer) -> None:
    case = updated(a_case({}), {SUMMARY: first}, at=WHERE, now=START)
    case = updated(case, {SUMMARY: then}, at=WHERE, now=LATER)
    case = updated(case, {SUMMARY: first}, at=WHERE, now=LATER)
    case = updated(case, {}, at=SUMMARY, now=LATER)
    assert [event.before for event in case.history] == [None, first, then, first]
    assert case.history[-1].what is What.REMOVED


def test_leaving_is_part_of_the_history() -> None:
    case = left(a_case({SUMMARY: LATE}), at=ACTIONS, now=LATER, who="Kim")
    assert case.history == (Event(LATER, "Kim", What.LEFT, ACTIONS),)
    assert case.at == ACTIONS


def test_one_who_comes_and_leaves_without_a_word_left_once() -> None:
    case = left(a_case({}), at=SUMMARY, now=START, who="Kim")
    assert left(case, at=SUMMARY, now=LATER, who="Kim") is case
    assert len(left(case, at=WHERE, now=LATER, who="Kim").history) == 2
    assert len(left(case, at=SUMMARY, now=LATER, who="Jo").history) == 2


def test_a_case_that_was_only_left_is_unfinished() -> None:
    case = left(a_case({}), at=None, now=LATER)
    assert case.unfinished
    assert not updated(case, {SUMMARY: LATE}, at=None, now=LATER).unfinished


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
