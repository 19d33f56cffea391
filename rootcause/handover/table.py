"""The table for spreadsheets: everything that is known of each follow-up, and the title of its case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import asdict

from rootcause.handover.cells import write_cells
from rootcause.handover.task import Task
from rootcause.index.tables import ActionRow

_FIRST: Final = ("item_id", "what", "owner", "due_on", "status", "result", "case_title")
COLUMNS: Final = (*_FIRST, *(name for name in ActionRow.__struct_fields__ if name not in _FIRST), "handed_over")
"""What people look at comes first; `handed_over` is the mark, by which a row is read back."""


def write(tasks: Iterable[Task]) -> str:
    """The file, with a byte order mark, by which spreadsheets know that it is UTF-8."""
    return "\ufeff" + write_cells(COLUMNS, map(_row, tasks))


def _row(task: Task) -> list[str | int | None]:
    known = {**asdict(task.row), "case_title": task.case_title, "handed_over": task.mark}
    return [known[name] for name in COLUMNS]
