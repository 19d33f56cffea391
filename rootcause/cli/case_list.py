"""Cases as lines of a list, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from rootcause.cli.output import Json
from rootcause.index.index import Index

_QUERY: Final = """\
SELECT cases.case_id, title, questionnaire, begun_at, answered, unknown, deferred, finished,
       COALESCE(waiting.open, 0), COALESCE(waiting.overdue, 0), waiting.next_due
FROM cases LEFT JOIN (
  SELECT case_id, COUNT(*) AS open, SUM(CASE WHEN due_on < :today THEN 1 ELSE 0 END) AS overdue, MIN(due_on) AS next_due
  FROM actions WHERE status = 'open' GROUP BY case_id
) AS waiting ON waiting.case_id = cases.case_id
"""


class Line(Struct, frozen=True, gc=False):
    """One case. Of one that cannot be read only the id and the `problem` are known.

    `open` are its follow-ups that are not done, `next_due` is the first day of theirs that counts.
    """

    id: str
    title: str = ""
    questionnaire: str = ""
    begun: str = ""
    answered: int = 0
    unknown: int = 0
    deferred: int = 0
    finished: int = 0
    open: int = 0
    overdue: int = 0
    next_due: str | None = None
    problem: str | None = None


def lines(index: Index, today: date) -> list[Line]:
    """A line about each case; the oldest comes first, as far as names begin with their day."""
    found = [Line(*row) for row in index.query(_QUERY, {"today": today.isoformat()})]
    found += [Line(one.case_id, problem=one.message) for one in index.problems]
    return sorted(found, key=lambda line: line.id)


def rows(found: Sequence[Line]) -> list[list[str]]:
    """A row for each case, below the names of the columns. Each is one line, so that `grep` finds whole cases."""
    return [["CASE", "STATE", "ANSWERED", "OPEN", "TITLE"], *map(_row, found)]


def as_data(line: Line) -> Json:
    """What a program may want to know of a case."""
    if line.problem is not None:
        return {"id": line.id, "problem": line.problem}
    return {
        "id": line.id,
        "title": line.title,
        "questionnaire": line.questionnaire,
        "begun": line.begun,
        "answered": line.answered,
        "unknown": line.unknown,
        "deferred": line.deferred,
        "unfinished": not line.finished,
        "open": line.open,
        "overdue": line.overdue,
        "next_due": line.next_due,
    }


def _row(line: Line) -> list[str]:
    if line.problem is not None:
        return [line.id, "unreadable", "", "", line.problem]
    state = "finished" if line.finished else "unfinished"
    return [line.id, state, str(line.answered), _open(line), line.title]


def _open(line: Line) -> str:
    return f"{line.open}, {line.overdue} overdue" if line.overdue else str(line.open)
