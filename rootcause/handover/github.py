"""Lines for a shell that make an issue of each task with GitHub's own program, `gh`.

Each command is one line, so that a line can be taken out, or run alone.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from typing import Final

from rootcause.handover.markdown import as_inline
from rootcause.handover.task import Task

LABEL: Final = "rootcause"
_HEADER: Final = f"""\
#!/bin/sh
# Run this in a clone of the repository that the issues are for, or set GH_REPO=OWNER/NAME.
# Each line makes one issue; a line that is run again makes a second one. The first that fails is the last.
set -e
gh label create {LABEL} >/dev/null 2>&1 || true  # fails when there is such a label already
"""


def write(tasks: Iterable[Task]) -> str:
    """The script."""
    return _HEADER + "".join(f"{_command(task)}\n" for task in tasks)


def body(task: Task) -> str:
    """The text of the issue, which is Markdown: one line that ends with the mark."""
    return ". ".join(line.rstrip(".") for line in task.facts(as_inline))


def _command(task: Task) -> str:
    # With the equals sign a title that begins with a dash is no option.
    return shlex.join(("gh", "issue", "create", f"--title={task.title}", f"--body={body(task)}", f"--label={LABEL}"))
