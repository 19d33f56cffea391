from __future__ import annotations

from collections.abc import Callable

from rootcause.analysis.analysis import Analysis, analyse
from rootcause.analysis.record import Record

Analysed = Callable[..., Analysis]


def keys(analysis: Analysis) -> list[str]:
    return [str(question.statement.key) for question in analysis.open_questions]


def test_unknown_and_deferred_answers_are_open_also_where_nobody_had_to_answer(analysed: Analysed) -> None:
    analysis = analysed(place={"state": "unknown"}, noticed_by={"state": "deferred", "to": "Kim"})
    assert keys(analysis) == ["place", "noticed_by"]


def test_a_required_question_without_an_answer_is_open(analysed: Analysed) -> None:
    analysis = analysed(todo=[{"what": "Call them", "due": "2026-03-01"}])
    assert keys(analysis) == ["todo[1].owner"]
    assert [(one.within, one.row) for one in analysis.open_questions] == [("Actions", "1")]


def test_a_question_left_out_by_right_is_not_open(analysed: Analysed) -> None:
    assert keys(analysed(place={"state": "skipped"})) == []


def test_a_question_that_is_not_asked_is_not_open(recorded: Callable[..., Record]) -> None:
    assert analyse(recorded(not_asked=("summary",))).open_questions == ()


def test_a_ladder_with_rungs_is_answered(analysed: Analysed) -> None:
    assert keys(analysed(whys=[{"because": "It rained"}])) == []
