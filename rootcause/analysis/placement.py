"""Where each answer belongs: to its role, else beside its neighbours, else to its own section.

An answer without a role mostly explains the one it was asked after, how the underlying issue is known for instance, so
it stays with that one. In a section that prepares for the next time, and where no neighbour has a role, the answers
stay together under the title of their section.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from rootcause.analysis.record import Record
from rootcause.analysis.roles import role_of
from rootcause.analysis.statement import Statement
from rootcause.questionnaire.model import Part


class Placed(Struct, frozen=True):
    """An answer that can be told, in the section with that id.

    `home` is its own role or that of a neighbour, None where there is neither.
    """

    statement: Statement
    role: str | None
    home: str | None
    section: str


class SectionAnswers(Struct, frozen=True):
    """Answers that stay together; `part` is what, why, different or prepare."""

    part: str
    title: str
    statements: tuple[Statement, ...]


def placed(record: Record) -> tuple[Placed, ...]:
    """Every answer outside rows that can be told, in the order of the questionnaire."""
    return tuple(_placed(record))


def section_answers(record: Record, placed: Iterable[Placed]) -> tuple[SectionAnswers, ...]:
    """The answers without a home, by section."""
    sections = {section.id: section for section in record.questionnaire.sections}
    homeless = groupby((one for one in placed if one.home is None), lambda one: one.section)
    return tuple(
        SectionAnswers(
            sections[id].part.value,
            sections[id].title.in_language(record.language),
            tuple(one.statement for one in group),
        )
        for id, group in homeless
    )


def _placed(record: Record) -> Iterator[Placed]:
    on_route = {statement.key.question: statement for statement in record.statements}
    for section in record.questionnaire.sections:
        asked = [question for question in section.questions if question.id in on_route]
        roles = [role_of(question) for question in asked]
        neighbour = None if section.part is Part.PREPARE else next(filter(None, roles), None)
        for question, role in zip(asked, roles, strict=True):
            if role is not None and section.part is not Part.PREPARE:
                neighbour = role
            if on_route[question.id].is_told:
                yield Placed(on_route[question.id], role, role or neighbour, section.id)
