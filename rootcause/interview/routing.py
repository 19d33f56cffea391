"""What depends on what in a questionnaire: built once, so that a move need only look at what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from rootcause.expression.syntax import Expression
from rootcause.interview.progress import weight
from rootcause.questionnaire.model import Question, Questionnaire, Section


class Routing(Struct, frozen=True, eq=False, dict=True):
    """The questions of a questionnaire in order, and for each the later ones that its answer can change."""

    questionnaire: Questionnaire

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Questions outside rows and rungs, in order."""
        return tuple(self.questionnaire.questions.values())

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The section of each of `questions`."""
        return tuple(self.questionnaire.section_of[question.id] for question in self.questions)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Where a question stands in `questions`."""
        return {question.id: index for index, question in enumerate(self.questions)}

    @cached_property
    def dependants(self) -> tuple[tuple[int, ...], ...]:
        """For each question the indices of those whose condition, check or computation names it."""
        found: list[set[int]] = [set() for _ in self.questions]
        for index, (question, section) in enumerate(zip(self.questions, self.sections, strict=True)):
            for name in _names(question, section):
                named = self.index.get(name)
                if named is not None and named != index:
                    found[named].add(index)
        return tuple(tuple(sorted(indices)) for indices in found)

    @cached_property
    def quick(self) -> int:
        """Those that a short run asks, as bits by their place."""
        return sum(1 << place for place, question in enumerate(self.questions) if question.quick)

    @cached_property
    def total_weight(self) -> int:
        """The weight of all questions, asked or not."""
        return sum(weight(question) for question in self.questions)


def _names(question: Question, section: Section) -> Iterator[str]:
    expressions: list[Expression | None] = [section.when]
    for one in (question, *question.each):
        expressions += [one.when, one.compute, one.stop_when, *(check.that for check in one.checks)]
    for expression in expressions:
        if expression is not None:
            yield from expression.names
