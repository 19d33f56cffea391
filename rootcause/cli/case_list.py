"""Cases as lines of a list, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence

from rootcause.case.store import CaseSummary
from rootcause.cli.output import Json


def rows(summaries: Sequence[CaseSummary]) -> list[list[str]]:
    """A row for each case, below the names of the columns. Each is one line, so that `grep` finds whole cases."""
    return [["CASE", "STATE", "ANSWERED", "TITLE"], *map(_row, summaries)]


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


def _row(summary: CaseSummary) -> list[str]:
    if summary.problem is not None:
        return [summary.id, "unreadable", "", summary.problem]
    state = "unfinished" if summary.unfinished else "finished"
    return [summary.id, state, str(summary.answered), summary.title or ""]
