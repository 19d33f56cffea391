"""Figures become pictures: which module draws what, and the file around it."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from html import escape
from typing import Final, assert_never

from msgspec import Struct

from rootcause.report.diagrams import (
    BarDiagram,
    CostDiagram,
    Diagram,
    Figure,
    FishboneDiagram,
    QuadrantDiagram,
    SlopeDiagram,
    TimelineDiagram,
    TreeDiagram,
)
from rootcause.report.prose import one_line
from rootcause.report.svg import style
from rootcause.report.svg.bars import draw_bars
from rootcause.report.svg.canvas import Box, Canvas, Element, Segment, number
from rootcause.report.svg.cost import draw_cost
from rootcause.report.svg.fishbone import draw_fishbone
from rootcause.report.svg.quadrant import draw_quadrant
from rootcause.report.svg.slope import draw_slope
from rootcause.report.svg.timeline import draw_timeline
from rootcause.report.svg.tree import draw_tree
from rootcause.report.theme import DEFAULT, Palette, Theme
from rootcause.source.visible import visible

_NAME: Final = re.compile(r"[^A-Za-z0-9_-]+")


class Form(enum.StrEnum):
    """Where a picture stands, and so where its colours come from."""

    INLINE = "inline"
    """In a page that holds the stylesheet once."""
    FILE = "file"
    """A file of its own, with the stylesheet inside."""
    PLAIN = "plain"
    """For programs that know no stylesheets: colours for paper, written at every element."""


class Drawing(Struct, frozen=True):
    """A picture that was drawn; sizes in CSS pixels."""

    figure: Figure
    extent: Box
    elements: tuple[Element, ...]
    boxes: tuple[Box, ...]
    segments: tuple[Segment, ...]
    kept: tuple[Box, ...] = ()
    """What stays together when it is cut for pages."""

    @property
    def width(self) -> float:
        """From edge to edge, the margin included."""
        return self.extent.width

    @property
    def height(self) -> float:
        """From edge to edge, the margin included."""
        return self.extent.height

    def svg(self, form: Form = Form.FILE, theme: Theme = DEFAULT) -> str:
        """The picture as text of an SVG element, with a title and a description for those who do not see it."""
        palette = theme.light if form is Form.PLAIN else None
        return "\n".join(
            (
                self._start(form),
                *(self._names()),
                *((f"<style>\n{style.stylesheet(theme)}\n</style>",) if form is Form.FILE else ()),
                *(() if form is Form.INLINE else (self._ground(palette),)),
                *(_written(element, palette) for element in self.elements),
                "</svg>\n",
            )
        )

    def _start(self, form: Form) -> str:
        x, y, width, height = map(number, (self.extent.x, self.extent.y, self.width, self.height))
        name = self._name
        family = f'font-family="{style.FAMILIES}"' if form is Form.PLAIN else 'class="rc-picture"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {family} role="img" aria-labelledby="{name}-title {name}-text"'
            f' viewBox="{x} {y} {width} {height}" width="{width}" height="{height}">'
        )

    def _names(self) -> Iterator[str]:
        yield f'<title id="{self._name}-title">{_typed(self.figure.title)}</title>'
        yield f'<desc id="{self._name}-text">{_typed(self.figure.description)}</desc>'

    def _ground(self, palette: Palette | None) -> str:
        place = zip(("x", "y", "width", "height"), (self.extent.x, self.extent.y, self.width, self.height), strict=True)
        return _written(Element("rect", style.GROUND, {name: number(value) for name, value in place}), palette)

    @property
    def _name(self) -> str:
        return f"picture-{_NAME.sub('-', self.figure.name)}"


def draw(figure: Figure) -> Drawing:
    """The picture of a figure."""
    canvas = Canvas()
    _draw(figure.diagram, canvas)
    drawn = tuple(canvas.elements), tuple(canvas.boxes), tuple(canvas.segments), tuple(canvas.kept)
    return Drawing(figure, canvas.extent(), *drawn)


def _draw(diagram: Diagram, canvas: Canvas) -> None:
    match diagram:
        case TreeDiagram():
            draw_tree(diagram, canvas)
        case FishboneDiagram():
            draw_fishbone(diagram, canvas)
        case TimelineDiagram():
            draw_timeline(diagram, canvas)
        case QuadrantDiagram():
            draw_quadrant(diagram, canvas)
        case CostDiagram():
            draw_cost(diagram, canvas)
        case BarDiagram():
            draw_bars(diagram, canvas)
        case SlopeDiagram():
            draw_slope(diagram, canvas)
        case _:
            assert_never(diagram)


def _written(element: Element, palette: Palette | None) -> str:
    attributes = {**_look(element, palette), **element.attributes}
    start = f"<{element.name}{_attributes(attributes)}"
    if not element.lines:
        return f"{start}/>"
    tip = f"<title>{_typed(element.tip)}</title>" if element.tip else ""
    lines = "".join(f"<tspan{_attributes(place)}>{_typed(text)}</tspan>" for place, text in element.lines)
    return f"{start}>{tip}{lines}</{element.name}>"


def _look(element: Element, palette: Palette | None) -> dict[str, str]:
    if element.look is None:
        return {}
    if palette is None:
        return {"class": f"rc-{element.look.name}"}
    return style.properties(element.look, palette)


def _attributes(pairs: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in pairs.items())


def _typed(text: str) -> str:
    return escape(visible(one_line(text)))
