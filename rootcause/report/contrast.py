"""How far a text stands out from its ground (Web Content Accessibility Guidelines 2.2, success criterion 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rootcause.report.theme import Colour, Palette

ENOUGH: Final = 4.5
_TEXTS: Final = (Colour.INK, Colour.MUTED, Colour.ACCENT, Colour.SECOND)
_GROUNDS: Final = (Colour.PAPER, Colour.SURFACE)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours as `#rrggbb`: 1 for equal ones, 21 for black and white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def faint(palette: Palette) -> Iterator[tuple[Colour, Colour, float]]:
    """Each text that does not stand out from a ground on which it may stand, with the ratio."""
    for text in _TEXTS:
        for ground in _GROUNDS:
            ratio = contrast(palette.of(text), palette.of(ground))
            if ratio < ENOUGH:
                yield text, ground, ratio


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
