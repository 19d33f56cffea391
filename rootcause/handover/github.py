"""Lines for a shell that make an issue of each task with GitHub's own program, `gh`; and the issues that it lists.

Each command is one line, so that a line can be taken out, or run alone.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from rootcause.handover.markdown import as_inline
from rootcause.handover.returned import Fault, Returned, one_mark
from rootcause.handover.task import Task

LABEL: Final = "rootcause"
_TOLD: Final = frozenset(("number", "body", "state", "stateReason"))
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


def read(text: str) -> Iterator[Returned | Fault]:
    """The issues that `gh issue list --json number,body,state,stateReason,closedAt` prints; only ours are taken."""
    try:
        issues = json.loads(text)
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        yield Fault(f"line {line}", "expected JSON")
        return
    if not isinstance(issues, list) or not all(isinstance(one, dict) and one.keys() >= _TOLD for one in issues):
        yield Fault("line 1", f"expected what `gh issue list --json {','.join(sorted(_TOLD))}` prints")
        return
    for issue in issues:
        where = f"issue {issue['number']}"
        marked = one_mark([str(issue["body"])], where)
        if isinstance(marked, Fault):
            yield marked
        elif marked is not None:
            dropped = "not planned" if issue["stateReason"] == "NOT_PLANNED" else None
            is_done = issue["state"] == "CLOSED" and dropped is None
            done_on = _day(issue.get("closedAt")) if is_done else None
            yield Returned(marked.item_id, where, is_done=is_done, dropped=dropped, done_on=done_on)


def _day(moment: object) -> date | None:
    """Of a time as GitHub writes it."""
    try:
        return date.fromisoformat(str(moment)[:10])
    except ValueError:
        return None


def body(task: Task) -> str:
    """The text of the issue, which is Markdown: one line that ends with the mark."""
    return ". ".join(line.rstrip(".") for line in task.facts(as_inline))


def _command(task: Task) -> str:
    # With the equals sign a title that begins with a dash is no option.
    return shlex.join(("gh", "issue", "create", f"--title={task.title}", f"--body={body(task)}", f"--label={LABEL}"))
