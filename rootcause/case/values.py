"""Values of answers as JSON that explains itself, so that a case can be read without its questionnaire.

Text, whole numbers and yes or no stand as they are. Anything else has a `type` beside its `value`:

    number    "12.50"                             exact, so written as text
    money     {"amount": "12.50", "currency": "EUR"}
    date      "2026-01-31"
    datetime  "2026-01-31T14:30:00+01:00"         always with its offset
    duration  "P3DT2H15M"                         ISO 8601
    other     "none of these"                     an answer beyond the choices offered
    options   ["prod", {"other": "a laptop"}]     the choices taken
    rows      {"instances": ["1", "1.1", "2"], "closed": true}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import assert_never

from rootcause.interview.answers import Given, Money, Other, Rows
from rootcause.interview.keys import parse_instance, write_instance

Plain = str | bool | int | list["Plain"] | dict[str, "Plain"]

# An exponent beyond this is no measurement of anybody's; writing such a number out would take all memory.
_LARGEST_EXPONENT = 1000
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]{1,9})?"
_DURATION = (
    r"(?P<sign>-?)P(?:(?P<days>[0-9]{1,10})D)?"
    r"(?:T(?:(?P<hours>[0-9]{1,10})H)?(?:(?P<minutes>[0-9]{1,10})M)?"
    r"(?:(?P<seconds>[0-9]{1,10})(?:\.(?P<microseconds>[0-9]{6}))?S)?)?"
)


def to_plain(value: Given) -> tuple[str | None, Plain]:
    """The type to write beside a value, or None where JSON alone is clear, and the value as JSON."""
    if isinstance(value, tuple):
        return _tuple_to_plain(value)
    match value:
        case bool() | int() | str():
            return None, value
        case Decimal():
            return "number", _written_number(value)
        case datetime():
            return "datetime", write_moment(value)
        case date():
            return "date", value.isoformat()
        case timedelta():
            return "duration", _written_duration(value)
        case _:
            assert_never(value)


def from_plain(type: str | None, plain: object) -> Given:
    """The opposite of `to_plain`. Raises ValueError, whose text says what was expected."""
    if type is None:
        if isinstance(plain, str | bool | int):
            return plain
        raise ValueError('expected text, a whole number, true or false; anything else needs a "type" beside it')
    read = _READERS.get(type)
    if read is None:
        raise ValueError(f"expected its type to be one of {', '.join(_READERS)}")
    return read(plain)


def write_moment(moment: datetime) -> str:
    """A moment with its offset, as ISO 8601."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.isoformat()


def read_moment(plain: object) -> datetime:
    """The opposite of `write_moment`. Raises ValueError, whose text says what was expected."""
    expected = 'expected a time with its offset, such as "2026-01-31T14:30:00+01:00"'
    try:
        moment = datetime.fromisoformat(_text(plain, expected))
    except ValueError:
        raise ValueError(expected) from None
    if moment.utcoffset() is None:
        raise ValueError(expected)
    return moment


def read_date(plain: object) -> date:
    """The day written as ISO 8601. Raises ValueError, whose text says what was expected."""
    expected = 'expected a day, such as "2026-01-31"'
    try:
        return date.fromisoformat(_text(plain, expected))
    except ValueError:
        raise ValueError(expected) from None


def _tuple_to_plain(value: Money | Other | Rows | tuple[str | Other, ...]) -> tuple[str, Plain]:
    # By isinstance, because a type checker does not tell named tuples from tuples in a `match`.
    if isinstance(value, Money):
        return "money", {"amount": _written_number(value.amount), "currency": value.currency}
    if isinstance(value, Other):
        return "other", value.text
    if isinstance(value, Rows):
        return "rows", {"instances": [*map(write_instance, value.instances)], "closed": value.closed}
    return "options", [option if isinstance(option, str) else {"other": option.text} for option in value]


def _written_number(number: Decimal) -> str:
    text = str(number)
    if re.fullmatch(_NUMBER, text) is None or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise ValueError(f"{text[:40]} is not a number that a case can hold")
    return text


def _read_number(plain: object) -> Decimal:
    expected = 'expected a number between quotes, such as "12.50"'
    text = _text(plain, expected)
    number = Decimal(text) if re.fullmatch(_NUMBER, text) else None
    if number is None or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise ValueError(expected)
    return number


def _written_duration(duration: timedelta) -> str:
    length = abs(duration)
    hours, rest = divmod(length.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    fraction = f".{length.microseconds:06}" if length.microseconds else ""
    days = f"{length.days}D" if length.days else ""
    clock = (
        (f"{hours}H" if hours else "")
        + (f"{minutes}M" if minutes else "")
        + (f"{seconds}{fraction}S" if seconds or fraction else "")
    )
    return ("-P" if duration < timedelta(0) else "P") + ((days + (f"T{clock}" if clock else "")) or "T0S")


def _read_duration(plain: object) -> timedelta:
    expected = 'expected a duration, such as "PT2H15M" or "P3D"'
    match = re.fullmatch(_DURATION, _text(plain, expected))
    if match is None:
        raise ValueError(expected)
    sign, *parts = match.groups()
    if not any(parts):
        raise ValueError(expected)
    days, hours, minutes, seconds, microseconds = (int(part or 0) for part in parts)
    try:
        length = timedelta(days, seconds, microseconds, hours=hours, minutes=minutes)
    except OverflowError:
        raise ValueError(expected) from None
    return -length if sign else length


def _read_money(plain: object) -> Money:
    match plain:
        case {"amount": amount, "currency": str() as currency, **rest} if not rest:
            return Money(_read_number(amount), currency)
        case _:
            raise ValueError('expected {"amount": "12.50", "currency": "EUR"}')


def _read_other(plain: object) -> Other:
    return Other(_text(plain, "expected the text of the answer"))


def _read_options(plain: object) -> tuple[str | Other, ...]:
    if not isinstance(plain, list):
        raise ValueError('expected a list of choices, such as ["prod", {"other": "a laptop"}]')
    return tuple(_read_option(option) for option in plain)


def _read_option(plain: object) -> str | Other:
    match plain:
        case str():
            return plain
        case {"other": str() as text, **rest} if not rest:
            return Other(text)
        case _:
            raise ValueError('expected each choice as its id or as {"other": "its text"}')


def _read_rows(plain: object) -> Rows:
    expected = 'expected {"instances": ["1", "1.2"], "closed": true}'
    match plain:
        case {"instances": list() as written, "closed": bool() as closed, **rest} if not rest:
            instances = [parse_instance(_text(instance, expected)) for instance in written]
            known = tuple(instance for instance in instances if instance is not None)
            if len(known) == len(instances):
                return Rows(known, closed)
    raise ValueError(expected)


def _text(plain: object, expected: str) -> str:
    if not isinstance(plain, str):
        raise ValueError(expected)
    return plain


_READERS: Mapping[str, Callable[[object], Given]] = {
    "number": _read_number,
    "money": _read_money,
    "date": read_date,
    "datetime": read_moment,
    "duration": _read_duration,
    "other": _read_other,
    "options": _read_options,
    "rows": _read_rows,
}
