"""Saved answers and a questionnaire that has changed since."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rootcause.interview.answers import Answer, AnswerKey, Rows, State
from rootcause.interview.interview import Interview
from rootcause.interview.reconcile import newly_asked, reconcile

HEAD = "rootcause: 1\nid: t\nversion: 2.0.0\ntitle: T\nsections:\n  - id: s\n    title: S\n    questions:\n"


def questionnaire(loaded, *questions):
    return loaded(HEAD + "".join(f"      - {question}\n" for question in questions))


def answered(value):
    return Answer(State.ANSWERED, value)


def test_an_answer_moves_along_with_its_question(loaded):
    changed = questionnaire(loaded, '{id: problem, was: summary, ask: "What?", type: text}')
    result = reconcile(changed, {AnswerKey("summary"): answered("Late")}, AnswerKey("summary"))
    assert result.answers == {AnswerKey("problem"): answered("Late")}
    assert result.at == AnswerKey("problem")
    assert result.changes == ('"summary" is now "problem"',)


def test_rows_move_along_with_their_list(loaded):
    each = (
        '{id: todo, was: [actions, tasks], ask: "What?", type: list, each: [{id: what, was: act, ask: W, type: text}]}'
    )
    answers = {
        AnswerKey("actions"): answered(Rows(((1,),), closed=True)),
        AnswerKey("actions.act", (1,)): answered("Write a rota"),
    }
    result = reconcile(questionnaire(loaded, each), answers, None)
    assert result.set_aside == ()
    assert result.answers[AnswerKey("todo.what", (1,))].value == "Write a rota"


def test_what_is_not_asked_any_more_is_set_aside_and_said(loaded):
    changed = questionnaire(loaded, '{id: other, ask: "What?", type: text}')
    result = reconcile(changed, {AnswerKey("summary"): answered("Late")}, None)
    assert result.answers == {}
    assert result.set_aside == ((AnswerKey("summary"), answered("Late"), "the question is not asked any more"),)
    assert result.changes == ('"summary" is not asked any more; its answer is set aside',)


def test_a_moved_answer_does_not_take_the_place_of_another(loaded):
    changed = questionnaire(loaded, '{id: problem, was: summary, ask: "What?", type: text}')
    answers = {AnswerKey("summary"): answered("old"), AnswerKey("problem"): answered("new")}
    result = reconcile(changed, answers, None)
    assert result.answers == {AnswerKey("problem"): answered("new")}
    assert [key for key, _, _ in result.set_aside] == [AnswerKey("summary")]


@pytest.mark.parametrize(
    ("question", "value", "kept"),
    [
        ("{id: q, ask: Q, type: paragraph}", "Late", "Late"),
        ("{id: q, ask: Q, type: number}", 3, Decimal(3)),
        ("{id: q, ask: Q, type: text}", 3, "3"),
        ("{id: q, ask: Q, type: choices, choices: {a: A, b: B}}", "a", ("a",)),
        ("{id: q, ask: Q, type: datetime}", date(2026, 1, 1), date(2026, 1, 1)),
        ("{id: q, ask: Q, type: text, max_length: 3}", "Late", None),
        ("{id: q, ask: Q, type: integer, max: 2}", 3, None),
        ("{id: q, ask: Q, type: choice, choices: {a: A, b: B}}", "c", None),
        ("{id: q, ask: Q, type: list, each: [{id: w, ask: W, type: text}]}", "Late", None),
        ("{id: q, type: integer, compute: 1 + 1}", 3, None),
    ],
)
def test_an_answer_is_kept_where_it_still_fits_and_set_aside_where_not(loaded, question, value, kept):
    result = reconcile(questionnaire(loaded, question), {AnswerKey("q"): answered(value)}, None)
    if kept is None:
        assert result.answers == {}
        assert result.set_aside[0][1].value == value
        assert result.changes
    else:
        assert result.answers[AnswerKey("q")].value == kept
        assert result.set_aside == ()


def test_an_answer_of_another_state_needs_no_fitting(loaded):
    unknown = Answer(State.UNKNOWN)
    result = reconcile(questionnaire(loaded, "{id: q, ask: Q, type: integer}"), {AnswerKey("q"): unknown}, None)
    assert result.answers == {AnswerKey("q"): unknown}


def test_new_questions_above_the_last_answer_are_found(loaded, begin):
    changed = questionnaire(
        loaded, "{id: a, ask: A, type: text}", "{id: b, ask: B, type: text}", "{id: c, ask: C, type: text}"
    )
    clock = begin().clock
    interview = Interview.begin(changed, {AnswerKey("b"): answered("x")}, clock=clock)
    assert newly_asked(interview) == (AnswerKey("a"),)
