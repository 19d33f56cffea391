"""How days, durations and figures are written in a language.

What a terminal shows is written as it can be typed, so these are for texts that nobody types again: reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from rootcause.questionnaire.response.words_of_time import MONTH_NAMES


class Formats(Struct, frozen=True):
    """`day` has the names `day`, `month` and `year`; `units` are those of days, hours, minutes and seconds."""

    yes: str
    no: str
    months: tuple[str, ...]
    day: str
    units: tuple[str, str, str, str]
    thousands: str
    point: str


ENGLISH: Final = Formats("yes", "no", MONTH_NAMES, "{day} {month} {year:04}", ("d", "h", "min", "s"), ",", ".")
GERMAN: Final = Formats(
    "ja",
    "nein",
    (
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    "{day}. {month} {year:04}",
    ("Tage", "Std.", "Min.", "Sek."),
    ".",
    ",",
)
FORMATS: Final[Mapping[str, Formats]] = {"en": ENGLISH, "de": GERMAN}


def formats_for(language: str | None) -> Formats:
    """The formats of a language, `de` for `de-AT` too; English ones where there are none."""
    return FORMATS.get((language or "en").partition("-")[0], ENGLISH)
