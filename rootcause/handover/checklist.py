"""The plain checklist: Markdown with a box for each task, by case. A box that is ticked is read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rootcause.handover.markdown import as_inline
from rootcause.handover.task import Task
from rootcause.report.escaping import heading, start_of_line
from rootcause.report.prose import one_line


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
