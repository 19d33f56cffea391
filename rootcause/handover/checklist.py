"""The plain checklist: Markdown with a box for each task, by case. Boxes that are ticked are read back, and days.

A comment, which no reader of Markdown shows, keeps the day that a task was handed over with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from rootcause.handover.markdown import as_inline
from rootcause.handover.returned import Fault, Returned
from rootcause.handover.task import MARK, Task
from rootcause.report.escaping import heading, start_of_line
from rootcause.report.prose import one_line

BOX: Final = re.compile(r"\s*[-*+] \[([ xX])\] ")
_DUE: Final = re.compile(r"[(,] ?due ([^(),]*)\)\s*$")
_HANDED_OVER: Final = re.compile(r"<!-- due (\d{4}-\d\d-\d\d) -->")


def write(tasks: Iterable[Task]) -> str:
    """The list; the tasks of a case stand together where its first one stands."""
    by_case: dict[str, list[Task]] = {}
    for task in tasks:
        by_case.setdefault(task.row.case_id, []).append(task)
    return "# Follow-ups\n" + "".join(_of_case(found) for found in by_case.values())


def _of_case(tasks: list[Task]) -> str:
    first = tasks[0]
    title = heading(as_inline(one_line(first.case_title) or first.row.case_id))
    return f"\n## {title}\n\n" + "".join(f"{_line(task)}\n" for task in tasks)


def _line(task: Task) -> str:
    about = ", ".join(_about(task))
    box, words = "x" if task.is_done else " ", start_of_line(as_inline(task.words))
    kept = f" <!-- due {task.row.due_on} -->" if task.row.due_on else ""
    return f"- [{box}] {words}{f' ({about})' if about else ''} {task.label}{kept}"


def _about(task: Task) -> Iterator[str]:
    if task.row.owner:
        yield as_inline(one_line(task.row.owner))
    if task.row.due_on:
        yield f"due {task.row.due_on}"


def read(text: str) -> Iterator[Returned | Fault]:
    """The tasks with their boxes and days; other lines are left."""
    for line, written in enumerate(text.split("\n"), start=1):
        box = BOX.match(written)
        marks = list(MARK.finditer(written))
        if box and marks:
            mark = marks[-1]  # the words before it may mention others
            due, kept = _DUE.search(written[: mark.start()]), _HANDED_OVER.search(written[mark.end() :])
            day = None if due is None else _day(due[1])
            if due is not None and day is None:
                yield Fault(f"line {line}", f'"due {due[1]}" is no day, expected one such as due 2026-01-31')
            days = () if day is None else (day,)
            yield Returned(mark[1], f"line {line}", box[1] != " ", days, None if kept is None else _day(kept[1]))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
