"""Small signs that say by their shape what colour alone must not say."""

from __future__ import annotations

from typing import Final

from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas

END_SIGN: Final = 12.0
"""How wide and high the sign of an end cause is."""


def end_sign(canvas: Canvas, x: float, y: float) -> None:
    """A target: here the chain of causes ends. `x` and `y` are its left and top."""
    middle = END_SIGN / 2
    canvas.circle(x + middle, y + middle, middle - 1, style.HOLLOW)
    canvas.circle(x + middle, y + middle, 2, style.FILLED)
