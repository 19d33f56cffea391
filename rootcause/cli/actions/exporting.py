"""Follow-ups written for the programs in which people work."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from rootcause.cli.actions.days import counted
from rootcause.cli.actions.wanted import Wanted
from rootcause.cli.indexing import index_at, tell_problems
from rootcause.cli.output import is_standard_output, look_up, near, say, write_document
from rootcause.cli.reporting.targets import check_target
from rootcause.errors import RootcauseError
from rootcause.handover import calendar
from rootcause.handover.formats import Format, write
from rootcause.handover.task import Task
from rootcause.index.index import Index
from rootcause.index.tables import ActionRow
from rootcause.source.nearest import nearest

_NEXT: Final = {
    Format.JIRA: "When Jira asks how days are written: yyyy-MM-dd.",
    Format.GITLAB: "In GitLab: Issues, Actions, Import CSV.",
    Format.GITHUB: "Read it, then run it with sh in a clone of the repository.",
    Format.ICS: "Import it again after a change: the events are changed with it.",
}


def export(format: Format, wanted: Wanted, target: str, cases: str | None, today: date, *, force: bool) -> None:
    """Write those that are wanted, and say what was written. Cases that cannot be read are told by name."""
    _check_target(target, force=force)
    with index_at(cases) as index:
        tell_problems(index)
        found = wanted.found_in(index)
        stranger = wanted.stranger(index)
        tasks = _tasks(index, (*found.open, *found.done))
    text = write(format, tasks, today)
    if target == "-" and sys.stdout.isatty():
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    write_document(text, target)
    without = [task for task in tasks if task.due is None and not task.is_done] if format is Format.ICS else []
    if target != "-":
        count = sum(calendar.takes(one, today) for one in tasks) if format is Format.ICS else len(tasks)
        say(f"Wrote {counted(count, 'follow-up')} to {near(Path(target).absolute())}.")
        if format in _NEXT:
            say(_NEXT[format])
    if stranger:
        say(stranger)
    if without:
        say(f"{counted(len(without), 'follow-up')} left out, because a calendar takes only what has a day:")
        for task in without:
            say(f"  {task.row.item_id} {task.title}")


def read_format(text: str) -> Format:
    """The format of that name. Raises RootcauseError when there is none."""
    try:
        return Format(text.strip().lower())
    except ValueError as error:
        near = nearest(text, Format)
        hint = f'did you mean "{near}"?' if near else None
        raise RootcauseError(f'--to: "{text}" is none of {", ".join(Format)}', hint=hint) from error


def _tasks(index: Index, rows: Sequence[ActionRow]) -> list[Task]:
    ids = json.dumps(sorted({row.case_id for row in rows}))
    titles = dict(
        index.query(
            "SELECT case_id, title FROM cases WHERE case_id IN (SELECT value FROM json_each(:ids))", {"ids": ids}
        )
    )
    return [Task(row, titles[row.case_id]) for row in rows]


def _check_target(target: str, *, force: bool) -> None:
    """Refuse, before any work, a file that is there: boxes may have been ticked in it."""
    check_target(target, force=True)
    found = None if target == "-" else look_up(Path(target))
    if found is not None and stat.S_ISREG(found.st_mode) and not is_standard_output(Path(target)) and not force:
        raise RootcauseError(f"{target}: there is a file already", hint="name another one, or add --force")
