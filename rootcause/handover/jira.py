"""The CSV file that Jira makes work items of.

A header row with a `Summary`, several labels in several columns of one name, labels without spaces: as "Importing data
from CSV" in Atlassian's documentation has it. Which way days are written is asked by Jira: ours is `yyyy-MM-dd`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from rootcause.handover.cells import write_cells
from rootcause.handover.task import Task

COLUMNS: Final = ("Summary", "Description", "Issue Type", "Assignee", "Due Date", "Labels", "Labels", "Labels")

_ACTS: Final = re.compile(
    r"[{}\[\]]"  # macros, links, names of people
    r"|!(?=\S)"  # pictures
    r"|(?<![^\W_])[*_^~+-]+(?=\S)|(?<=\S)[*_^~+-]+(?![^\W_])|\?(?=\?)"  # signs around words that change how they look
    r"|[:;](?=[()DP])|\((?=[^()\s]{1,3}\))"  # faces and signs
)
_BACKSLASH: Final = re.compile(r"\\(?![\w ])")
"""One before a sign takes away what the sign does, and two of them break the line."""


def write(tasks: Iterable[Task]) -> str:
    """The file."""
    return write_cells(COLUMNS, map(_row, tasks))


def _row(task: Task) -> tuple[str | None, ...]:
    row = task.row
    labels = ("rootcause", task.label, f"rootcause-{row.kind}")
    return task.title, "\n".join(task.facts(_as_text)), "Task", row.owner, row.due_on, *labels


def _as_text(text: str) -> str:
    """The text so that Jira's wiki markup shows it as it is."""
    return _ACTS.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), _BACKSLASH.sub("&#92;", text))
