"""The CSV file that GitLab makes issues of.

Its columns are those of "Importing issues from CSV" in GitLab's documentation. A line of a description that begins with
a slash is a command there; ours all begin with words of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from rootcause.handover.cells import write_cells
from rootcause.handover.markdown import as_inline
from rootcause.handover.task import Task

COLUMNS: Final = ("title", "description", "due_date")

_CALLS: Final = re.compile(r"(?<![^\W_])@(?=[\w-])")


def write(tasks: Iterable[Task]) -> str:
    """The file; GitLab says that it takes 10 MB."""
    return write_cells(COLUMNS, ((_title(task), "\n\n".join(task.facts(as_inline)), task.row.due_on) for task in tasks))


def _title(task: Task) -> str:
    # A title is no Markdown, but whoever is named in it gets a message too; a wide sign calls nobody.
    return _CALLS.sub("\N{FULLWIDTH COMMERCIAL AT}", task.title)
