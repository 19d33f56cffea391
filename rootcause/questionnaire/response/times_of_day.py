"""A time of day in a text, and the day and the time zone around it."""

from __future__ import annotations

import re
from datetime import time

from msgspec import Struct

from rootcause.questionnaire.response.problem import Problem, described
from rootcause.questionnaire.response.words_of_time import MIDNIGHT, NOON

_HALF = r"(?: ?[ap]\.?m\b\.?)"
_CLOCK = (
    rf"\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:[.,]\d+)?)?{_HALF}?|\d{{1,2}}h\d{{2}}|\d{{1,2}}(?:\.\d{{2}})?{_HALF}"
    rf"|(?:{'|'.join(sorted(NOON))}|{MIDNIGHT})\b"
)
_AROUND = rf"(?i)(?P<day>.*?)(?:^|(?<=\d)t|[ ,]+)(?:at )?(?P<clock>{_CLOCK})(?!\d)(?P<behind>.*)"
_WITH_A_POINT = r"(?i)(?P<day>.*[^ ,])[ ,]+(?:at )?(?P<clock>\d{1,2}\.\d{2})(?P<behind>(?: \S+)?)"
_IN_NUMBERS = r"(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2})(?:[.,]\d+)?)? ?(?:([ap])\.?m\.?)?"
_ZONE = r"(?i)(?:utc|gmt)?[+-]\d\S*|utc|gmt|z|[a-z_]+/\S+"
_HINT = "write it from 00:00 to 23:59, or with am or pm from 1:00 to 12:59"


class Clocked(Struct, frozen=True):
    """A text with a time of day, taken apart; day and zone are empty where there is none."""

    day: str
    clock: str
    zone: str = ""

    @property
    def at_midnight(self) -> bool:
        """Whether it says midnight, which begins a day and ends one."""
        return self.clock.lower() == MIDNIGHT


def around_the_clock(written: str) -> Clocked | None:
    """`yesterday at 2.30 pm UTC`, `14:30 on friday`; None where there is no time of day.

    A point alone (`14.30`) makes a time only behind a day: in front it could be a date.
    """
    match = re.fullmatch(_AROUND, written) or re.fullmatch(_WITH_A_POINT, written)
    if match is None:
        return None
    day, behind = match["day"].strip(" ,"), match["behind"].strip(" ,")
    zone, _, more = behind.partition(" ")
    if not day and not re.fullmatch(_ZONE, zone):
        return Clocked(behind, match["clock"])
    return Clocked(day, match["clock"], behind) if day else Clocked(more, match["clock"], zone)


def read_clock(clock: str) -> time | Problem:
    """`14:30`, `2.30 pm`, `14h30`, `noon`."""
    if clock.lower() in NOON:
        return time(12)
    match = re.fullmatch(_IN_NUMBERS, clock.lower())
    hour, minute, second = (int(part or 0) for part in match.groups()[:3]) if match else (24, 0, 0)
    if match and match[4]:
        hour = hour % 12 + (12 if match[4] == "p" else 0) if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59 or second > 59:
        return Problem(f"{described(clock)} is not a time of day", _HINT)
    return time(hour, minute, second)
