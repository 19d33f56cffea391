"""What comes back from another program: whether a task is done there, and its day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from rootcause.handover.task import MARK

_ALONE = re.compile(rf"^\s*{MARK.pattern}\s*$", re.MULTILINE)


class Fault(Struct, frozen=True):
    """What cannot be taken as it stands, and where it stands: `line 4`."""

    where: str
    message: str


class Returned(Struct, frozen=True):
    """One task as it is told there.

    `days` are the days that its day can mean, none where it has none; `handed_over` is the one that it was given.
    `dropped` is the word by which it was closed there without being done, `done_on` the day on which it got done.
    """

    item_id: str
    where: str
    is_done: bool = False
    days: tuple[date, ...] = ()
    handed_over: date | None = None
    result: str | None = None
    dropped: str | None = None
    done_on: date | None = None


class Marked(Struct, frozen=True):
    """A mark as it was found."""

    item_id: str
    day: date | None = None


def marks_in(texts: Iterable[str]) -> tuple[Marked, ...]:
    """The marks of different tasks in these texts.

    One that stands alone in its line was given by us: it goes before those that somebody mentions.
    """
    told = tuple(texts)
    found = [match for text in told for match in _ALONE.finditer(text)]
    found = found or [match for text in told for match in MARK.finditer(text)]
    days = {match[1]: None for match in found} | {match[1]: match[2] for match in found if match[2]}
    return tuple(Marked(id, _day(day)) for id, day in days.items())


def one_mark(texts: Iterable[str], where: str) -> Marked | Fault | None:
    """The only mark in these texts, if there is one."""
    found = marks_in(texts)
    if len(found) > 1:
        return Fault(where, f"expected one task, found {' and '.join(f'rc-{one.item_id}' for one in found)}")
    return found[0] if found else None


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None
