"""Days in a calendar, by RFC 5545: an event that lasts all day for each task that has a day.

A file that is imported again changes the events that it made before: each keeps its name (UID), and its number
(SEQUENCE) grows with whatever became of the follow-up. No import takes an event out of a calendar; so what is done and
still lies ahead is cancelled. What is done and lies behind is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from rootcause.analysis.follow_ups import Kind
from rootcause.handover.task import Task
from rootcause.index.identity import full_id
from rootcause.interview.keys import parse_key

if TYPE_CHECKING:
    from icalendar import Event

_DAY = timedelta(days=1)


def write(tasks: Iterable[Task], today: date) -> str:
    """The calendar, with those that have a day."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//rootcause//follow-ups//EN")
    calendar.add("version", "2.0")
    for task in tasks:
        if task.due is not None and (task.due >= today or not task.is_done):
            calendar.add_component(_event(task, task.due))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(task: Task, due: date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{_name(task)}@rootcause")
    event.add("sequence", task.row.changes)
    event.add("dtstamp", _changed_at(task))
    event.add("last-modified", _changed_at(task))
    event.add("dtstart", due)
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
    return datetime.fromisoformat(task.row.changed_at or task.row.begun_on).replace(tzinfo=UTC)
