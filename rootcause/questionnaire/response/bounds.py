"""`min` and `max` of a question as values of its type."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rootcause.questionnaire.model import Response, ResponseType
from rootcause.questionnaire.response.problem import Problem

_T = ResponseType


def bounds(response: Response) -> tuple[Any, Any] | Problem:
    """`min` and `max` as values of the type, None where there is none; a problem when one cannot be read."""
    read = []
    for bound in (response.min, response.max):
        value = bound if bound is None else _bound(response.type, bound)
        if isinstance(value, Problem):
            return value
        read.append(value)
    return read[0], read[1]


def _bound(type: ResponseType, bound: int | Decimal | str) -> Any:
    match type:  # whoever reads numbers only does not pay for what reads times
        case _T.DATE | _T.DATETIME:
            from rootcause.questionnaire.response.days import read_day

            return read_day(bound) if isinstance(bound, str) else Problem(f'"{bound}" is not a date')
        case _T.DURATION:
            from rootcause.questionnaire.response.durations import read_duration

            return read_duration(bound) if isinstance(bound, str) else Problem(f'"{bound}" is not a duration')
        case _T.NUMBER | _T.MONEY:
            return Problem(f'"{bound}" is not a number') if isinstance(bound, str) else Decimal(bound)
        case _:
            return bound if isinstance(bound, int) else Problem(f'"{bound}" is not a whole number')
