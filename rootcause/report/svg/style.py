"""How what is drawn looks: named looks and fonts, and the one stylesheet made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from rootcause.report.theme import Colour, Palette, Theme

PAGE: Final = 680.0
"""The width of the text on an A4 page, in CSS pixels: so wide, a picture keeps its size on paper."""

FAMILIES: Final = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


class Font(Struct, frozen=True):
    """A kind of text. The size is in pixels; 10 is the least that is read on paper without effort."""

    name: str
    size: float
    is_bold: bool = False
    colour: Colour = Colour.INK

    @property
    def line_height(self) -> float:
        """From one line of text to the next."""
        return round(self.size * 1.35, 1)


class Look(Struct, frozen=True):
    """A kind of shape or line. Without a fill it is hollow, without a stroke it has no edge."""

    name: str
    fill: Colour | None = None
    stroke: Colour | None = None
    thickness: float = 1
    dashes: str = ""


LABEL: Final = Font("label", 12)
STRONG: Final = Font("strong", 12, is_bold=True)
SMALL: Final = Font("small", 10.5, colour=Colour.MUTED)
TITLE: Final = Font("title", 13, is_bold=True)
FONTS: Final = (LABEL, STRONG, SMALL, TITLE)

GROUND: Final = Look("ground", fill=Colour.PAPER)
BOX: Final = Look("box", fill=Colour.SURFACE, stroke=Colour.LINE)
END: Final = Look("end", fill=Colour.PAPER, stroke=Colour.ACCENT, thickness=2.5)
EFFECT: Final = Look("effect", fill=Colour.PAPER, stroke=Colour.INK, thickness=1.5)
LINK: Final = Look("link", stroke=Colour.LINE, thickness=1.25)
SPINE: Final = Look("spine", stroke=Colour.INK, thickness=2.5)
SPINE_HEAD: Final = Look("spine-head", fill=Colour.INK)
BONE: Final = Look("bone", stroke=Colour.INK, thickness=1.5)
BAR: Final = Look("bar", fill=Colour.ACCENT)
TRACK: Final = Look("track", stroke=Colour.LINE, dashes="1 3")
GAP: Final = Look("gap", fill=Colour.LINE)
DOT: Final = Look("dot", fill=Colour.INK)
FILLED: Final = Look("filled", fill=Colour.ACCENT, stroke=Colour.ACCENT)
HOLLOW: Final = Look("hollow", fill=Colour.PAPER, stroke=Colour.ACCENT, thickness=2)
CURVE: Final = Look("curve", stroke=Colour.INK, thickness=1.75)
OPTION: Final = Look("option", fill=Colour.PAPER, stroke=Colour.INK, thickness=1.5)
LOOKS: Final = (
    GROUND,
    BOX,
    END,
    EFFECT,
    LINK,
    SPINE,
    SPINE_HEAD,
    BONE,
    BAR,
    TRACK,
    GAP,
    DOT,
    FILLED,
    HOLLOW,
    CURVE,
    OPTION,
)


def stylesheet(theme: Theme) -> str:
    """The rules for all pictures, with their colours by light, dark, paper and forced colours."""
    rules = (f".rc-{kind.name}{{{_rules(properties(kind))}}}" for kind in (*FONTS, *LOOKS))
    return "\n".join((*_colours(theme), _PICTURE, *rules))


def properties(kind: Font | Look, palette: Palette | None = None) -> dict[str, str]:
    """What SVG calls the parts of a look, with plain colours of the palette or with the names of the stylesheet."""
    match kind:
        case Font(size=size):
            weight = {"font-weight": "bold"} if kind.is_bold else {}
            return {"fill": _paint(kind.colour, palette), "font-size": f"{size:g}px", **weight}
        case Look(stroke=None):
            return {"fill": _paint(kind.fill, palette)}
        case Look():
            dashes = {"stroke-dasharray": kind.dashes} if kind.dashes else {}
            return {
                "fill": _paint(kind.fill, palette),
                "stroke": _paint(kind.stroke, palette),
                "stroke-width": f"{kind.thickness:g}",
                **dashes,
            }


# On a narrow screen the picture keeps its size; the page gives it a place to scroll.
_PICTURE: Final = f"""\
.rc-picture{{font-family:{FAMILIES};max-width:100%;height:auto;direction:ltr;stroke-linejoin:round}}
@media screen and (max-width:44rem){{.rc-scroll .rc-picture{{max-width:none}}}}"""

_FORCED: Final = {
    Colour.INK: "CanvasText",
    Colour.MUTED: "CanvasText",
    Colour.PAPER: "Canvas",
    Colour.SURFACE: "Canvas",
    Colour.LINE: "CanvasText",
    Colour.ACCENT: "CanvasText",
    Colour.SECOND: "CanvasText",
}


def _colours(theme: Theme) -> Iterator[str]:
    yield f":root{{color-scheme:light dark;{_variables(asdict(theme.light))}}}"
    yield f"@media (prefers-color-scheme:dark){{:root{{{_variables(asdict(theme.dark))}}}}}"
    yield f"@media print{{:root{{color-scheme:light;{_variables(asdict(theme.print))}}}}}"
    forced = {colour.value: system for colour, system in _FORCED.items()}
    yield f"@media (forced-colors:active){{:root{{{_variables(forced)}}}}}"


def _variables(colours: dict[str, str]) -> str:
    return _rules({f"--rc-{name}": value for name, value in colours.items()})


def _rules(pairs: dict[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in pairs.items())


def _paint(colour: Colour | None, palette: Palette | None) -> str:
    if colour is None:
        return "none"
    return f"var(--rc-{colour.value})" if palette is None else palette.of(colour)
