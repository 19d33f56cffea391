"""The expressions of a file, and what each decides."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from rootcause.expression.syntax import Expression
from rootcause.lint.asked import Asked, check_place
from rootcause.questionnaire.model import Question, Section
from rootcause.questionnaire.place import Place


class Use(enum.Enum):
    """What an expression decides."""

    SECTION_WHEN = "section when"
    WHEN = "when"
    CHECK = "check"
    COMPUTE = "compute"
    DEFAULT = "default"
    STOP_WHEN = "stop_when"


class Written(Struct, frozen=True):
    """An expression and where it stands. `outer` is the list or ladder when the question belongs to a row or rung."""

    expression: Expression
    use: Use
    place: Place
    question: Question | None = None
    outer: Question | None = None
    section: Section | None = None


def expressions_in(asked: Iterable[Asked], sections: Mapping[str, Place]) -> Iterator[Written]:
    """Every expression that can be read, in the order in which they stand."""
    before = None
    for one in asked:
        question, place, section = one.question, one.place, one.section
        if section is not before:
            before = section
            if section.when is not None:
                yield Written(section.when, Use.SECTION_WHEN, sections[section.id] / "when", section=section)
        for expression, use, at in (
            (question.when, Use.WHEN, place / "when"),
            (question.compute, Use.COMPUTE, place / "compute"),
            (question.default, Use.DEFAULT, place.at("default", "compute")),
            (question.stop_when, Use.STOP_WHEN, place / "stop_when"),
        ):
            if isinstance(expression, Expression):
                yield Written(expression, use, at, question, one.outer, section)
        for index, check in enumerate(question.checks):
            yield Written(check.that, Use.CHECK, check_place(place, index) / "that", question, one.outer, section)
