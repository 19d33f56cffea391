"""The plain checklist: Markdown with a box for each task, by case. A box that is ticked is read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rootcause.handover.markdown import as_inline
from rootcause.handover.returned import Fault, Returned
from rootcause.handover.task import MARK, Task
from rootcause.report.escaping import heading, start_of_line
from rootcause.report.prose import one_line

BOX: Final = re.compile(r"\s*[-*+] \[([ xX])\] ")


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
    return f"- [{box}] {words}{f' ({about})' if about else ''} {task.label}"


def _about(task: Task) -> Iterator[str]:
    if task.row.owner:
        yield as_inline(one_line(task.row.owner))
    if task.row.due_on:
        yield f"due {task.row.due_on}"


def read(text: str) -> Iterator[Returned | Fault]:
    """The tasks with their boxes; other lines are left."""
    for line, written in enumerate(text.split("\n"), start=1):
        box = BOX.match(written)
        marks = MARK.findall(written)
        if box and marks:
            item_id, _ = marks[-1]  # the words before it may mention others
            yield Returned(item_id, f"line {line}", is_done=box[1] != " ")
