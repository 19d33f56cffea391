"""Options by effort and effect, from nothing but what people said of them.

Each axis has one yardstick, for what was judged in different ways cannot be compared: effort goes by size, else by the
cost of the first year, else by the lead time; effect by the loss avoided a year, else by an effect given on a scale or
as low, medium, high. The two are taken that most options have, the first ones of equals. A size or a grade stands in
the middle of its share of the axis, a figure at its part of the largest one. An option without both is left out.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Final

from msgspec import Struct

from rootcause.analysis.options import Costed, Option, costed
from rootcause.questionnaire.values import Money

FEWEST: Final = 2


class Effort(enum.StrEnum):
    """What effort goes by."""

    SIZE = "size"
    COST = "cost"
    LEAD_TIME = "lead_time"


class Effect(enum.StrEnum):
    """What effect goes by."""

    LOSS_AVOIDED = "loss_avoided"
    EFFECT = "effect"


class PlacedOption(Struct, frozen=True):
    """An option by effort and effect, both from 0 to 1."""

    option: Option
    effort: float
    effect: float


class EffortAndEffect(Struct, frozen=True):
    """The options that can be compared, by what, and those of which too little was said."""

    effort_by: Effort
    effect_by: Effect
    placed: tuple[PlacedOption, ...]
    left_out: tuple[Option, ...]


def effort_and_effect(options: tuple[Option, ...]) -> EffortAndEffect | None:
    """None where fewer than two options can be compared."""
    efforts = {effort: _measured(options, measure) for effort, measure in _EFFORT.items()}
    effects = {effect: _measured(options, measure) for effect, measure in _EFFECT.items()}
    effort, effect = max(product(efforts, effects), key=lambda pair: len(efforts[pair[0]].keys() & effects[pair[1]]))
    placed = tuple(
        PlacedOption(one, efforts[effort][one.number], effects[effect][one.number])
        for one in options
        if one.number in efforts[effort] and one.number in effects[effect]
    )
    if len(placed) < FEWEST:
        return None
    found = {one.option.number for one in placed}
    return EffortAndEffect(effort, effect, placed, tuple(one for one in options if one.number not in found))


_Figure = tuple[Fraction, str]
"""A figure, and its currency or nothing."""

_Measure = Callable[[Option], float | _Figure | None]


def _measured(options: tuple[Option, ...], measure: _Measure) -> Mapping[int, float]:
    """From 0 to 1, by the number of the option. Nothing when amounts are in different currencies, or all of them 0."""
    found = {option.number: measure(option) for option in options}
    figures = {number: one for number, one in found.items() if isinstance(one, tuple)}
    if not figures:
        return {number: one for number, one in found.items() if isinstance(one, float)}
    currencies = {currency for _, currency in figures.values() if currency}
    largest = max(figure for figure, _ in figures.values())
    if len(currencies) > 1 or largest <= 0:
        return {}
    return {number: float(max(figure, Fraction(0)) / largest) for number, (figure, _) in figures.items()}


def _grade(field: str) -> _Measure:
    def measure(option: Option) -> float | None:
        found = option.grades.get(field)
        return None if found is None else found.middle

    return measure


def _first_year(option: Option) -> _Figure | None:
    found = costed(option)
    currencies = {one.currency for name in ("one_off", "running") if isinstance(one := option.row.value(name), Money)}
    named = sorted(currencies - {""})
    return (found.cost.after(12), named[0] if named else "") if isinstance(found, Costed) and len(named) < 2 else None


def _lead_time(option: Option) -> _Figure | None:
    value = option.row.value("lead_time")
    return (Fraction(value // timedelta(seconds=1)), "") if isinstance(value, timedelta) else None


def _loss_avoided(option: Option) -> _Figure | None:
    match option.row.value("loss_avoided"):
        case bool():
            return None
        case Money(amount, currency):
            return Fraction(amount), currency
        case int() | Decimal() as amount:
            return Fraction(amount), ""
    return None


_EFFORT: Final[Mapping[Effort, _Measure]] = {
    Effort.SIZE: _grade("size"),
    Effort.COST: _first_year,
    Effort.LEAD_TIME: _lead_time,
}
_EFFECT: Final[Mapping[Effect, _Measure]] = {Effect.LOSS_AVOIDED: _loss_avoided, Effect.EFFECT: _grade("effect")}
