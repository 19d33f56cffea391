"""The one stylesheet of a page: the colours of the theme, the rules for pictures, the rules for the page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec.structs import asdict

from rootcause.report.theme import Palette, Theme
from rootcause.source.visible import visible

_FAINT: Final = 0.35


def for_screens(theme: Theme) -> str:
    """For browsers, on light and dark screens and on paper."""
    from rootcause.report.svg import style

    return "\n".join(
        [
            style.stylesheet(theme),
            f":root{{{_hairline(theme.light)}}}",
            f"@media (prefers-color-scheme:dark){{:root{{{_hairline(theme.dark)}}}}}",
            f"@media print{{:root{{{_hairline(theme.print)}}}}}",
            _rules("page.css"),
            _rules("screens.css"),
            *_foot(theme),
        ]
    )


def for_pdf(theme: Theme, paper: str) -> str:
    """For pages that are read on a screen and printed: in colour, with the numbers of pages in the contents."""
    colours = ";".join(f"--rc-{name}:{colour}" for name, colour in asdict(theme.light).items())
    return "\n".join(
        [
            f":root{{{colours};{_hairline(theme.light)}}}",
            _rules("page.css"),
            _rules("pdf.css"),
            f"@page{{size:{paper}}}",
            *_foot(theme, "  ·  ", "string(title)"),
        ]
    )


def digest(stylesheet: str) -> str:
    """The SHA-256 by which a page allows this stylesheet and no other."""
    return base64.b64encode(hashlib.sha256(stylesheet.encode()).digest()).decode()


@cache
def _rules(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _foot(theme: Theme, between: str = "", more: str = "") -> Iterator[str]:
    """At the foot of each page the name of the organisation, which is typed: no character of it can end the text."""
    if theme.name:
        name = "".join(f"\\{ord(letter):x} " for letter in visible(theme.name) + between)
        yield f'@page{{@bottom-left{{content:"{name}"{more}}}}}'


def _hairline(palette: Palette) -> str:
    """A line fainter than the lines of pictures, which carry meaning; between rows it only guides the eye."""
    return f"--rc-hairline:{_mixed(palette.line, palette.paper, _FAINT)}"


def _mixed(colour: str, ground: str, share: float) -> str:
    pairs = ((int(one[place : place + 2], 16) for one in (colour, ground)) for place in (1, 3, 5))
    return "#" + "".join(f"{round(share * over + (1 - share) * under):02x}" for over, under in pairs)
