"""The table for spreadsheets: everything that is known of each follow-up, and the title of its case.

What is read back may be this table, or one that Jira or GitLab has written: a row is known by the mark in any of its
cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from msgspec.structs import asdict

from rootcause.handover.cells import Uncut, read_cells, write_cells
from rootcause.handover.days import days_meant
from rootcause.handover.returned import Fault, Marked, Returned, one_mark
from rootcause.handover.task import Task
from rootcause.index.tables import ActionRow
from rootcause.questionnaire.response.problem import Problem

_FIRST: Final = ("item_id", "what", "owner", "due_on", "status", "result", "case_title")
COLUMNS: Final = (*_FIRST, *(name for name in ActionRow.__struct_fields__ if name not in _FIRST), "handed_over")
"""What people look at comes first; `handed_over` is the mark, by which a row is read back."""

_STATUS: Final = ("status category", "status", "state")
_DAY: Final = ("due_on", "due date", "due_date")
_RESULT: Final = ("result",)
_DONE_ON: Final = ("done_on", "resolved", "resolution date", "closed at (utc)", "closed at")
_RESOLUTION: Final = ("resolution",)
_DONE: Final = frozenset(("done", "closed", "resolved", "complete", "completed", "finished", "fixed"))
_MARK: Final = "handed_over"
_DROPPED: Final = frozenset(
    (
        *("won't do", "won't fix", "wontfix", "declined", "rejected", "abandoned", "cancelled", "canceled"),
        *("duplicate", "cannot reproduce", "obsolete"),
    )
)
_OURS: Final = _DONE | _DROPPED | {"open", "to do", "todo", "in progress", "reopened", ""}
"""What people write into our own table; another word may mean either."""


def write(tasks: Iterable[Task]) -> str:
    """The file, with a byte order mark, by which spreadsheets know that it is UTF-8."""
    return "\ufeff" + write_cells(COLUMNS, map(_row, tasks))


def _row(task: Task) -> list[str | int | None]:
    known = {**asdict(task.row), "case_title": task.case_title, "handed_over": task.mark}
    return [known[name] for name in COLUMNS]


def is_header(columns: Iterable[str]) -> bool:
    """Whether these are the columns of a table of tasks, though it may not tell where they stand."""
    found = {column.strip().lower() for column in columns}
    return not found.isdisjoint(_STATUS) or {"summary", "description"} <= found


def read(text: str) -> Iterator[Returned | Fault]:
    """The tasks of this table, of Jira's or of GitLab's; rows that are none of ours are left."""
    rows = read_cells(text)
    try:
        _, header = next(rows, (1, []))
        columns = [column.strip().lower() for column in header]
        if set(columns).isdisjoint(_STATUS):
            yield Fault("line 1", f"expected columns with one that is called {' or '.join(_STATUS)}")
            return
        for line, row in rows:
            yield from _read_row(f"line {line}", row, dict(reversed([*zip(columns, row, strict=False)])))
    except Uncut as error:
        yield Fault(f"line {error.line}", "expected a quote that closes the cell")


def _read_row(where: str, row: Sequence[str], cells: dict[str, str]) -> Iterator[Returned | Fault]:
    ours = cells.get(_MARK, "").strip()
    marked = one_mark([ours] if ours else row, where)
    if not isinstance(marked, Marked):
        yield from () if marked is None else (marked,)
        return
    days = days_meant(_first(cells, _DAY))
    if isinstance(days, Problem):
        yield Fault(where, f"the day of rc-{marked.item_id}: {days.message}")
        days = ()
    finished = days_meant(_first(cells, _DONE_ON))
    if isinstance(finished, Problem) or len(finished) > 1:
        yield Fault(where, f"the day on which rc-{marked.item_id} got done: {_doubt(finished)}")
        return
    status = _plain(_first(cells, _STATUS))
    if ours and status not in _OURS:
        yield Fault(where, f'"{status}" is no status of rc-{marked.item_id}, expected open or done')
        return
    said = [_plain(cells.get(column, "")) for column in (*_STATUS, *_RESOLUTION)]
    dropped = next((word for word in said if word in _DROPPED), None)
    yield Returned(
        marked.item_id,
        where,
        is_done=dropped is None and status in _DONE,
        days=days,
        handed_over=marked.day,
        result=_first(cells, _RESULT) or None,
        dropped=dropped,
        done_on=next(iter(finished), None),
    )


def _doubt(days: Sequence[date] | Problem) -> str:
    if isinstance(days, Problem):
        return days.message
    return f"it can be {' or '.join(map(str, days))}, expected a day such as {days[0]}"


def _first(cells: dict[str, str], columns: Sequence[str]) -> str:
    return next((cells[column].strip() for column in columns if cells.get(column, "").strip()), "")


def _plain(cell: str) -> str:
    return cell.strip().lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
