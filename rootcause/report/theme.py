"""The colours of a report, on a light and on a dark ground. Text stands out from its ground by 4.5 to 1 or more."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from msgspec import Struct


class Colour(enum.StrEnum):
    """What a colour is for; the value is the field of a palette."""

    INK = "ink"
    MUTED = "muted"
    PAPER = "paper"
    SURFACE = "surface"
    LINE = "line"
    ACCENT = "accent"
    SECOND = "second"


class Palette(Struct, frozen=True, kw_only=True):
    """Colours as `#rrggbb`. Text is drawn in ink, muted, accent or second, on paper or surface."""

    ink: str
    muted: str
    paper: str
    surface: str
    line: str
    accent: str
    second: str

    def of(self, colour: Colour) -> str:
        """The colour for this use."""
        return str(getattr(self, colour.value))


LIGHT = Palette(
    ink="#1c2126",
    muted="#56606b",
    paper="#ffffff",
    surface="#f3f5f7",
    line="#7f8a96",
    accent="#0a5a9c",
    second="#9a4600",
)
DARK = Palette(
    ink="#e7eaee",
    muted="#a9b3be",
    paper="#15191e",
    surface="#20262d",
    line="#75818e",
    accent="#7cb8f5",
    second="#f0a868",
)
PRINT = Palette(
    ink="#000000",
    muted="#404040",
    paper="#ffffff",
    surface="#ffffff",
    line="#606060",
    accent="#000000",
    second="#404040",
)
"""Black on white: printers without colour, and paper, decide for it."""


class Logo(Struct, frozen=True, kw_only=True):
    """The sign of a team, as a `data:` address so that no report loads it; `text` is for those who do not see it."""

    data: str
    text: str


class Theme(Struct, frozen=True, kw_only=True):
    """How a team's reports look. `name` is the organisation; `words` are fixed words by name, in words of their own."""

    light: Palette = LIGHT
    dark: Palette = DARK
    print: Palette = PRINT
    logo: Logo | None = None
    name: str = ""
    words: Mapping[str, str] = {}


DEFAULT = Theme()
