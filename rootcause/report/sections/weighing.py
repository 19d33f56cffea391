"""The options as pictures: effort against effect, and what they cost over time."""

from __future__ import annotations

from typing import Final

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.break_even import crossing
from rootcause.analysis.choosing import chosen
from rootcause.analysis.effort_and_effect import EffortAndEffect, effort_and_effect
from rootcause.analysis.options import MONTHS, Comparison, Costed, Option, Pair
from rootcause.report.diagrams import CostDiagram, CostLine, Crossing, Figure, Mark, Point, QuadrantDiagram
from rootcause.report.model import Block, Emphasis, Paragraph
from rootcause.report.prose import shorten
from rootcause.report.words import Words

_MOST_PLACED: Final = 12
_MOST_LINES: Final = 5
_NAME: Final = 60


def quadrant(analysis: Analysis, words: Words) -> tuple[tuple[Figure, ...], tuple[Block, ...]]:
    """The picture, and what it rests on; both empty where too few options can be placed, or too many to tell apart."""
    found = effort_and_effect(analysis.options)
    if found is None or len(found.placed) > _MOST_PLACED:
        return (), ()
    own = words.weighing
    decided = {option.number for option in chosen(analysis)}
    points = tuple(
        Point(str(option.number), option.what, one.effort, one.effect, _mark(option), option.number in decided)
        for one in found.placed
        for option in [one.option]
    )
    used = {point.mark for point in points}
    marks = tuple((mark, own.marks[mark.value]) for mark in Mark if mark in used)
    diagram = QuadrantDiagram(own.effort, own.effect, own.corners, points, marks, own.chosen)
    listed = "; ".join(f"{one.option.number} {shorten(one.option.what, _NAME)}" for one in found.placed)
    described = own.quadrant_described.format(count=len(points), options=f"{listed}. {_basis(found, words)}")
    figure = Figure("effort-and-effect", own.quadrant, described, diagram)
    return (figure,), (Paragraph((Emphasis(_basis(found, words)),)),)


def _basis(found: EffortAndEffect, words: Words) -> str:
    own = words.weighing
    basis = own.basis.format(effort=own.effort_by[found.effort_by.value], effect=own.effect_by[found.effect_by.value])
    if not found.left_out:
        return basis
    left_out = ", ".join(str(option.number) for option in found.left_out)
    return f"{basis} {own.left_out.format(options=left_out)}"


def cost_figure(comparison: Comparison, words: Words) -> tuple[Figure, ...]:
    """A line for each option that was set against another; nothing when they are too many to tell apart."""
    compared = {one.option.number: one for pair in comparison.pairs for one in (pair.quick, pair.lasting)}
    if not 0 < len(compared) <= _MOST_LINES:
        return ()
    months = (0, *MONTHS)
    lines = tuple(_line(one, months) for _, one in sorted(compared.items()))
    crossings = tuple(found for pair in comparison.pairs if (found := _crossing(pair, words)) is not None)
    own = words.weighing
    described = own.costs_described.format(count=len(lines), months=MONTHS[-1])
    diagram = CostDiagram(comparison.currency, own.axis, months, lines, crossings)
    return (Figure("cost-over-time", own.costs, described, diagram),)


def _line(one: Costed, months: tuple[int, ...]) -> CostLine:
    name = shorten(one.option.what, _NAME) or str(one.option.number)
    return CostLine(name, _mark(one.option), tuple(float(one.cost.after(month)) for month in months))


def _crossing(pair: Pair, words: Words) -> Crossing | None:
    """Where the two lines cross within the picture, in the words of the sentence above it."""
    months = crossing(pair.quick.cost, pair.lasting.cost)
    told = words.weighing.crossings.get(pair.result.outcome.value)
    if months is None or told is None or months > MONTHS[-1]:
        return None
    cost = pair.quick.cost.one_off + pair.quick.cost.yearly * months / 12
    return Crossing(
        float(months), float(cost), told.format(lasting=quoted(pair.lasting.option, words), month=pair.result.month)
    )


def quoted(option: Option, words: Words) -> str:
    """An option by its name, else by its number."""
    return words.quoted.format(text=shorten(option.what, _NAME) or str(option.number))


def _mark(option: Option) -> Mark:
    return Mark(option.kind) if option.kind in (Mark.QUICK, Mark.LASTING) else Mark.OTHER
