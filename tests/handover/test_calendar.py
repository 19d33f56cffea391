from __future__ import annotations

from datetime import date

import pytest
import vobject
from icalendar import Calendar
from msgspec.structs import replace

from rootcause.handover import calendar
from rootcause.handover.returned import Fault
from tests.handover.tasks import hostile_tasks, task

TODAY = date(2026, 11, 23)


def by_icalendar(text):
    calendar = Calendar.from_ical(text)
    assert calendar.errors == []
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        yield {
            "uid": str(event["uid"]),
            "sequence": int(event["sequence"]),
            "start": event["dtstart"].dt,
            "end": event["dtend"].dt,
            "summary": str(event["summary"]),
            "description": str(event["description"]),
            "categories": [str(one) for one in event["categories"].cats],
            "status": str(event["status"]),
            "modified": event["last-modified"].dt,
        }


def by_vobject(text):
    for event in vobject.readOne(text).vevent_list:
        yield {
            "uid": event.uid.value,
            "sequence": int(event.sequence.value),
            "start": event.dtstart.value,
            "end": event.dtend.value,
            "summary": event.summary.value,
            "description": event.description.value,
            "categories": event.categories.value,
            "status": event.status.value,
            "modified": event.last_modified.value,
        }


READERS = pytest.mark.parametrize("read", [by_icalendar, by_vobject])


@READERS
def test_an_event_lasts_the_whole_day(read):
    (event,) = read(calendar.write([task()], TODAY))
    assert (event["start"], event["end"]) == (date(2026, 12, 1), date(2026, 12, 2))
    assert event["summary"] == "Call the customer"
    assert event["categories"] == ["rootcause", "action"]
    assert event["status"] == "CONFIRMED"
    assert event["modified"].isoformat().startswith("2026-04-01T10:00:00")
    assert event["description"].endswith("\nrc-abcdefgh due 2026-12-01")


def test_the_last_day_there_is_has_no_day_after_it():
    (event,) = Calendar.from_ical(calendar.write([task(due_on="9999-12-31")], TODAY)).walk("VEVENT")
    assert (event["dtstart"].dt, "dtend" in event) == (date(9999, 12, 31), False)


@READERS
def test_both_readers_find_what_was_handed_over(read):
    tasks = hostile_tasks()
    events = list(read(calendar.write(tasks, TODAY)))
    assert [one["summary"] for one in events] == [one.title for one in tasks]
    assert [one["description"] for one in events] == ["\n".join(one.facts(str)) for one in tasks]


@READERS
def test_a_follow_up_that_was_put_off_changes_its_event(read):
    before = task()
    after = replace(before, row=replace(before.row, due_on="2026-12-15", changes=4, changed_at="2026-11-20T08:00:00Z"))
    (old,), (new,) = read(calendar.write([before], TODAY)), read(calendar.write([after], TODAY))
    assert new["uid"] == old["uid"]
    assert new["sequence"] > old["sequence"]
    assert new["start"] == date(2026, 12, 15)
    assert new["modified"] > old["modified"]


def test_each_follow_up_has_an_event_of_its_own():
    kinds = [task(), task(kind="review", answer_key="actions[1].done_when"), task(answer_key="actions[2]")]
    assert len({event["uid"] for event in by_icalendar(calendar.write(kinds, TODAY))}) == 3


def test_what_is_done_is_cancelled_while_it_lies_ahead_and_left_when_it_lies_behind():
    ahead = task(status="done", due_on="2026-11-23")
    behind = task(status="done", due_on="2026-11-22", answer_key="actions[2]")
    (event,) = by_icalendar(calendar.write([ahead, behind], TODAY))
    assert (event["status"], event["start"]) == ("CANCELLED", TODAY)


def test_what_is_overdue_stays_and_what_has_no_day_is_left_out():
    tasks = [task(due_on="2026-01-01"), task(due_on=None, answer_key="actions[2]")]
    (event,) = by_icalendar(calendar.write(tasks, TODAY))
    assert event["start"] == date(2026, 1, 1)


def test_the_same_follow_ups_make_the_same_file_with_lines_that_are_folded():
    text = calendar.write(hostile_tasks(), TODAY)
    assert text == calendar.write(hostile_tasks(), TODAY)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("BEGIN:VEVENT\r\n") == len(hostile_tasks())


def test_its_own_events_are_read_back():
    read = list(calendar.read(calendar.write([task(item_id="jd7ti7dg")], TODAY)))
    (found,) = read
    assert (found.is_done, found.days, found.handed_over) == (False, (date(2026, 12, 1),), None)


def event(*lines, kind="VEVENT"):
    inner = "\r\n".join(lines)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:{kind}\r\n{inner}\r\nEND:{kind}\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("text", "is_done", "days"),
    [
        (event("UID:abcdefghijkl@rootcause", "DTSTART;VALUE=DATE:20261215"), False, ["2026-12-15"]),
        (event("UID:abcdefgh@rootcause", "STATUS:CANCELLED"), True, []),
        (
            event("UID:abcdefgh@rootcause", "STATUS:COMPLETED", "DUE:20261215T080000Z", kind="VTODO"),
            True,
            ["2026-12-15"],
        ),
        (event("UID:abcdefgh@rootcause") + event("UID:other@example.com"), False, []),
    ],
)
def test_what_a_calendar_made_of_an_event_is_read(text, is_done, days):
    (found,) = calendar.read(text)
    assert (found.item_id, found.is_done, [day.isoformat() for day in found.days]) == ("abcdefgh", is_done, days)


def test_the_day_that_it_had_is_known_from_its_description():
    (found,) = calendar.read(
        event("UID:abcdefgh@rootcause", "DESCRIPTION:see rc-zzzzzzzz\\nrc-abcdefgh due 2026-12-01")
    )
    assert found.handed_over == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        (event("UID:abcdefgh@rootcause")[:60], "line 5", "the calendar ends in the middle, expected END:VCALENDAR"),
        (event("X").replace("END:VEVENT\r\n", ""), "line 6", "expected END for each BEGIN"),
        ("BEGIN:VCALENDAR\nX\nEND:VCALENDAR", "line 1", "expected a calendar by RFC 5545: Content line could not"),
        (event("UID:abcdefgh@rootcause", "DTSTART:2026-99"), "event abcdefgh", "expected a day as DTSTART"),
    ],
)
def test_what_cannot_be_read_is_told(text, where, message):
    (fault,) = calendar.read(text)
    assert isinstance(fault, Fault)
    assert fault.where == where
    assert fault.message.startswith(message)
