"""How things were judged stage by stage: a row for each thing, a column for each stage, a bar for each judgement."""

from __future__ import annotations

from typing import Final

from rootcause.report.diagrams import SlopeDiagram
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas, Side
from rootcause.report.svg.measure import wrap

_WIDTH: Final = 640.0
_LABEL: Final = 170.0
_PAD: Final = 14.0
_THICK: Final = 8.0
_WIDEST: Final = 150.0
_BETWEEN: Final = 12.0
_LEAST: Final = 3.0
_LINES: Final = 6


def draw_slope(diagram: SlopeDiagram, canvas: Canvas) -> None:
    """What was not judged has an empty place, and no bar."""
    labels = [wrap(slope.label, style.LABEL, _LABEL, _LINES) for slope in diagram.slopes]
    column = max((label.width for label in labels), default=0.0)
    left = column + _PAD if column else 0.0
    count = len(diagram.stages) or 1
    wide = min(_WIDEST, (_WIDTH - left) / count - _PAD)
    columns = [left + number * (wide + _PAD) for number in range(count)]
    heads = [wrap(stage, style.STRONG, wide, _LINES) for stage in diagram.stages]
    for x, head in zip(columns, heads, strict=False):
        canvas.text(x, 0, head, room=wide)
    y = max((head.height for head in heads), default=0.0) + _PAD
    for slope, label in zip(diagram.slopes, labels, strict=True):
        canvas.text(0, y, label, room=column)
        deepest = y + label.height
        for x, value, shown in zip(columns, slope.values, slope.shown, strict=False):
            middle = y + _THICK
            canvas.line([(x, middle), (x + wide, middle)], style.TRACK)
            if value is not None:
                canvas.rect(x, middle - _THICK / 2, max(_LEAST, wide * value), _THICK, style.BAR)
            said = wrap(shown, style.SMALL, wide, _LINES)
            canvas.text(x, middle + _THICK / 2 + 3, said, room=wide)
            deepest = max(deepest, middle + _THICK / 2 + 3 + said.height)
        y = deepest + _BETWEEN
    _draw_ends(diagram, columns[0], columns[0] + wide, y, canvas)


def _draw_ends(diagram: SlopeDiagram, left: float, right: float, y: float, canvas: Canvas) -> None:
    """What an empty and a full bar mean, below the ends of the first column."""
    room = (right - left) / 2 - 4
    lowest, highest = (wrap(end, style.SMALL, room, lines=2) for end in (diagram.lowest, diagram.highest))
    canvas.line([(left, y), (left, y - 5), (right, y - 5), (right, y)], style.LINK)
    canvas.text(left, y + 3, lowest)
    canvas.text(right, y + 3, highest, Side.RIGHT)
