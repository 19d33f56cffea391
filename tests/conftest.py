"""What all tests share: how examples are drawn, and records of answers for the tests of analysis and report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from rootcause.analysis.record import Record
    from rootcause.interview.answers import Answer, AnswerKey, Remarks
    from rootcause.questionnaire.model import Question


# The same examples in every run, so that a failure belongs to a change; `--hypothesis-profile=search` looks for new ones.
settings.register_profile("search", derandomize=False, deadline=None)
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def record_of() -> Callable[..., Record]:
    """A record from the text of a questionnaire and answers as people write them.

    A mapping with `state` or `value` says more about an answer; rows are lists of mappings, with `why` for the rungs
    below. Every question counts as asked, unless `not_asked` names it.
    """
    from rootcause.analysis.record import Record
    from rootcause.questionnaire.loader import load_questionnaire
    from rootcause.source.text import SourceText

    def build(
        questionnaire: str,
        answers: Mapping[str, Any],
        *,
        title: str = "A case",
        not_asked: tuple[str, ...] = (),
        remarks: Remarks | None = None,
    ) -> Record:
        loaded = load_questionnaire(SourceText("test.yaml", questionnaire))
        assert loaded.questionnaire is not None, [one.message for one in loaded.diagnostics]
        given: dict[AnswerKey, Answer] = {}
        asked: set[AnswerKey] = set()
        for id, question in loaded.questionnaire.questions.items():
            if id not in not_asked:
                asked.update(_keys(question, answers.get(id)))
                given.update(_answers(question, answers[id]) if id in answers else ())
        return Record(title, loaded.questionnaire, given, frozenset(asked), remarks=remarks or {})

    return build


def _keys(question: Question, raw: Any) -> Iterator[AnswerKey]:
    from rootcause.interview.answers import AnswerKey

    yield AnswerKey(question.id)
    for instance, _ in _rows(raw, ()) if question.type.repeats else ():
        for item in question.each:
            yield AnswerKey(f"{question.id}.{item.id}", instance)


def _answers(question: Question, raw: Any) -> Iterator[tuple[AnswerKey, Answer]]:
    from rootcause.interview.answers import Answer, AnswerKey, Rows, State

    if not (question.type.repeats and isinstance(raw, list)):
        yield AnswerKey(question.id), _answer(question, raw)
        return
    rows = tuple(_rows(raw, ()))
    yield AnswerKey(question.id), Answer(State.ANSWERED, Rows(tuple(instance for instance, _ in rows)))
    for instance, row in rows:
        for id, value in row.items():
            item = question.item(id)
            if item is not None:
                yield AnswerKey(f"{question.id}.{id}", instance), _answer(item, value)


def _rows(raw: Any, path: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Mapping[str, Any]]]:
    for number, row in enumerate(raw if isinstance(raw, list) else (), start=1):
        yield (*path, number), row
        yield from _rows(row.get("why"), (*path, number))


def _answer(question: Question, raw: Any) -> Answer:
    from rootcause.interview.answers import Answer, State, Sure
    from rootcause.questionnaire.response.problem import Problem
    from rootcause.questionnaire.response.reading import read_answer

    frame = raw if isinstance(raw, dict) and ("state" in raw or "value" in raw) else {"value": raw}
    value = None if frame.get("value") is None else read_answer(question, frame["value"], UTC)
    assert not isinstance(value, Problem), (question.id, value)
    return Answer(
        State(frame.get("state", "answered")),
        value,
        to=frame.get("to"),
        by=date.fromisoformat(frame["by"]) if "by" in frame else None,
        who=frame.get("who"),
        when=datetime.fromisoformat(frame["when"]) if "when" in frame else None,
        sure=Sure(frame["sure"]) if "sure" in frame else None,
        note=frame.get("note"),
        evidence=tuple(frame.get("evidence", ())),
    )
