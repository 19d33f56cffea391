"""The answers that fill no role, under the sections in which they were asked."""

from __future__ import annotations

from dataclasses import dataclass

from rootcause.analysis.record import Record
from rootcause.analysis.roles import role_of
from rootcause.analysis.statement import Statement


@dataclass(frozen=True)
class SectionAnswers:
    """What was said in one section; `part` is what, why, different or prepare."""

    part: str
    title: str
    statements: tuple[Statement, ...]


def remaining(record: Record) -> tuple[SectionAnswers, ...]:
    """Every known answer without a role, by section; sections without one are left out."""
    questionnaire = record.questionnaire
    found: dict[str, list[Statement]] = {section.id: [] for section in questionnaire.sections}
    for statement in record.statements:
        if statement.is_known and role_of(questionnaire.questions[statement.key.question]) is None:
            found[questionnaire.section_of[statement.key.question].id].append(statement)
    return tuple(
        SectionAnswers(section.part.value, section.title.in_language(record.language), tuple(found[section.id]))
        for section in questionnaire.sections
        if found[section.id]
    )
