"""From what somebody wrote, in a terminal or in a file, to a value that the question takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from rootcause.questionnaire.model import Question, Response, ResponseType
from rootcause.questionnaire.response.days import days_meant
from rootcause.questionnaire.response.durations import read_duration
from rootcause.questionnaire.response.figures import read_money, read_number
from rootcause.questionnaire.response.moments import moments_meant
from rootcause.questionnaire.response.problem import Problem, described
from rootcause.questionnaire.values import OTHER, Given, Money, Other, Rows

__all__ = ["Raw", "described", "fits", "read_alternatives", "read_answer", "read_response", "read_yesno"]

Raw = None | bool | int | Decimal | str | Sequence[Any] | Mapping[str, Any]
"""What comes out of a YAML tree, a JSON file or a prompt."""

_YES, _NO = frozenset(("yes", "y", "true")), frozenset(("no", "n", "false"))
_T = ResponseType
_TIMES: dict[ResponseType, tuple[type[date | timedelta], str]] = {
    _T.DATE: (date, "a date"),
    _T.DATETIME: (datetime, "a date with a time"),
    _T.DURATION: (timedelta, "a duration"),
}
_AS_IN_A_FILE = "write it as 2026-01-31"
_AS_TYPED = {
    _T.DATE: "write it as friday, 31 Jan or 2026-01-31",
    _T.DATETIME: "write it as yesterday 14:30 or 2026-01-31 14:30, with UTC behind it for another time zone",
}
_LONGEST_TIME = 200  # a date, a moment or a duration; what is longer is none, and slow to take apart


def read_answer(
    question: Question, raw: Raw, zone: tzinfo | None = None, now: datetime | None = None
) -> Given | Problem:
    """The value that was meant, checked against type, bounds and pattern.

    `zone` is where a moment without a zone lies; None stands for this machine's. With `now`, an aware moment, a person
    types: `yesterday` is understood. Without it the text stands in a file, which is read again on another day. Lists
    and ladders are read row by row, by the interview.
    """
    value = read_response(question.response, raw, zone, now)
    if value == () and question.required:
        return Problem("nothing is chosen", "choose at least one, or say that it is not known")
    return value


def read_response(
    response: Response, raw: Raw, zone: tzinfo | None = None, now: datetime | None = None
) -> Given | Problem:
    """The same, where there is no question yet."""
    meant = _taken(response, raw, zone, now)
    return meant if isinstance(meant, Problem) else meant[0]


def read_alternatives(question: Question, raw: Raw, zone: tzinfo | None, now: datetime) -> tuple[Given, ...]:
    """All that somebody who types can mean and the bounds take, the likeliest first; none where it is a problem.

    `31 Jan` and `friday` lie before today and behind it. The first is what `read_answer` gives; another one may be
    meant when the question's own check speaks against it.
    """
    meant = _taken(question.response, raw, zone, now)
    return () if isinstance(meant, Problem) else meant


def _taken(response: Response, raw: Raw, zone: tzinfo | None, now: datetime | None) -> tuple[Given, ...] | Problem:
    """What can be meant and the bounds take; when they take nothing, what speaks against the likeliest."""
    meant = _meant(response, raw, zone, now)
    if isinstance(meant, Problem):
        return meant
    refused = [None if isinstance(value, Other) else _objection(response, value) for value in meant]
    taken = tuple(value for value, problem in zip(meant, refused, strict=True) if problem is None)
    return taken or next(problem for problem in refused if problem is not None)


def fits(question: Question, value: Given) -> bool:
    """Whether a value that was read for another question, or for an earlier version of it, is an answer to this one."""
    response = question.response
    if isinstance(value, Rows) or response.type.repeats:
        return isinstance(value, Rows) and response.type.repeats
    if isinstance(value, Other):
        return response.other and response.type is _T.CHOICE
    if isinstance(value, Money) or response.type is _T.MONEY:
        return isinstance(value, Money) and response.type is _T.MONEY and _objection(response, value) is None
    if isinstance(value, tuple) and not response.other and any(isinstance(choice, Other) for choice in value):
        return False
    if isinstance(value, datetime) and response.type is not _T.DATETIME:
        return False
    if response.type is _T.NUMBER and not isinstance(value, Decimal):
        return False
    return _objection(response, value) is None


def _meant(response: Response, raw: Raw, zone: tzinfo | None, now: datetime | None) -> tuple[Given, ...] | Problem:
    if response.type in (_T.DATE, _T.DATETIME, _T.DURATION):
        return _time(response.type, raw, zone, now)
    value = _value(response, raw, typed=now is not None)
    return value if isinstance(value, Problem) else (value,)


def _time(type: ResponseType, raw: object, zone: tzinfo | None, now: datetime | None) -> tuple[Given, ...] | Problem:
    kind, expected = _TIMES[type]
    if isinstance(raw, kind):
        return (raw,)
    if not isinstance(raw, str) or not 0 < len(raw.strip()) <= _LONGEST_TIME:
        return Problem(f"expected {expected}, found {described(raw)}")
    if type is _T.DURATION:
        length = read_duration(raw)
        return length if isinstance(length, Problem) else (length,)
    if type is _T.DATETIME:
        meant: tuple[Given, ...] | Problem = moments_meant(raw, zone, now)
    else:
        meant = days_meant(raw, None if now is None else now.astimezone(zone).date())
    if now is not None and isinstance(meant, Problem) and (meant.hint or "").startswith(_AS_IN_A_FILE):
        return Problem(meant.message, _AS_TYPED[type])
    return meant


def _value(response: Response, raw: Raw, *, typed: bool) -> Given | Problem:
    match response.type:
        case _T.TEXT | _T.PERSON | _T.PARAGRAPH | _T.EMAIL | _T.URL:
            return _text(response, raw)
        case _T.YESNO:
            return read_yesno(raw)
        case _T.CHOICE:
            return _choice(response, raw)
        case _T.CHOICES:
            return _choices(response, raw)
        case _T.INTEGER | _T.SCALE | _T.NUMBER:
            return read_number(response, raw, typed=typed)
        case _T.MONEY:
            return read_money(response, raw, typed=typed)
        case _:
            raise TypeError("rows are read one question at a time")


def _bare(value: Given) -> object:
    """What the bounds speak of: the amount of a sum of money, the day of a moment, the ids of choices."""
    match value:
        case Money(amount, _):
            return amount
        case datetime():
            return value.date()
        case tuple():
            return [choice if isinstance(choice, str) else OTHER for choice in value]
        case _:
            return value


def _text(response: Response, raw: Raw) -> str | Problem:
    if isinstance(raw, bool) or not isinstance(raw, str | int | Decimal):
        return Problem(
            f"expected a text, found {described(raw)}", "put it in quotes" if isinstance(raw, bool) else None
        )
    text = str(raw).replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        return Problem("an answer cannot be empty", "say that you do not know, or who does")
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        return Problem("it holds half a character (a lone surrogate) that cannot be saved", "type it again")
    if "\n" in text and response.type is not _T.PARAGRAPH:
        return Problem("expected one line, found several", "put it into one line")
    return text


def read_yesno(raw: Raw) -> bool | Problem:
    """Yes or no, in any of the ways people write it."""
    if isinstance(raw, bool):
        return raw
    word = raw.strip().lower() if isinstance(raw, str) else None
    if word in _YES:
        return True
    if word in _NO:
        return False
    return Problem(f"{described(raw)} is neither yes nor no", "write yes or no")


def _choice(response: Response, raw: Raw) -> str | Other | Problem:
    if isinstance(raw, Mapping):
        return _other(response, raw)
    if isinstance(raw, bool | int | Decimal):
        raw = str(raw).lower()
    if not isinstance(raw, str):
        return Problem(f"expected one choice, found {described(raw)}", _offered(response))
    word = raw.strip()
    if response.choice(word):
        return word
    for choice in response.choices:
        if word.casefold() in (label.casefold() for label in choice.label.by_language.values()):
            return choice.id
    near = get_close_matches(word, [choice.id for choice in response.choices], n=1)
    hint = f'did you mean "{near[0]}"? ' if near else ""
    return Problem(f"{described(word)} is not one of the choices", hint + _offered(response))


def _other(response: Response, raw: Mapping[str, Any]) -> Other | Problem:
    if set(raw) != {"other"}:
        return Problem(f"expected one choice, found {described(raw)}", _offered(response))
    if not response.other:
        return Problem('"other" is not offered here', _offered(response))
    text = raw["other"]
    if isinstance(text, bool) or not isinstance(text, str | int | Decimal) or not str(text).strip():
        return Problem('"other" needs its text', "write {other: what it is}")
    return Other(str(text).strip())


def _choices(response: Response, raw: Raw) -> tuple[str | Other, ...] | Problem:
    if isinstance(raw, str) and isinstance(_choice(response, raw), Problem):
        raw = [part for part in raw.split(",") if part.strip()]
    elif not isinstance(raw, Sequence) or isinstance(raw, str):
        raw = [raw]
    chosen: dict[str | Other, None] = {}
    for index, entry in enumerate(raw):
        choice = _choice(response, entry)
        if isinstance(choice, Problem):
            return choice.within(index)
        chosen[choice] = None
    return tuple(chosen)


def _offered(response: Response) -> str:
    ids = [choice.id for choice in response.choices] + (["{other: ...}"] if response.other else [])
    shown = ", ".join(ids[:12]) + (f" and {len(ids) - 12} more" if len(ids) > 12 else "")
    return f"choose from {shown}"


def _objection(response: Response, value: Given) -> Problem | None:
    from rootcause.questionnaire.response.adapters import objection  # with pydantic, which takes a while

    return objection(response, _bare(value))
