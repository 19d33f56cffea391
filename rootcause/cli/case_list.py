"""Cases as lines of a list, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from rootcause.index.index import Index

# Two queries, because a join of them takes longer than both.
_CASES: Final = "SELECT case_id, title, questionnaire, begun_at, answered, unknown, deferred, finished FROM cases"
_WAITING: Final = """\
SELECT case_id, COUNT(*), SUM(CASE WHEN due_on < :today THEN 1 ELSE 0 END), MIN(due_on)
FROM actions WHERE status = 'open' GROUP BY case_id
"""

_NOTHING: Final = (None, 0, 0, None)


class Line(Struct, frozen=True, gc=False):
    """One case, with the keys that programs get.

    `open` are its follow-ups that are not done, `next_due` is the first day of theirs that counts.
    """

    id: str
    title: str
    questionnaire: str
    begun: str
    answered: int
    unknown: int
    deferred: int
    unfinished: bool
    open: int
    overdue: int
    next_due: str | None


class NoLine(Struct, frozen=True, gc=False):
    """One case that cannot be read, and why."""

    id: str
    problem: str


def lines(index: Index, today: date) -> list[Line | NoLine]:
    """A line about each case; the oldest comes first, as far as names begin with their day."""
    waiting = {row[0]: row for row in index.query(_WAITING, {"today": today.isoformat()})}
    found: list[Line | NoLine] = []
    for id, title, questionnaire, begun, answered, unknown, deferred, finished in index.query(_CASES):
        _, open, overdue, next = waiting.get(id, _NOTHING)
        line = Line(id, title, questionnaire, begun, answered, unknown, deferred, not finished, open, overdue, next)
        found.append(line)
    found += [NoLine(one.case_id, one.message) for one in index.problems]
    return sorted(found, key=lambda line: line.id)


def rows(found: Sequence[Line | NoLine]) -> list[list[str]]:
    """A row for each case, below the names of the columns. Each is one line, so that `grep` finds whole cases."""
    return [["CASE", "STATE", "ANSWERED", "OPEN", "TITLE"], *map(_row, found)]


def _row(line: Line | NoLine) -> list[str]:
    if isinstance(line, NoLine):
        return [line.id, "unreadable", "", "", line.problem]
    state = "unfinished" if line.unfinished else "finished"
    return [line.id, state, str(line.answered), _open(line), line.title]


def _open(line: Line) -> str:
    return f"{line.open}, {line.overdue} overdue" if line.overdue else str(line.open)
