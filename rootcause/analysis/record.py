"""What an interview established, as the analysis takes it in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

from msgspec import Struct

from rootcause.analysis.roles import role_of
from rootcause.analysis.statement import Statement
from rootcause.analysis.telling import Told, tell
from rootcause.case.follow_through import Progress
from rootcause.case.model import Link
from rootcause.interview.answers import Answer, AnswerKey, Answers, Remarks
from rootcause.questionnaire.model import Questionnaire


class Record(Struct, frozen=True, dict=True):
    """A questionnaire with the answers that count.

    `answers` holds only what is on the route, with what was computed. `asked` are the keys on the route, those without
    an answer among them. Left out of both: what an earlier answer made irrelevant. `not_after` is the moment of
    SOURCE_DATE_EPOCH: what was answered later counts as answered then. `remarks` are about questions that nobody has
    answered yet. `has_timezone` says that the case names the time zone of its times.

    `language` is the one to tell it in, None for that of the questionnaire. `answered_in` is the one that the answers
    are in, where that is another. `for_customers` is a record without what customers may not see.

    `progress` says of what is to be done where it stands, if more is known than its answers say. `links` are the
    earlier cases of which somebody said that it is the same again.
    """

    title: str
    questionnaire: Questionnaire
    answers: Answers
    asked: frozenset[AnswerKey]
    case: str | None = None
    language: str | None = None
    not_after: datetime | None = None
    remarks: Remarks = {}
    has_timezone: bool = True
    answered_in: str | None = None
    for_customers: bool = False
    progress: Mapping[AnswerKey, Progress] = {}
    links: tuple[Link, ...] = ()

    @property
    def spoken(self) -> str:
        """The language that the answers are in, by which they are read."""
        return self.answered_in or self.language or self.questionnaire.language

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every question on the route outside rows and rungs, in the order of the questionnaire."""
        return self._told.statements

    @cached_property
    def by_role(self) -> Mapping[str, tuple[Statement, ...]]:
        """The questions on the route under the role that they fill."""
        found: dict[str, tuple[Statement, ...]] = {}
        for statement in self.statements:
            role = role_of(self.questionnaire.questions[statement.key.question])
            if role is not None:
                found[role] = (*found.get(role, ()), statement)
        return found

    @cached_property
    def evidence(self) -> Mapping[str, int]:
        """What people point to as evidence, numbered in the order in which it comes up."""
        return self._told.evidence

    @cached_property
    def in_order(self) -> tuple[Answer, ...]:
        """Every answer, in the order of the questionnaire."""
        cells = (
            cell
            for one in self.statements
            for cell in (one, *(cell for row in one.rows for cell in row.cells.values()))
        )
        return tuple(cell.answer for cell in cells if cell.answer is not None)

    @cached_property
    def _told(self) -> Told:
        return tell(self.questionnaire, self.answers, self.asked, self.remarks, self.language)
