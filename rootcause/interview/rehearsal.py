"""Runs the tests that an author wrote into a questionnaire."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from msgspec import Struct

from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.interview.scripted import fill
from rootcause.questionnaire.model import Example, Questionnaire
from rootcause.questionnaire.response.moments import read_day
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import described, read_answer
from rootcause.questionnaire.response.wording import show

_TODAY = date(2026, 1, 1)


class Failure(Struct, frozen=True):
    """What did not hold. `where` leads from `tests` to the entry that says it should."""

    name: str
    message: str
    where: tuple[str | int, ...]


def rehearse(questionnaire: Questionnaire) -> tuple[Failure, ...]:
    """Run every test of a questionnaire through the engine."""
    return tuple(
        Failure(example.name, message, (index, *where))
        for index, example in enumerate(questionnaire.examples)
        for message, where in _run(questionnaire, example)
    )


def _run(questionnaire: Questionnaire, example: Example) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    today = _TODAY if example.today is None else read_day(example.today)
    if isinstance(today, Problem):
        yield today.message, ("today",)
        return
    noon = datetime.combine(today, time(12), UTC)
    filled = fill(Interview.begin(questionnaire, clock=lambda: noon, zone=UTC), example.answers, lambda _: None)
    interview = filled.interview
    refused = {problem.where[0] for problem in filled.problems}
    for problem in filled.problems:
        if problem.where[0] not in example.refused:
            yield f"{'.'.join(map(str, problem.where))}: {problem.message}", ("answers", *problem.where)
    for key, expected in (("shown", True), ("hidden", False)):
        for id in getattr(example, key):
            if interview.standing(id).shown is not expected:
                yield f'"{id}" is {"not asked" if expected else "asked"}', (key,)
    for id in example.refused:
        if id not in refused:
            yield f'the answer to "{id}" is taken', ("refused",)
    for id, raw in example.computed.items():
        question = questionnaire.questions[id]
        found = interview.standing(id).computed.get(AnswerKey(id))
        if found != read_answer(question, raw, UTC):
            shown = "not known" if found is None else show(question, found)
            yield f'"{id}" is {shown}, not {described(raw)}', ("computed", id)
