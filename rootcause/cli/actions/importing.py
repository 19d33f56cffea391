"""Takes over what became of follow-ups in other programs."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from rootcause.case.bounded import read_text
from rootcause.cli.actions.changing import Said, finish_row, slip_of, snooze_row
from rootcause.cli.actions.days import counted
from rootcause.cli.indexing import index_at, tell_problems, today
from rootcause.cli.output import say
from rootcause.errors import RootcauseError
from rootcause.handover.comparing import Difference, Finish, Move, compare
from rootcause.handover.reading import read
from rootcause.handover.returned import Fault, Returned

_LARGEST: Final = 20_000_000
_LISTED_AT_MOST: Final = 20


def take_over(file: str, by: str | None, cases: str | None, *, apply: bool) -> int:
    """Say what differs, and with `apply` write it; the exit code is 1 when something could not be taken."""
    name = "standard input" if file == "-" else file
    told = read(name, _text(file))
    ids = [one.item_id for one in told if isinstance(one, Returned)]
    with index_at(cases) as index:
        tell_problems(index)
        rows = index.actions("item_id IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps(ids)})
    day = today(os.environ)
    found = _likely(compare(told, rows), day)
    _tell(found, name)
    if not found.changes:
        say("Nothing has to be changed.")
    elif not apply:
        say("Nothing was written. Add --apply to take it over.")
    else:
        for one in found.changes:
            if isinstance(one, Finish):
                finish_row(one.row, Said(one.result or f"done in {name}", by, cases), moved=None, on=one.on)
            else:
                snooze_row(one.row, Said(f"moved in {name}", by, cases), one.until)
    return int(bool(found.faults or found.unknown))


def _likely(found: Difference, day: date) -> Difference:
    """Without what nobody can have meant: put off to a day that is over, done long before there was a problem.

    What is done there on no day, or on one to come, as its clock may have it, is done today.
    """
    changes: list[Finish | Move] = []
    faults = list(found.faults)
    for one in found.changes:
        where = f"rc-{one.row.item_id}"
        if isinstance(one, Move):
            slip = f"its day there, {one.until}, is over; expected a day to come" if one.until <= day else ""
            taken: Finish | Move = one
        else:
            taken = replace(one, on=day if one.on is None else min(one.on, day))
            slip = slip_of(one.row, taken.on or day, day)
        if slip:
            faults.append(Fault(where, slip))
        else:
            changes.append(taken)
    return replace(found, changes=tuple(changes), faults=tuple(faults))


def _tell(found: Difference, name: str) -> None:
    lines = [
        f"done there on {one.on}: {one.row.item_id} {one.row.what}"
        if isinstance(one, Finish)
        else f"moved there to {one.until}: {one.row.item_id} {one.row.what}"
        for one in found.changes
    ]
    lines += [f"{one.where}: there is no follow-up {one.item_id} here" for one in found.unknown]
    lines += [f"{one.where}: {one.message}" for one in found.faults]
    for line in lines[:_LISTED_AT_MOST]:
        say(f"  {line}")
    if len(lines) > _LISTED_AT_MOST:
        say(f"  and {len(lines) - _LISTED_AT_MOST:,} more")
    done = sum(isinstance(one, Finish) for one in found.changes)
    say(
        f"{name}: {counted(done, 'follow-up')} done, {len(found.changes) - done} moved, {found.same} as they are here, "
        f"{len(found.unknown)} unknown, {len(found.faults)} that could not be taken"
    )


def _text(file: str) -> str:
    if file != "-":
        return read_text(Path(file), _LARGEST)
    data = sys.stdin.buffer.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise RootcauseError(f"standard input has more than {_LARGEST:,} bytes", hint="give less at a time")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RootcauseError("standard input is no UTF-8", hint="save it as UTF-8 first") from error
