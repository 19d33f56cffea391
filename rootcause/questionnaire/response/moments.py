"""Moments as people write them: a day, a time of day and the zone it is told in."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from rootcause.questionnaire.response.days import DAY_HINT, days_meant, read_day, show_day, without_today
from rootcause.questionnaire.response.durations import read_duration, show_duration, time_away
from rootcause.questionnaire.response.formats import ENGLISH, Formats
from rootcause.questionnaire.response.problem import Problem, described
from rootcause.questionnaire.response.times_of_day import Clocked, around_the_clock, read_clock
from rootcause.questionnaire.response.words_of_time import NOW

__all__ = [
    "moments_meant",
    "read_day",
    "read_duration",
    "read_moment",
    "read_zone",
    "show_day",
    "show_duration",
    "show_moment",
    "show_offset",
]

_ISO = r"(\d{4}-\d{1,2}-\d{1,2})(?:(?:,? |[Tt])(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(?: ?(?![ap]\.?m)([^\s\d]\S*))?)?"
_OFFSET = r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d)(?::([0-5]\d))?)?"
_TIME_OR_DAY = r"(?:[01]?\d|2[0-3])\.[0-5]\d"
_HINT = "write it as 2026-01-31 14:30, with UTC or +01:00 behind it when it is another time zone"


def read_moment(text: str, zone: tzinfo | None, now: datetime | None = None) -> datetime | date | Problem:
    """A moment with its zone, or the day alone when no time is written.

    Without a zone behind it the moment lies in `zone`; None stands for the zone of this machine. With `now` also
    `yesterday 14:30`, `friday at 9:00`, `an hour ago`.
    """
    meant = moments_meant(text, zone, now)
    return meant if isinstance(meant, Problem) else meant[0]


def moments_meant(text: str, zone: tzinfo | None, now: datetime | None = None) -> tuple[datetime | date, ...] | Problem:
    """All that a text can mean, the likeliest first. Without `now` only what means the same at any time."""
    written = " ".join(text.split())
    if match := re.fullmatch(_ISO, written):
        clocked = None if match[2] is None else Clocked(match[1], match[2], match[3] or "")
    elif (away := _away(written.lower())) is not None:
        return without_today(written) if now is None else _from_now(written, now, away, zone)
    else:
        clocked = around_the_clock(written)
    if clocked is None:
        return _day_alone(written, None if now is None else _local(now, zone).date())
    named = read_zone(clocked.zone) if clocked.zone else zone
    if isinstance(named, Problem):
        return named
    meant = _on_the_clock(written, clocked, None if now is None else _local(now, named))
    if isinstance(meant, Problem):
        return meant
    told = [_told_in(named, moment, text) for moment in meant]
    if isinstance(told[0], Problem):  # another week or year than the likeliest one is not what was meant
        return told[0]
    return tuple(moment for moment in told if not isinstance(moment, Problem))


def _day_alone(written: str, today: date | None) -> tuple[date, ...] | Problem:
    if re.fullmatch(_TIME_OR_DAY, written):
        message = f"{described(written)} can be understood in two ways: a time and a day"
        return Problem(message, f"write {written.replace('.', ':')}, or the month as a word")
    days = days_meant(written, today)
    return Problem(days.message, _HINT) if isinstance(days, Problem) and days.hint == DAY_HINT else days


def _away(written: str) -> timedelta | None:
    return timedelta() if written == NOW else time_away(written)


def _from_now(written: str, now: datetime, away: timedelta, zone: tzinfo | None) -> tuple[datetime] | Problem:
    """To the minute: nobody who counts the hours since knows the seconds."""
    try:
        return (_local((now.astimezone(UTC) + away).replace(second=0, microsecond=0), zone),)
    except OverflowError:
        return Problem(f"{described(written)} lies outside the calendar", _HINT)


def _local(moment: datetime, zone: tzinfo | None) -> datetime:
    return moment.astimezone(zone)


def _on_the_clock(written: str, clocked: Clocked, now: datetime | None) -> list[datetime] | Problem:
    """The moments that day and time can mean, as a clock and a calendar on the wall show them."""
    if clocked.at_midnight:
        return _midnights(written, clocked, now)
    clock = read_clock(clocked.clock)
    if isinstance(clock, Problem):
        return clock
    if clocked.day:
        days = days_meant(clocked.day, None if now is None else now.date())
        return days if isinstance(days, Problem) else [datetime.combine(day, clock) for day in days]
    return without_today(written) if now is None else [datetime.combine(now.date(), clock)]


def _midnights(written: str, clocked: Clocked, now: datetime | None) -> list[datetime] | Problem:
    """The midnight before now and the one to come, the nearer one first."""
    if clocked.day:
        message = f"{described(written)} can be understood in two ways: midnight begins a day and ends one"
        return Problem(message, "write 00:00 and the day that it begins")
    if now is None:
        return without_today(written)
    before = datetime.combine(now.date(), time())
    both = [before, before + timedelta(days=1)] if before.date() < date.max else [before]
    return both if now.hour < 12 else both[::-1]


def _told_in(zone: tzinfo | None, moment: datetime, text: str) -> datetime | Problem:
    try:
        aware = moment.astimezone() if zone is None else moment.replace(tzinfo=zone)
        there = aware.astimezone(UTC).astimezone(zone)
    except (OverflowError, ValueError):  # a zone can carry the first and the last day of the calendar out of it
        return Problem(f"{described(text)} lies outside the calendar", _HINT)
    if there.replace(tzinfo=None) != moment:
        message = f"{described(text)} is skipped by the clocks of its time zone, which are put forward there"
        return Problem(message, "give the time that the clocks showed, or its distance from UTC, such as +01:00")
    return aware


def read_zone(text: str) -> tzinfo | Problem:
    """`UTC`, `Z`, `+01:00` or a name such as `Europe/Berlin`."""
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    if match := re.fullmatch(_OFFSET, text):
        hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
        offset = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        if offset < timedelta(hours=24):
            return timezone(offset if match[1] == "+" else -offset)
    elif "/" in text:
        from zoneinfo import ZoneInfo

        try:
            return ZoneInfo(text)
        except (ValueError, OSError, LookupError):
            pass
    return Problem(f"{described(text)} is not a time zone", "write UTC, +01:00 or a name such as Europe/Berlin")


def show_moment(moment: datetime | date, formats: Formats = ENGLISH) -> str:
    """`31 January 2026, 14:30 UTC`; of a day alone the day."""
    if not isinstance(moment, datetime):
        return show_day(moment, formats)
    clock = moment.strftime("%H:%M:%S" if moment.second else "%H:%M")
    return f"{show_day(moment, formats)}, {clock} {show_offset(moment)}".rstrip()


def show_offset(moment: datetime) -> str:
    """`UTC`, `+01:00`, or `+00:53:28` from the days before zones were whole minutes."""
    offset = moment.utcoffset()
    if not offset:
        return "UTC"
    return moment.isoformat(timespec="seconds")[len("2026-01-31T14:30:00") :]
