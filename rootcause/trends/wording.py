"""Figures as people read them: no percentage below ten cases, lengths of time in words, currencies apart."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from rootcause.analysis.shown import ENGLISH, grouped, show_amount

ENOUGH: Final = 10
"""Below so many, one case more or less moves a percentage by more than ten points: it would claim what nobody knows."""

_HOUR: Final = 60
_DAY: Final = 24 * _HOUR


def share(part: int, whole: int, of: str = "") -> str:
    """`7 of 9 cases`, from ten on `62 % of cases (n = 45)`; the whole is not zero."""
    if whole < ENOUGH:
        return f"{part} of {whole} {of}".rstrip()
    return f"{percent(part, whole)}{of and f' of {of}'} (n = {number(whole)})"


def percent(part: int, whole: int) -> str:
    """`62 %`; never 0 or 100 where it is not quite."""
    rounded = (200 * part + whole) // (2 * whole)
    if rounded == 0 < part:
        return "under 1 %"
    if rounded == 100 and part < whole:
        return "over 99 %"
    return f"{rounded} %"


def counted(count: int, one: str, more: str = "") -> str:
    """`1 case`, `12 cases`."""
    return f"{number(count)} {one if count == 1 else more or one + 's'}"


def number(count: int) -> str:
    """`1,200`."""
    return grouped(count, ENGLISH)


def money(hundredths: int, currency: str) -> str:
    """`1,200 EUR`: from ten on in whole units, which is as exactly as anybody compares."""
    if abs(hundredths) >= 1000:
        hundredths = (hundredths + 50) // 100 * 100
    return show_amount(Fraction(hundredths, 100), currency)


def length(minutes: int) -> str:
    """How long, as exactly as it matters: `95 minutes`, `3 hours 20 minutes`, `58 hours`, `8 days`."""
    if minutes < 2 * _HOUR:
        return counted(minutes, "minute")
    if minutes < 10 * _HOUR:
        rest = minutes % _HOUR
        return counted(minutes // _HOUR, "hour") + (f" {counted(rest, 'minute')}" if rest else "")
    if minutes < 4 * _DAY:
        return counted((minutes + _HOUR // 2) // _HOUR, "hour")
    return counted((minutes + _DAY // 2) // _DAY, "day")
