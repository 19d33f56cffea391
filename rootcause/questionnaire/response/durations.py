"""Durations, and how long ago or ahead something lies."""

from __future__ import annotations

import re
from datetime import timedelta

from rootcause.questionnaire.response.formats import ENGLISH, Formats
from rootcause.questionnaire.response.problem import Problem, described
from rootcause.questionnaire.response.words_of_time import AMOUNTS, UNEQUAL_UNITS, UNITS

_AMOUNT = r"(?P<whole>\d+(?:[.,]\d+)?)(?: (?P<more>\d/[1-9]))?|(?P<fraction>\d/[1-9])"
_PART = rf"(?:{_AMOUNT}) ?(?P<unit>[a-z]+)"
_REWRITTEN = (
    (r"(\d+) ?h ?([0-5]\d)", r"\1 h \2 min"),
    (r"(\d+):([0-5]\d) ?(?:h|hrs?|hours?)", r"\1 h \2 min"),
    (r"(\d+):([0-5]\d) ?(?:m|mins?|minutes?)", r"\1 min \2 s"),
    (r"(\d+):([0-5]\d):([0-5]\d)(?: ?h)?", r"\1 h \2 min \3 s"),
    (r"(\w+) and a half ([a-z]+)", r"\1 1/2 \2"),
    (r"(\w+) ([a-z]+) and a half", r"\1 1/2 \2"),
    (r"half an? ([a-z]+)", r"1/2 \1"),
)
_AWAY = r"in (?P<ahead>.+)|(?P<ago>.+) ago"
_DAY = timedelta(days=1)
_HINT = "write it with units, such as 90 min, 2 h 15 min or 3 days"


def read_duration(text: str) -> timedelta | Problem:
    """`90 min`, `2h15`, `1.5 h`, `half an hour`, `3 days`; a bare number is refused, its unit would be a guess.

    Whole seconds come out, which is what a duration is shown and saved in.
    """
    parts = _parts(text)
    if isinstance(parts, Problem):
        return parts
    try:
        total = sum((unit * amount for amount, unit in parts), timedelta())
        whole = timedelta(seconds=round(total.total_seconds()))
    except OverflowError:
        return Problem(f"{described(text)} is longer than anything that can be measured", _HINT)
    if total and not whole:
        return Problem(f"{described(text)} is shorter than a second", _HINT)
    return whole


def days_away(text: str) -> timedelta | None:
    """How far `2 days ago` or `in a week` lies from today; None for other text, and where hours are counted."""
    return _away(text, in_days=True)


def time_away(text: str) -> timedelta | None:
    """How far `an hour ago` or `in 2h15` lies from now; None for other text, and where only days are counted."""
    return _away(text, in_days=False)


def _away(text: str, *, in_days: bool) -> timedelta | None:
    match = re.fullmatch(_AWAY, text)
    if match is None:
        return None
    counted = match["ago"] or match["ahead"]
    parts, length = _parts(counted), read_duration(counted)
    if isinstance(parts, Problem) or isinstance(length, Problem):
        return None
    if in_days is not all(unit >= _DAY and amount.is_integer() for amount, unit in parts):
        return None
    return -length if match["ago"] else length


def _parts(text: str) -> list[tuple[float, timedelta]] | Problem:
    """The amounts and their units."""
    written = " ".join(text.lower().split())
    found = _found(written) or _found(_rewritten(written))
    if found:
        return found
    if re.fullmatch(r"\d+:\d\d", written):
        message = f"{described(text)} can be hours and minutes, or minutes and seconds"
        hours, minutes = written.split(":")
        return Problem(message, f"write {hours} h {minutes} min, or {hours} min {minutes} s")
    if re.search(r"\d,\d{3}(?!\d)", written):
        message = f"{described(text)} can be understood in two ways: the comma as a decimal point, or between thousands"
        return Problem(message, "write the number without the comma, such as 1.5 h or 1500 h")
    if UNEQUAL_UNITS.intersection(re.findall("[a-z]+", written)):
        return Problem(f"{described(text)} is not always as long", "write it in days or weeks, such as 30 days")
    return Problem(f"{described(text)} is not a duration", _HINT)


def _found(written: str) -> list[tuple[float, timedelta]]:
    """The parts of `2 h, 15 min and 3 s`; none where anything else stands between them."""
    found, end = [], 0
    for match in re.finditer(_PART, written):
        unit, amount = UNITS.get(match["unit"]), _amount(match)
        if unit is None or amount is None or written[end : match.start()].strip(" ,") not in ("", "and"):
            return []
        found.append((amount, unit))
        end = match.end()
    return [] if written[end:].strip() else found


def _amount(match: re.Match[str]) -> float | None:
    """The number before a unit, such as 1.5, 1,5 or 1 1/2; None when its comma could group thousands."""
    whole, fraction = match["whole"] or "0", match["more"] or match["fraction"]
    if "," in whole:
        if re.fullmatch(r"\d{1,3},\d{3}", whole):
            return None
        whole = whole.replace(",", ".")
    return float(whole) + (int(fraction[0]) / int(fraction[2]) if fraction else 0)


def _rewritten(written: str) -> str:
    """The same in numbers, parts and units."""
    written = written.replace("½", " 1/2").strip()
    for pattern, parts in _REWRITTEN:
        if match := re.fullmatch(pattern, written):
            written = match.expand(parts)
            break
    return " ".join(AMOUNTS.get(word, word) for word in written.split())


def show_duration(duration: timedelta, formats: Formats = ENGLISH) -> str:
    """`2 h 15 min`, `3 d`, `45 s`."""
    seconds = round(abs(duration.total_seconds()))
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    is_whole_day = duration and not duration % timedelta(days=1)
    days, hours = divmod(hours, 24) if hours >= 48 or is_whole_day else (0, hours)
    amounts = zip((days, hours, minutes, seconds), formats.units, strict=True)
    parts = [f"{amount} {unit}" for amount, unit in amounts if amount]
    sign = "-" if duration < timedelta() else ""
    return sign + (" ".join(parts) or f"0 {formats.units[2]}")
