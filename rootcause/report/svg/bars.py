"""Counts side by side: a row for each kind, its bar on the scale of the longest, its count as a number."""

from __future__ import annotations

from typing import Final

from rootcause.report.diagrams import Bar, BarDiagram
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas, Side
from rootcause.report.svg.measure import wrap

_LONGEST: Final = 200.0
"""Of a bar; beside a label of one word the picture is then no wider than a phone."""
_WIDEST_LABEL: Final = 190.0
_COUNT: Final = 48.0
_PAD: Final = 10.0
_THICK: Final = 16.0
_BETWEEN: Final = 8.0
_FILLED: Final = (1.0, 0.5, 0.0)
"""How much of the bar is filled, from the first rank to the last; so they differ on paper without colour."""


def draw_bars(diagram: BarDiagram, canvas: Canvas) -> None:
    """From top to bottom, in their order."""
    labels = [wrap(bar.label or "…", style.LABEL, _WIDEST_LABEL, lines=6) for bar in diagram.bars]
    column = max((label.width for label in labels), default=0.0)
    left = column + _PAD
    most = max((bar.count for bar in diagram.bars), default=0)
    y = 0.0
    for bar, label in zip(diagram.bars, labels, strict=True):
        height = max(label.height, _THICK)
        canvas.text(column, y + (height - label.height) / 2, label, Side.RIGHT)
        canvas.line([(left, y), (left, y + height)], style.LINK)
        wide = _draw_bar(bar, left + 1, y + (height - _THICK) / 2, _LONGEST * bar.count / (most or 1), canvas)
        count = wrap(f"{bar.count:,}", style.STRONG, _COUNT, lines=1)
        canvas.text(left + wide + _PAD, y + (height - count.height) / 2, count)
        y += height + _BETWEEN


def _draw_bar(bar: Bar, x: float, y: float, wide: float, canvas: Canvas) -> float:
    if wide > 0:
        filled = _THICK * _FILLED[min(bar.rank, len(_FILLED) - 1)]
        canvas.rect(x, y, wide, _THICK, style.HOLLOW)
        if filled:
            canvas.rect(x, y + _THICK - filled, wide, filled, style.BAR)
    return wide
