"""Small signs that say by their shape what colour alone must not say."""

from __future__ import annotations

from typing import Final

from rootcause.report.diagrams import Mark
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas, Side
from rootcause.report.svg.measure import wrap

END_SIGN: Final = 12.0
"""How wide and high the sign of an end cause is."""
MOMENT_SIGN: Final = 10.0
OPTION_SIGN: Final = 12.0
"""Half of how wide and high the sign of an option is."""


def end_sign(canvas: Canvas, x: float, y: float) -> None:
    """A target: here the chain of causes ends. `x` and `y` are its left and top."""
    middle = END_SIGN / 2
    canvas.circle(x + middle, y + middle, middle - 1, style.HOLLOW)
    canvas.circle(x + middle, y + middle, 2, style.FILLED)


def moment_sign(canvas: Canvas, x: float, y: float, number: int) -> None:
    """The sign of a moment, by its place among the moments; `x` and `y` are its middle."""
    wide = MOMENT_SIGN / 2
    match number % 4:
        case 0:
            canvas.circle(x, y, wide, style.HOLLOW)
        case 1:
            canvas.polygon([(x, y - wide - 1), (x + wide + 1, y), (x, y + wide + 1), (x - wide - 1, y)], style.FILLED)
        case 2:
            canvas.rect(x - wide, y - wide, MOMENT_SIGN, MOMENT_SIGN, style.HOLLOW)
        case _:
            canvas.circle(x, y, wide, style.FILLED)


def option_sign(canvas: Canvas, x: float, y: float, mark: Mark, *, number: str = "", is_chosen: bool = False) -> None:
    """The sign of an option around a place: a circle for a quick fix, a square for a lasting one, else a diamond.

    With its number it is large. That of the chosen one has a thick edge.
    """
    size = OPTION_SIGN if number else 4.5
    look = style.END if is_chosen else style.OPTION
    match mark:
        case Mark.QUICK:
            canvas.circle(x, y, size - (1 if number else 0), look)
        case Mark.LASTING:
            half = size - (2 if number else 0.5)
            canvas.rect(x - half, y - half, 2 * half, 2 * half, look, radius=2 if number else 0)
        case _:
            canvas.polygon([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], look)
    text = wrap(number, style.SMALL, 2 * OPTION_SIGN, lines=1)
    canvas.text(x, y - text.height / 2, text, Side.MIDDLE)
