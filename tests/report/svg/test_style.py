"""Colours are read on their ground, in light, in dark and on paper."""

from __future__ import annotations

import pytest

from rootcause.report.svg import style
from rootcause.report.theme import DARK, DEFAULT, LIGHT, PRINT, Colour, Palette


def luminance(colour: str) -> float:
    """After WCAG 2.1, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize("ground", [Colour.PAPER, Colour.SURFACE])
def test_text_and_lines_stand_out_from_their_ground(palette: Palette, ground: Colour) -> None:
    for text in (Colour.INK, Colour.MUTED, Colour.ACCENT, Colour.SECOND):
        assert contrast(palette.of(text), palette.of(ground)) >= 4.5, text
    assert contrast(palette.of(Colour.LINE), palette.of(ground)) >= 3


def test_every_look_has_a_rule_and_a_name_of_its_own() -> None:
    sheet = style.stylesheet(DEFAULT)
    names = [kind.name for kind in (*style.FONTS, *style.LOOKS)]
    assert len(set(names)) == len(names)
    assert all(f".rc-{name}{{" in sheet for name in names)
    kinds = [kind for kind in vars(style).values() if isinstance(kind, style.Font | style.Look)]
    assert {kind.name for kind in kinds} == set(names)


def test_text_is_large_enough_to_be_read_on_paper() -> None:
    assert all(font.size >= 10 for font in style.FONTS)
