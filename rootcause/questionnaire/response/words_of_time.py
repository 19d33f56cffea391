"""The words of days, times and durations, as data: another language is more entries here."""

from __future__ import annotations

from datetime import timedelta

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _in_full_and_short(names: tuple[str, ...]) -> dict[str, int]:
    return {word: number for number, name in enumerate(names) for word in (name.lower(), name[:3].lower())}


MONTHS = {word: number + 1 for word, number in _in_full_and_short(MONTH_NAMES).items()} | {"sept": 9}
WEEKDAYS = _in_full_and_short(WEEKDAY_NAMES) | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
DAYS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "now": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
"""Days by their distance from today."""

FILLERS = frozenset(("on", "the", "of"))
"""What may stand in a day and says nothing: `on the 31st of January`."""

LAST, NEXT = "last", "next"
MONTH_ENDS = frozenset(("end month", "end this month"))
"""The last day of this month, fillers left out."""

NOW = "now"
NOON = frozenset(("noon", "midday"))
MIDNIGHT = "midnight"

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
AMOUNTS = {
    **dict.fromkeys(("a", "an", "one"), "1"),
    **{word: str(number) for number, word in enumerate(_NUMBERS, start=2)},
    "half": "1/2",
}
"""Numbers in words, in front of a unit."""

UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), timedelta(seconds=1)),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), timedelta(minutes=1)),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), timedelta(hours=1)),
    **dict.fromkeys(("d", "day", "days"), timedelta(days=1)),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), timedelta(weeks=1)),
}
UNEQUAL_UNITS = frozenset(("month", "months", "year", "years"))
"""Not always as long, so no duration can be made of them."""
