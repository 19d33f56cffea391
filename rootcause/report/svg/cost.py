"""What options cost over time: a line for each, named at its end; below where two cross, a letter that is explained."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Final

from msgspec import Struct

from rootcause.analysis.shown import show_amount
from rootcause.report.diagrams import CostDiagram
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas, Side
from rootcause.report.svg.measure import Lines, wrap
from rootcause.report.svg.scale import marks, spread
from rootcause.report.svg.signs import option_sign

_PLOT: Final = 340.0
_HEIGHT: Final = 240.0
_LABEL: Final = 190.0
_WIDEST_AMOUNT: Final = 110.0
_LEAD: Final = 26.0
_NAME_LINES: Final = 6
_TO_LETTER: Final = 8.0
_PAD: Final = 8.0
_ROW: Final = 20.0


class _Plot(Struct, frozen=True):
    """The square in which the lines run; months and costs become places in it."""

    left: float
    height: float
    months: float
    cost: float

    @property
    def right(self) -> float:
        return self.left + _PLOT

    def x(self, months: float) -> float:
        return self.left + _PLOT * months / self.months

    def y(self, cost: float) -> float:
        return self.height * (1 - cost / self.cost)


def draw_cost(diagram: CostDiagram, canvas: Canvas) -> None:
    """The scale, the lines with their names, the crossings."""
    names = [wrap(line.label or "…", style.LABEL, _LABEL, _NAME_LINES) for line in diagram.lines]
    needed = sum(name.height + 4 for name in names)
    ticks = marks(max((cost for line in diagram.lines for cost in line.costs), default=0))
    amounts = [wrap(show_amount(round(tick), diagram.currency), style.SMALL, _WIDEST_AMOUNT, lines=1) for tick in ticks]
    column = max(amount.width for amount in amounts)
    plot = _Plot(column + _PAD, max(_HEIGHT, needed), max(diagram.months, default=0) or 1, ticks[-1])
    _draw_scale(plot, list(zip(ticks, amounts, strict=True)), canvas)
    bottom = _draw_months(diagram, plot, _draw_letters(diagram, plot, canvas), canvas)
    for line in diagram.lines:
        places = [(plot.x(month), plot.y(cost)) for month, cost in zip(diagram.months, line.costs, strict=True)]
        canvas.line(places, style.CURVE)
        option_sign(canvas, *places[-1], line.mark)
    end = _draw_names(diagram, names, plot, canvas)
    _draw_crossings(diagram, plot, max(bottom, end), canvas)


def _draw_scale(plot: _Plot, ticks: list[tuple[float, Lines]], canvas: Canvas) -> None:
    for tick, amount in ticks:
        y = plot.y(tick)
        canvas.line([(plot.left, y), (plot.right, y)], style.BONE if tick == 0 else style.TRACK)
        canvas.text(plot.left - _PAD, y - amount.height / 2, amount, Side.RIGHT)


def _draw_months(diagram: CostDiagram, plot: _Plot, y: float, canvas: Canvas) -> float:
    """The months from here on, as many as have room; where the next row can begin."""
    end = float("-inf")
    for month in diagram.months:
        shown = wrap(str(month), style.SMALL, 60, lines=1)
        x = plot.x(month)
        if x - shown.width / 2 > end + 4:
            canvas.text(x, y, shown, Side.MIDDLE)
            end = x + shown.width / 2
    y += style.SMALL.line_height + 2
    axis = wrap(diagram.axis, style.SMALL, _PLOT, lines=1)
    canvas.text(plot.left + _PLOT / 2, y, axis, Side.MIDDLE)
    return y + axis.height + _PAD


def _draw_names(diagram: CostDiagram, names: list[Lines], plot: _Plot, canvas: Canvas) -> float:
    """The name of each line beside its end; where the last one ends."""
    ends = [plot.y(line.costs[-1]) if line.costs else plot.height for line in diagram.lines]
    starts = spread(ends, [name.height + 4 for name in names], 0)
    for end, start, name in zip(ends, starts, names, strict=True):
        middle = start + name.height / 2
        canvas.line([(plot.right + 7, end), (plot.right + _LEAD - 4, middle)], style.LINK)
        canvas.text(plot.right + _LEAD, start, name)
    return max((start + name.height + _PAD for start, name in zip(starts, names, strict=True)), default=0.0)


def _draw_letters(diagram: CostDiagram, plot: _Plot, canvas: Canvas) -> float:
    """Down from each crossing to a letter below the plot; where the next row can begin."""
    y = plot.height + _TO_LETTER
    letters = [wrap(_letter(number), style.STRONG, 40, lines=1) for number in range(len(diagram.crossings))]
    wished = [plot.x(crossing.months) for crossing in diagram.crossings]
    starts = spread(wished, [one.width + 6 for one in letters], plot.left)
    for crossing, letter, start in zip(diagram.crossings, letters, starts, strict=True):
        x = plot.x(crossing.months)
        canvas.line([(x, plot.y(crossing.cost)), (x, plot.height), (start + 3 + letter.width / 2, y)], style.TRACK)
        canvas.text(start + 3, y, letter)
    return y + _ROW if letters else y


def _draw_crossings(diagram: CostDiagram, plot: _Plot, y: float, canvas: Canvas) -> None:
    """A sign at each crossing, and what its letter means."""
    room = plot.right + _LABEL - plot.left - _ROW
    for number, crossing in enumerate(diagram.crossings):
        canvas.circle(plot.x(crossing.months), plot.y(crossing.cost), 4, style.HOLLOW)
        letter = wrap(_letter(number), style.STRONG, 40, lines=1)
        text = wrap(crossing.text, style.LABEL, room, lines=3)
        canvas.text(plot.left, y, letter)
        canvas.text(plot.left + _ROW, y, text)
        y += max(text.height, letter.height) + 4


def _letter(number: int) -> str:
    return ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1)
