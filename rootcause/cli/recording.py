"""From a case and its interview to what the analysis takes in."""

from __future__ import annotations

from datetime import datetime

from rootcause.analysis.record import Record
from rootcause.case.follow_through import progress_of
from rootcause.case.model import Case
from rootcause.interview.interview import Interview


def record_of(case: Case, interview: Interview, *, not_after: datetime | None = None) -> Record:
    """The answers that count, and what waits to be asked; what was said after `not_after` counts as said then."""
    return Record(
        title=case.title,
        questionnaire=interview.questionnaire,
        answers=interview.active(),
        asked=frozenset(interview.asked()),
        case=case.id,
        language=case.language,
        not_after=not_after,
        remarks=interview.remarks,
        has_timezone=case.timezone is not None,
        progress=progress_of(case),
        links=case.links,
    )
