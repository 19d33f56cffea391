"""What has changed elsewhere, compared with where the follow-ups stand here.

What is done there is done here. A day counts as moved there when it is another than the one that the task was handed
over with; so an older file does not undo what was put off here since.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from rootcause.handover.returned import Fault, Returned
from rootcause.index.tables import ActionRow


class Finish(Struct, frozen=True):
    """A follow-up that got done there, what came of it and on which day, if they say so."""

    row: ActionRow
    result: str | None
    on: date | None = None


class Move(Struct, frozen=True):
    """A follow-up that has another day there."""

    row: ActionRow
    until: date


class Difference(Struct, frozen=True):
    """What is to be taken over, which tasks are not known here, what cannot be taken, how many are the same."""

    changes: tuple[Finish | Move, ...] = ()
    unknown: tuple[Returned, ...] = ()
    faults: tuple[Fault, ...] = ()
    same: int = 0


def compare(read: Iterable[Returned | Fault], rows: Iterable[ActionRow]) -> Difference:
    """The difference between what was read and these follow-ups, which are all that have the ids."""
    known: dict[str, list[ActionRow]] = {}
    for row in rows:
        known.setdefault(row.item_id, []).append(row)
    told = tuple(read)
    tasks = _each_once(one for one in told if isinstance(one, Returned))
    seen = [_seen(one, known[one.item_id]) for one in tasks if one.item_id in known]
    faults = [one for one in (*told, *seen) if isinstance(one, Fault)]
    return Difference(
        tuple(one for one in seen if isinstance(one, Finish | Move)),
        tuple(one for one in tasks if one.item_id not in known),
        tuple(faults),
        seen.count(None),
    )


def _each_once(told: Iterable[Returned]) -> Iterable[Returned]:
    """A task that was made twice there is done when one of the two is."""
    tasks: dict[str, Returned] = {}
    for one in told:
        if one.item_id not in tasks or not tasks[one.item_id].is_done:
            tasks[one.item_id] = one
    return tasks.values()


def _seen(there: Returned, here: Sequence[ActionRow]) -> Finish | Move | Fault | None:
    label = f"rc-{there.item_id}"
    if len(here) > 1:
        cases = " and ".join(row.case_id for row in here)
        return Fault(there.where, f"{label} is the name of two follow-ups, in {cases}")
    (row,) = here
    if row.status == "done":
        return None
    if there.is_done:
        return Finish(row, there.result, there.done_on)
    if there.dropped is not None:
        return Fault(there.where, f'{label} was closed as "{there.dropped}", and is still open here')
    return _moved(there, row, label)


def _moved(there: Returned, row: ActionRow, label: str) -> Move | Fault | None:
    here = None if row.due_on is None else date.fromisoformat(row.due_on)
    if not there.days or there.handed_over in there.days or here in there.days:
        return None
    if len(there.days) > 1:
        days = " or ".join(day.isoformat() for day in there.days)
        return Fault(there.where, f"the day of {label} can be {days}, expected a day such as {there.days[0]}")
    return Move(row, there.days[0])
