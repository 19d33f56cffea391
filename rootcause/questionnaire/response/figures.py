"""Numbers and sums of money as answers, where a point or a comma may not mean to us what it means to others."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from rootcause.questionnaire.model import Response, ResponseType
from rootcause.questionnaire.response.amounts import (
    CENTS,
    grouped,
    money,
    number,
    two_meanings,
    without_about,
    without_currency,
)
from rootcause.questionnaire.response.problem import Problem, described
from rootcause.questionnaire.values import Money

_IN_DIGITS: Final = {ResponseType.INTEGER: ", such as 1200", ResponseType.NUMBER: ", such as 1200 or 12.5"}


def read_number(response: Response, raw: object, *, typed: bool) -> int | Decimal | Problem:
    """A number, a whole one where only those are asked for. A person who has `typed` it may say about."""
    figure = without_about(raw) if typed and isinstance(raw, str) else raw
    if typed and isinstance(figure, str) and (meant := two_meanings(figure)) is not None:
        return _in_two_ways(figure, meant, whole=response.type is not ResponseType.NUMBER)
    value: int | Decimal | None = None
    if isinstance(figure, int | Decimal) and not isinstance(figure, bool):
        value = figure
    elif isinstance(figure, str):
        value = number(figure)
    if value is None:
        return Problem(f"{described(raw)} is not a number", "write it in digits" + _IN_DIGITS.get(response.type, ""))
    if response.type is ResponseType.NUMBER:
        return Decimal(value)
    if value != int(value):
        return Problem(f"{value} is not a whole number", "leave out the part behind the point")
    return int(value)


def read_money(response: Response, raw: object, *, typed: bool) -> Money | Problem:
    """A sum of money, in the currency of the question where none is written. `typed` as for a number."""
    currency = response.currency or ""
    if isinstance(raw, int | Decimal) and not isinstance(raw, bool):
        return Money(Decimal(raw), currency)
    read = None
    if isinstance(raw, str):
        sum = without_about(raw) if typed else raw
        if (meant := two_meanings(without_currency(sum)[0], CENTS)) is not None:
            return _in_two_ways(sum, meant)
        read = money(sum, currency)
    if read is None:
        return Problem(f"{described(raw)} is not a sum of money", "write it as 1200 or 1,200.50 EUR")
    return read


def _in_two_ways(raw: str, meant: tuple[int, Decimal], *, whole: bool = False) -> Problem:
    thousands, decimal = meant
    message = f"{described(raw)} can be understood in two ways: {grouped(thousands)} and {grouped(decimal)}"
    refused = whole and decimal != int(decimal)
    return Problem(message, f"write {thousands} when that is meant" if refused else f"write {thousands} or {decimal:f}")
