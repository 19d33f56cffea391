"""Cases as data for programs."""

from __future__ import annotations

from rootcause.case.store import CaseSummary
from rootcause.cli.output import Json


def as_data(summary: CaseSummary) -> Json:
    """What a program may want to know of a case."""
    if summary.problem is not None:
        return {"id": summary.id, "problem": summary.problem}
    return {
        "id": summary.id,
        "title": summary.title,
        "questionnaire": summary.questionnaire,
        "begun": None if summary.begun is None else summary.begun.isoformat(),
        "answered": summary.answered,
        "unknown": summary.unknown,
        "deferred": summary.deferred,
        "unfinished": summary.unfinished,
    }
