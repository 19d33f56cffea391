"""What happened when, and the times between the moments that matter."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from msgspec import Struct
from msgspec.structs import replace

from rootcause.analysis.record import Record
from rootcause.analysis.roles import MOMENTS
from rootcause.analysis.statement import Row, Statement


class Moment(Struct, frozen=True):
    """When it started, was detected, contained or resolved."""

    role: str
    statement: Statement


class Entry(Struct, frozen=True):
    """One line of the timeline: a row, moments with a role, or both at the same time.

    `at` is None when no time was given, a bare day when the time of day is not known.
    """

    at: date | None
    moments: tuple[Moment, ...] = ()
    row: Row | None = None

    @property
    def when(self) -> Statement | None:
        """The answer that says when it was."""
        if self.row is not None:
            return self.row.cells.get("at")
        return self.moments[0].statement if self.moments else None


class TimeBetween(Struct, frozen=True):
    """The time from one moment to another, by role; in whole days when of one of them only the day is known."""

    since: str
    until: str
    length: timedelta
    in_days: bool = False


class Timeline(Struct, frozen=True):
    """The entries in order, and the times between the moments with a role."""

    entries: tuple[Entry, ...]
    times: tuple[TimeBetween, ...]


def timeline(record: Record) -> Timeline:
    """All rows and moments in order of time; what has no moment stays behind the row it was written after."""
    moments = [
        Entry(_time(statement), (Moment(role, statement),))
        for role in MOMENTS
        for statement in record.by_role.get(role, ())
        if statement.is_known
    ]
    rows = [
        Entry(_time(row.cells.get("at")), row=row)
        for statement in record.by_role.get("timeline", ())
        for row in statement.rows
        if row.is_known
    ]
    return Timeline(_in_order(_merged(moments, rows)), tuple(_times_between(moments)))


def between(earlier: date, later: date) -> timedelta:
    """The time between two moments, negative when they are out of order; in days when of one only the day is known."""
    if isinstance(earlier, datetime) and isinstance(later, datetime):
        return later - earlier
    return _day(later) - _day(earlier)


def _merged(moments: list[Entry], rows: list[Entry]) -> list[Entry]:
    """The moments in front of the rows, those that a row tells of in that row: it happened at that very time."""
    found, alone = list(rows), []
    for entry in moments:
        place = next((place for place, row in enumerate(rows) if row.at == entry.at), None)
        if place is None or not isinstance(entry.at, datetime):
            alone.append(entry)
        else:
            found[place] = replace(found[place], moments=(*found[place].moments, *entry.moments))
    return [*alone, *found]


def _times_between(moments: list[Entry]) -> list[TimeBetween]:
    """From the start, or from the detection when the start is not known, to each moment after it."""
    first: dict[str, date] = {}
    for entry in moments:
        if entry.at is not None:
            first.setdefault(entry.moments[0].role, entry.at)
    origin = next((role for role in MOMENTS[:2] if role in first), None)
    if origin is None:
        return []
    return [
        TimeBetween(
            origin,
            role,
            between(first[origin], at),
            in_days=not (isinstance(at, datetime) and isinstance(first[origin], datetime)),
        )
        for role, at in first.items()
        if role != origin
    ]


def _in_order(entries: list[Entry]) -> tuple[Entry, ...]:
    zone = next((entry.at.tzinfo for entry in entries if isinstance(entry.at, datetime)), None) or UTC
    keyed = []
    latest = datetime.min.replace(tzinfo=UTC)
    for entry in entries:
        latest = latest if entry.at is None else _instant(entry.at, zone)
        keyed.append((latest, entry))
    return tuple(entry for _, entry in sorted(keyed, key=lambda pair: pair[0]))


def _time(statement: Statement | None) -> date | None:
    value = None if statement is None else statement.value
    return value if isinstance(value, date) else None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _instant(moment: date, zone: tzinfo) -> datetime:
    """When it was; a bare day counts from its midnight."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), zone)
