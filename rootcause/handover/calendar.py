"""Days in a calendar, by RFC 5545: an event that lasts all day for each task that has a day.

A file that is imported again changes the events that it made before: each keeps its name (UID), and its number
(SEQUENCE) grows with whatever became of the follow-up. No import takes an event out of a calendar; so what is done and
still lies ahead is cancelled. What is done and lies behind is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from rootcause.analysis.follow_ups import Kind
from rootcause.handover.returned import Fault, Returned, marks_in
from rootcause.handover.task import Task
from rootcause.index.identity import LENGTH, full_id
from rootcause.interview.keys import parse_key
from rootcause.source.visible import shortened, visible

if TYPE_CHECKING:
    from icalendar import Component, Event

_DAY: Final = timedelta(days=1)
_DONE: Final = frozenset(("COMPLETED", "CANCELLED"))
_DAYS: Final = ("DUE", "DTSTART")
_UID: Final = re.compile(rf"([a-z2-7]{{{LENGTH}}})[a-z2-7]*@rootcause")


def write(tasks: Iterable[Task], today: date) -> str:
    """The calendar, with those that have a day."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//rootcause//follow-ups//EN")
    calendar.add("version", "2.0")
    for task in tasks:
        if task.due is not None and takes(task, today):
            calendar.add_component(_event(task, task.due))
    written: bytes = calendar.to_ical()
    return written.decode()


def takes(task: Task, today: date) -> bool:
    """Whether it becomes an event: it has a day, and is not both done and past."""
    return task.due is not None and (task.due >= today or not task.is_done)


def read(text: str) -> Iterator[Returned | Fault]:
    """The events of ours, also where a calendar has made tasks of them."""
    from icalendar import Calendar

    lines = text.rstrip().splitlines()
    if lines[-1].strip().upper() != "END:VCALENDAR":
        yield Fault(f"line {len(lines)}", "the calendar ends in the middle, expected END:VCALENDAR")
        return
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except ValueError as error:
        yield Fault("line 1", f"expected a calendar by RFC 5545: {shortened(visible(str(error)), 100)}")
        return
    if not calendars:
        yield Fault(f"line {len(lines)}", "expected END for each BEGIN")
    for component in (one for calendar in calendars for one in calendar.walk()):
        uid = _UID.fullmatch(str(component.get("uid", "")))
        if uid is not None:
            yield _read_event(uid[1], component)


def _read_event(item_id: str, component: Component) -> Returned | Fault:
    where = f"event {item_id}"
    wrong = next((name for name, _ in component.errors if name in _DAYS), None)
    if wrong is not None:
        return Fault(where, f"expected a day as {wrong}, such as 20260131")
    at = next((getattr(component[name], "dt", None) for name in _DAYS if name in component), None)
    day = at.date() if isinstance(at, datetime) else at
    marks = marks_in([str(component.get("description", ""))])
    return Returned(
        item_id,
        where,
        is_done=str(component.get("status", "")).upper() in _DONE,
        days=(day,) if isinstance(day, date) else (),
        handed_over=next((one.day for one in marks if one.item_id == item_id), None),
    )


def _event(task: Task, due: date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{_name(task)}@rootcause")
    event.add("sequence", task.row.changes)
    event.add("dtstamp", _changed_at(task))
    event.add("last-modified", _changed_at(task))
    event.add("dtstart", due)
    if due < date.max:  # an event without an end is one day long
        event.add("dtend", due + _DAY)
    event.add("summary", task.title)
    event.add("description", "\n".join(task.facts(str)))
    event.add("categories", ["rootcause", task.row.kind])
    event.add("status", "CANCELLED" if task.is_done else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # nobody is busy with it all day
    return event


def _name(task: Task) -> str:
    key = parse_key(task.row.answer_key)
    assert key is not None
    return full_id(task.row.case_id, Kind(task.row.kind), key)


def _changed_at(task: Task) -> datetime:
    """Without a METHOD both times of an event tell when it was changed, so the same follow-ups make the same file."""
    return datetime.fromisoformat(task.row.changed_at or task.row.happened_on).replace(tzinfo=UTC)
