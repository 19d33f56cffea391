"""What was asked and left open, so that a check of what is missing does not speak of what nobody has come to yet."""

from __future__ import annotations

from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.statement import Row, Statement
from rootcause.interview.answers import Rows, State


def is_passed(statement: Statement | None) -> bool:
    """Whether it was asked and passed without an answer: not known, skipped, deferred."""
    return statement is not None and statement.answer is not None and not statement.is_known


def is_done(statement: Statement) -> bool:
    """Whether it was answered or passed; a list or ladder when nobody has more to add."""
    value = statement.value
    return statement.answer is not None and (not isinstance(value, Rows) or value.closed)


def all_done(examined: Examined, role: str) -> tuple[Statement, ...]:
    """The questions with a role when all of them are answered or passed, else none."""
    found = examined.record.by_role.get(role, ())
    return found if all(map(is_done, found)) else ()


def said_of_all(rows: tuple[Row, ...], field: str) -> tuple[str, ...] | None:
    """What was said under a field, row by row; None when a row that was to say it waits, or none says it."""
    cells = [row.cells[field] for row in rows if field in row.cells]
    if any(cell.answer is None or cell.answer.state is State.DEFERRED for cell in cells):
        return None
    return tuple(cell.value for cell in cells if isinstance(cell.value, str)) or None


def is_waiting(statement: Statement) -> bool:
    """Whether nobody has come to it yet."""
    return statement.answer is None
