"""A pydantic type for each question, built from its bounds, and pydantic's objections in our words.

Patterns run on pydantic's Rust engine, which is linear in the length of the answer; it knows no look-around
and no back-references, so a pattern that needs them is refused when the questionnaire is loaded.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import SchemaError

from rootcause.questionnaire.model import Response, ResponseType
from rootcause.questionnaire.response.amounts import grouped
from rootcause.questionnaire.response.bounds import bounds
from rootcause.questionnaire.response.moments import show_day, show_duration
from rootcause.questionnaire.response.problem import Problem, described
from rootcause.questionnaire.values import OTHER

_LINE = 10_000  # longer than anybody types on one line, short enough to keep a report readable
_PARAGRAPH = 1_000_000
_EMAIL = r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+"

_OF_AMOUNTS = ("less", "more", "least", "most")
_OF_TIME = ("earlier", "later", "first day", "last day")

_T = ResponseType


@functools.lru_cache(maxsize=4096)
def adapter(response: Response) -> TypeAdapter[Any]:
    """The type of what is valid here. Raises `pydantic_core.SchemaError` when the pattern is refused."""
    return TypeAdapter(_annotation(response))


def objection(response: Response, value: object) -> Problem | None:
    """What speaks against a value of the right Python type, or None."""
    try:
        adapter(response).validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return _in_our_words(first["type"], first.get("ctx", {}), response, value)
    return None


def refused_pattern(response: Response) -> str | None:
    """Why the engine refuses the pattern of a question, or None when it takes it."""
    try:
        adapter(response)
    except SchemaError as error:
        if "look-around" in str(error) or "backreferences" in str(error):
            return "look-around and back-references are not supported, because they can take for ever"
        return "it is not a regular expression, or too large a one"
    return None


def _annotation(response: Response) -> Any:
    match response.type:
        case _T.TEXT | _T.PERSON:
            return Annotated[str, _constraints(response, _LINE)]
        case _T.PARAGRAPH:
            return Annotated[str, _constraints(response, _PARAGRAPH)]
        case _T.EMAIL:
            return Annotated[str, StringConstraints(pattern=rf"\A(?:{_EMAIL})\z", max_length=254)]
        case _T.URL:
            from pydantic import HttpUrl

            return HttpUrl
        case _T.YESNO:
            return Annotated[bool, Field(strict=True)]
        case _T.INTEGER | _T.SCALE:
            return Annotated[int, Field(strict=True, **_bounds(response))]
        case _T.NUMBER | _T.MONEY:
            return Annotated[Decimal, Field(allow_inf_nan=False, **_bounds(response))]
        case _T.DATE | _T.DATETIME:
            return Annotated[date, Field(strict=True, **_bounds(response))]
        case _T.DURATION:
            return Annotated[timedelta, Field(strict=True, **_bounds(response))]
        case _T.CHOICE:
            return _one_of(response)
        case _T.CHOICES:
            return Annotated[list[_one_of(response)], Field(**_lengths(response))]  # type: ignore[misc]
        case _T.LIST | _T.LADDER:
            raise TypeError("rows have no type of their own; their questions have")


def _one_of(response: Response) -> Any:
    ids = tuple(choice.id for choice in response.choices)
    return Literal[(*ids, OTHER) if response.other else ids]


def _lengths(response: Response) -> dict[str, Any]:
    return {"min_length": response.min, "max_length": response.max}


def _constraints(response: Response, longest: int) -> StringConstraints:
    pattern = None if response.pattern is None else rf"\A(?:{response.pattern})\z"
    limit = longest if response.max_length is None else min(response.max_length, longest)
    return StringConstraints(pattern=pattern, max_length=limit)


def _bounds(response: Response) -> dict[str, Any]:
    both = bounds(response)
    if isinstance(both, Problem):
        raise ValueError(both.message)  # the loader has reported it and made no question of it
    low, high = both
    return {name: value for name, value in (("ge", low), ("le", high)) if value is not None}


def _in_our_words(kind: str, context: Mapping[str, Any], response: Response, value: object) -> Problem:
    less, more, first, last = _OF_TIME if isinstance(value, date) else _OF_AMOUNTS
    match kind:
        case "greater_than_equal":
            return Problem(f"{_said(value)} is {less} than {_said(_bounds(response)['ge'])}, the {first} that is taken")
        case "less_than_equal":
            return Problem(f"{_said(value)} is {more} than {_said(_bounds(response)['le'])}, the {last} that is taken")
        case "string_too_long":
            most = context["max_length"]
            return Problem(f"that is {len(str(value))} characters; at most {most} are taken", "say it in fewer words")
        case "string_pattern_mismatch" if response.type is _T.EMAIL:
            return Problem(f"{described(value)} is not an e-mail address", "write it as name@example.org")
        case "string_pattern_mismatch":
            return Problem(
                f"{described(value)} does not have the form that is asked for", f"it must match {response.pattern}"
            )
        case "too_short":
            return Problem(f"{_said(context['actual_length'])} chosen; at least {context['min_length']} are needed")
        case "too_long":
            return Problem(f"{_said(context['actual_length'])} chosen; at most {context['max_length']} are taken")
        case _ if response.type is _T.URL:
            return Problem(
                f"{described(value)} is not a web address", "write it in full, such as https://example.org/page"
            )
        case _:
            return Problem(f"{described(value)} is not an answer to a question of the type {response.type}")


def _said(value: object) -> str:
    match value:
        case timedelta():
            return show_duration(value)
        case date():
            return show_day(value)
        case int() | Decimal():
            return grouped(value)
        case _:
            return str(value)
