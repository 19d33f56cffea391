"""Runs the tests that an author wrote into a questionnaire."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from msgspec import Struct

from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.interview.scripted import Filled, fill
from rootcause.questionnaire.model import Example, Questionnaire
from rootcause.questionnaire.response.moments import read_day
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import described, read_answer
from rootcause.questionnaire.response.wording import show
from rootcause.source.diagnostic import Diagnostic, Severity
from rootcause.source.tree import Tree

_TODAY = date(2026, 1, 1)


class Failure(Struct, frozen=True):
    """What did not hold. `where` leads from `tests` to the entry that says it should."""

    name: str
    message: str
    where: tuple[str | int, ...]

    def diagnostic(self, tree: Tree) -> Diagnostic:
        """The failure at its place in the file of the questionnaire."""
        return Diagnostic(
            "failing-test",
            Severity.ERROR,
            f'the test "{self.name}" does not hold: {self.message}',
            tree.span(("tests", *self.where)),
            tree.source,
            help="mend the test or the questionnaire, whichever is wrong",
        )


class Rehearsal(Struct, frozen=True):
    """What came of one test. `shown` are the questions that were asked, `refused` those whose answer was not taken."""

    failures: tuple[Failure, ...]
    shown: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


def rehearse(questionnaire: Questionnaire) -> tuple[Failure, ...]:
    """Run every test of a questionnaire through the engine, and say what does not hold."""
    return tuple(failure for rehearsal in rehearsals(questionnaire) for failure in rehearsal.failures)


def rehearsals(questionnaire: Questionnaire) -> tuple[Rehearsal, ...]:
    """Run every test of a questionnaire through the engine."""
    return tuple(_rehearsal(questionnaire, index) for index in range(len(questionnaire.examples)))


def _rehearsal(questionnaire: Questionnaire, index: int) -> Rehearsal:
    example = questionnaire.examples[index]
    today = _TODAY if example.today is None else read_day(example.today)
    if isinstance(today, Problem):
        return Rehearsal((Failure(example.name, today.message, (index, "today")),))
    noon = datetime.combine(today, time(12), UTC)
    filled = fill(Interview.begin(questionnaire, clock=lambda: noon, zone=UTC), example.answers, lambda _: None)
    return Rehearsal(
        tuple(
            Failure(example.name, message, (index, *where))
            for message, where in _failures(questionnaire, example, filled)
        ),
        frozenset(id for id in questionnaire.questions if filled.interview.standing(id).shown),
        frozenset(str(problem.where[0]) for problem in filled.problems),
    )


def _failures(
    questionnaire: Questionnaire, example: Example, filled: Filled
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
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
