"""Days, moments and durations as people write them.

Only what can be understood in one way is taken: `01/02/2026` is the first of February to some and the second of
January to others, so it is refused.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from rootcause.questionnaire.response.problem import Problem, described

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_abbr, calendar.month_name)
    for number, name in enumerate(names)
    if name
}
_ISO_DAY = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_NAMED_DAY = r"(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})"
_TIME = r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?"
_OFFSET = r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d)(?::([0-5]\d))?)?"
_MOMENT = r"(?P<day>.*?\d)(?:(?:,? |[Tt])(?P<time>\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?P<zone>\S*))?"
_DURATION_PART = r"(\d+(?:\.\d+)?)\s*([a-z]+)"
_UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), timedelta(seconds=1)),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), timedelta(minutes=1)),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), timedelta(hours=1)),
    **dict.fromkeys(("d", "day", "days"), timedelta(days=1)),
    **dict.fromkeys(("w", "week", "weeks"), timedelta(weeks=1)),
}
_DAY_HINT = "write it as 2026-01-31 or 31 Jan 2026"
_MOMENT_HINT = "write it as 2026-01-31 14:30, with UTC or +01:00 behind it when it is another time zone"
_DURATION_HINT = "write it with units, such as 90 min, 2 h 15 min or 3 days"


def read_day(text: str) -> date | Problem:
    """`2026-01-31` or `31 Jan 2026`."""
    written = " ".join(text.split())
    if match := re.fullmatch(_ISO_DAY, written):
        year, month, day = (int(part) for part in match.groups())
    elif (match := re.fullmatch(_NAMED_DAY, written)) and (named := _MONTHS.get(match[2].lower())):
        day, month, year = int(match[1]), named, int(match[3])
    else:
        return Problem(f"{described(text)} is not a date", _DAY_HINT)
    return _calendar_day(written, year, month, day)


def _calendar_day(written: str, year: int, month: int, day: int) -> date | Problem:
    if not 1 <= month <= 12:
        return Problem(f'"{written}" is not a day: there is no month {month}', _DAY_HINT)
    if year < 1:
        return Problem(f'"{written}" is not a day: there is no year {year}', _DAY_HINT)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        message = f'"{written}" is not a day: {calendar.month_name[month]} {year} has {last} days'
        return Problem(message, _DAY_HINT)
    return date(year, month, day)


def read_moment(text: str, zone: tzinfo | None) -> datetime | date | Problem:
    """A moment with its zone, or the day alone when no time is written.

    Without a zone behind it the moment lies in `zone`; None stands for the zone of this machine.
    """
    written = " ".join(text.split())
    match = re.fullmatch(_MOMENT, written)
    if match is None:
        return Problem(f"{described(text)} is not a date with a time", _MOMENT_HINT)
    day = read_day(match["day"])
    if isinstance(day, Problem) or match["time"] is None:
        return day
    clock = re.fullmatch(_TIME, match["time"])
    assert clock is not None  # the same expression found it
    hour, minute, second = (int(part or 0) for part in clock.groups())
    if hour > 23 or minute > 59 or second > 59:
        return Problem(f'"{match["time"]}" is not a time of day', "write it from 00:00 to 23:59")
    moment = datetime.combine(day, time(hour, minute, second))
    try:
        named = read_zone(match["zone"]) if match["zone"] else zone
        if isinstance(named, Problem):
            return named
        aware = moment.astimezone() if named is None else moment.replace(tzinfo=named)
        there = aware.astimezone(UTC).astimezone(named)
    except (OverflowError, ValueError):  # a zone can carry the first and the last day of the calendar out of it
        return Problem(f"{described(text)} lies outside the calendar", _MOMENT_HINT)
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


def read_duration(text: str) -> timedelta | Problem:
    """`90 min`, `2 h 15 min`, `1.5 h`, `3 days`; a bare number is refused, its unit would be a guess."""
    written = text.strip().lower()
    total, end = timedelta(), 0
    for match in re.finditer(_DURATION_PART, written):
        unit = _UNITS.get(match[2])
        if unit is None or written[end : match.start()].strip(" ,") not in ("", "and"):
            return Problem(f"{described(text)} is not a duration", _DURATION_HINT)
        try:
            total += unit * float(match[1])
        except OverflowError:
            return Problem(f"{described(text)} is longer than anything that can be measured", _DURATION_HINT)
        end = match.end()
    if end == 0 or written[end:].strip():
        return Problem(f"{described(text)} is not a duration", _DURATION_HINT)
    return total


def show_day(day: date) -> str:
    """`31 January 2026`."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def show_moment(moment: datetime | date) -> str:
    """`31 January 2026, 14:30 UTC`; of a day alone the day."""
    if not isinstance(moment, datetime):
        return show_day(moment)
    clock = moment.strftime("%H:%M:%S" if moment.second else "%H:%M")
    return f"{show_day(moment)}, {clock} {show_offset(moment)}".rstrip()


def show_offset(moment: datetime) -> str:
    """`UTC`, `+01:00`, or `+00:53:28` from the days before zones were whole minutes."""
    offset = moment.utcoffset()
    if not offset:
        return "UTC"
    return moment.isoformat(timespec="seconds")[len("2026-01-31T14:30:00") :]


def show_duration(duration: timedelta) -> str:
    """`2 h 15 min`, `3 d`, `45 s`."""
    seconds = round(abs(duration.total_seconds()))
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24) if hours >= 48 else (0, hours)
    parts = [
        f"{amount} {unit}" for amount, unit in ((days, "d"), (hours, "h"), (minutes, "min"), (seconds, "s")) if amount
    ]
    sign = "-" if duration < timedelta() else ""
    return sign + (" ".join(parts) or "0 min")
