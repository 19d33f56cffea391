"""Pictures for sheets of paper: their shapes as SVG, their texts set over them as text of the page.

WeasyPrint sets the text of an SVG letter by letter, which takes apart what is joined or runs from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from rootcause.report.html.inlines import escape
from rootcause.report.svg.canvas import Element
from rootcause.report.svg.render import Drawing, Form
from rootcause.report.svg.style import FAMILIES, PAGE, Font
from rootcause.report.theme import Theme

# Of the size of a font, from the top of a line to the foot of its letters, as in Arial and those made after it.
_LINE: Final = 1.35
_BASELINE: Final = 1.02
_WIDEST: Final = 2 * PAGE


def on_paper(drawing: Drawing, theme: Theme, tallest: float) -> str:
    """The picture in its own size, or as large as fits."""
    scale = min(1.0, PAGE / drawing.width, tallest / drawing.height)
    shapes = replace(drawing, elements=tuple(one for one in drawing.elements if not one.lines))
    texts = "".join(
        text for element in drawing.elements if element.lines for text in _texts(element, drawing, theme, scale)
    )
    size = f"width:{drawing.width * scale:.2f}px;height:{drawing.height * scale:.2f}px"
    return f'<div class="picture" style="{size}">\n{shapes.svg(Form.PLAIN, theme)}{texts}\n</div>\n'


def _texts(element: Element, drawing: Drawing, theme: Theme, scale: float) -> Iterator[str]:
    font = element.look
    assert isinstance(font, Font)
    size = font.size * scale
    looks = (
        f"font:{'bold' if font.is_bold else 'normal'} {size:.2f}px/{_LINE} {FAMILIES}",
        f"color:{theme.light.of(font.colour)}",
        f"direction:{element.attributes.get('direction', 'ltr')}",
    )
    for place, text in element.lines:
        x = (float(place["x"]) - drawing.extent.x) * scale
        y = (float(place["y"]) - drawing.extent.y) * scale
        style = ";".join((*looks, *_place(x, y - _BASELINE * size, element)))
        yield f'<span style="{escape(style)}">{escape(text)}</span>'


def _place(x: float, y: float, element: Element) -> tuple[str, ...]:
    """A box far wider than the text, which stands at one of its ends or in its middle."""
    anchor = element.attributes.get("text-anchor", "start")
    is_rtl = element.attributes.get("direction") == "rtl"
    side = "center" if anchor == "middle" else "left" if (anchor == "start") != is_rtl else "right"
    left = {"left": x, "center": x - _WIDEST / 2, "right": x - _WIDEST}[side]
    return f"left:{left:.2f}px", f"top:{y:.2f}px", f"width:{_WIDEST:g}px", f"text-align:{side}"
