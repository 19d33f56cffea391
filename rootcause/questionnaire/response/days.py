"""Days as people write them.

Only what can be understood in one way is taken: `01/02/2026` is the first of February to some and the second of
January to others, so it is refused. A day without its year and a bare day of the week have one reading before today
and one behind it: the one nearest to today comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from rootcause.questionnaire.response.durations import days_away
from rootcause.questionnaire.response.formats import ENGLISH, Formats
from rootcause.questionnaire.response.problem import Problem, described
from rootcause.questionnaire.response.times_of_day import around_the_clock
from rootcause.questionnaire.response.words_of_time import (
    DAYS,
    FILLERS,
    LAST,
    MONTH_ENDS,
    MONTH_NAMES,
    MONTHS,
    NEXT,
    WEEKDAY_NAMES,
    WEEKDAYS,
)

_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_YEAR_FIRST = r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})"
_DAY_FIRST = r"(\d{1,2})(?:\.|st|nd|rd|th)?[ /-]?([a-z]+)\.?(?:[ /-]?(\d{4}))?"
_MONTH_FIRST = r"([a-z]+)\.?[ /-]?(\d{1,2})(?:\.|st|nd|rd|th)?(?:[ /-](\d{4}))?"
_IN_NUMBERS = r"(\d{1,2})([./-]) ?(\d{1,2})(?:\2 ?(\d{4})?)?"
DAY_HINT = "write it as 2026-01-31 or 31 Jan 2026"
_LEAP_YEAR = 2024
_YEARS_AROUND = 8  # so many years can lie between one 29 February and the next

Year = int | None


def read_day(text: str, today: date | None = None) -> date | Problem:
    """`2026-01-31` or `31 Jan 2026`; with `today` also `31 Jan`, `yesterday`, `friday`, `in 2 weeks`."""
    meant = days_meant(text, today)
    return meant if isinstance(meant, Problem) else meant[0]


def days_meant(text: str, today: date | None = None) -> tuple[date, ...] | Problem:
    """All that a text can mean, the likeliest first. Without `today` only what means the same on any day."""
    written = " ".join(text.split())
    if match := re.fullmatch(_ISO, written):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        return _no_such_day(written, year, month, day) or (date(year, month, day),)
    words = [word for word in written.lower().replace(",", " ").split() if word not in FILLERS]
    weekday = WEEKDAYS.get(words[0].rstrip(".")) if len(words) > 1 else None
    if weekday is None:
        return _meant(written, " ".join(words), today)
    meant = _meant(written, " ".join(words[1:]), today)
    if isinstance(meant, Problem):
        return meant
    fitting = tuple(day for day in meant if day.weekday() == weekday)
    message = f"{show_day(meant[0])} is a {WEEKDAY_NAMES[meant[0].weekday()]}, not a {WEEKDAY_NAMES[weekday]}"
    return fitting or Problem(message, "leave the day of the week out, or mend the day")


def _meant(written: str, plain: str, today: date | None) -> tuple[date, ...] | Problem:
    dated = _dated(written, plain)
    if isinstance(dated, Problem):
        return dated
    if dated is None:
        return _counted_from_today(written, plain, today)
    year, month, day = dated
    if (problem := _no_such_day(written, year, month, day)) is not None:
        return problem
    if year is not None:
        return (date(year, month, day),)
    return without_today(written) if today is None else _of_any_year(today, month, day)


def _dated(written: str, plain: str) -> tuple[Year, int, int] | Problem | None:
    """Year, month and day of a text that names day and month."""
    if match := re.fullmatch(_YEAR_FIRST, plain):
        return int(match[1]), int(match[3]), int(match[4])
    if (match := re.fullmatch(_DAY_FIRST, plain)) and match[2] in MONTHS:
        return _year(match[3]), MONTHS[match[2]], int(match[1])
    if (match := re.fullmatch(_MONTH_FIRST, plain)) and match[1] in MONTHS:
        return _year(match[3]), MONTHS[match[1]], int(match[2])
    if match := re.fullmatch(_IN_NUMBERS, plain):
        return _in_numbers(written, int(match[1]), int(match[3]), _year(match[4]))
    return None


def _year(digits: str | None) -> Year:
    return None if digits is None else int(digits)


def _in_numbers(written: str, first: int, second: int, year: Year) -> tuple[Year, int, int] | Problem:
    """Day and month, where only one of the two can be the month."""
    if 1 <= first <= 12 and 1 <= second <= 12 and first != second:
        one, other = (f"{day} {MONTH_NAMES[month - 1]}" for day, month in ((first, second), (second, first)))
        message = f"{described(written)} can be understood in two ways: {one} and {other}"
        return Problem(message, f"write the month as a word: {one}" + (f" {year:04}" if year is not None else ""))
    return (year, first, second) if second > 12 else (year, second, first)


def _counted_from_today(written: str, plain: str, today: date | None) -> tuple[date, ...] | Problem:
    try:
        meant = _relative(plain, today or date(2024, 1, 1))
    except OverflowError:
        return Problem(f"{described(written)} lies outside the calendar", DAY_HINT)
    if not meant and around_the_clock(written) is not None:
        return Problem(f"{described(written)} holds a time, and only the day is asked for", "leave out the time")
    if not meant:
        return Problem(f"{described(written)} is not a date", DAY_HINT)
    return without_today(written) if today is None else meant


def _relative(plain: str, today: date) -> tuple[date, ...]:
    if plain in DAYS:
        return (today + timedelta(DAYS[plain]),)
    if plain in MONTH_ENDS:
        return (date(today.year, today.month, _days_in(today.year, today.month)),)
    if (away := days_away(plain)) is not None:
        return (today + away,)
    which, _, name = plain.rpartition(" ")
    weekday = WEEKDAYS.get(name.rstrip("."))
    if weekday is None or which not in ("", LAST, NEXT):
        return ()
    around = [today + timedelta(distance) for distance in range(-7, 8)]
    before, same, behind = around[:7], around[7], around[8:]
    allowed = before if which == LAST else behind if which == NEXT else [*before, same, *behind]
    return _nearest((day for day in allowed if day.weekday() == weekday), today)


def _of_any_year(today: date, month: int, day: int) -> tuple[date, ...]:
    first, last = max(MINYEAR, today.year - _YEARS_AROUND), min(MAXYEAR, today.year + _YEARS_AROUND)
    years = [year for year in range(first, last + 1) if day <= _days_in(year, month)]
    return _nearest((date(year, month, day) for year in years), today)


def _nearest(days: Iterable[date], today: date) -> tuple[date, ...]:
    """Today itself, then the last of them before it and the first behind it, the nearer one first."""
    known = sorted(days, key=lambda day: abs(day - today))
    same = [day for day in known if day == today]
    last = next((day for day in known if day < today), None)
    first = next((day for day in known if day > today), None)
    return (*same, *(day for day in known if day in (last, first)))


def without_today(written: str) -> Problem:
    """A text that means another day whenever it is read."""
    message = f"{described(written)} depends on the day it is read, and this may be read again on another day"
    return Problem(message, "write the day itself with its year, such as 2026-01-31")


def _no_such_day(written: str, year: Year, month: int, day: int) -> Problem | None:
    if not 1 <= month <= 12:
        return Problem(f"{described(written)} is not a day: there is no month {month}", DAY_HINT)
    if year is not None and year < 1:
        return Problem(f"{described(written)} is not a day: there is no year {year}", DAY_HINT)
    name, last = MONTH_NAMES[month - 1], _days_in(_LEAP_YEAR if year is None else year, month)
    if 1 <= day <= last:
        return None
    when = name if year is None else f"{name} {year}"
    return Problem(f"{described(written)} is not a day: {when} has {last} days", DAY_HINT)


def _days_in(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(1)).day


def show_day(day: date, formats: Formats = ENGLISH) -> str:
    """`31 January 2026`."""
    return formats.day.format(day=day.day, month=formats.months[day.month - 1], year=day.year)
