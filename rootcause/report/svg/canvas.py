"""The small writer: shapes, lines and texts with their looks, and where each of them is."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from rootcause.report.svg.measure import Lines
from rootcause.report.svg.style import Font, Look

MARGIN: Final = 4.0
_BASELINE: Final = 1.02  # of the size, below the top of the line

Place = tuple[float, float]


class Side(enum.StrEnum):
    """Where the given place is of a text: at its left end, in its middle, at its right end."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class Kind(enum.StrEnum):
    """What takes up a box."""

    TEXT = "text"
    SHAPE = "shape"


class Box(Struct, frozen=True):
    """A part of the picture that is taken up."""

    x: float
    y: float
    width: float
    height: float
    kind: Kind

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


class Segment(Struct, frozen=True):
    """A straight part of a line."""

    start: Place
    end: Place


class Element(Struct, frozen=True):
    """An element of SVG. Attributes are plain; `lines` with their places, and `tip`, are as people typed them."""

    name: str
    look: Look | Font | None
    attributes: dict[str, str]
    lines: tuple[tuple[dict[str, str], str], ...] = ()
    tip: str = ""


class Canvas:
    """Is drawn on from back to front."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.boxes: list[Box] = []
        self.segments: list[Segment] = []
        self.kept: list[Box] = []

    def rect(self, x: float, y: float, width: float, height: float, look: Look, *, radius: float = 0) -> None:
        """A rectangle; `x` and `y` are its left and top."""
        round_corners = {"rx": number(radius)} if radius else {}
        place = {"x": number(x), "y": number(y), "width": number(width), "height": number(height)}
        self._shape(Element("rect", look, place | round_corners), (x, y), (x + width, y + height))

    def circle(self, x: float, y: float, radius: float, look: Look) -> None:
        """A circle around a place."""
        place = {"cx": number(x), "cy": number(y), "r": number(radius)}
        self._shape(Element("circle", look, place), (x - radius, y - radius), (x + radius, y + radius))

    def polygon(self, places: Sequence[Place], look: Look) -> None:
        """A shape with straight edges."""
        self._shape(Element("polygon", look, {"points": _points(places)}), _least(places), _most(places))

    def line(self, places: Sequence[Place], look: Look) -> None:
        """A line from place to place."""
        self.elements.append(Element("polyline", look, {"points": _points(places)}))
        self.segments += map(Segment, places, places[1:])

    def text(self, x: float, y: float, lines: Lines, side: Side = Side.LEFT, *, room: float = 0) -> Box | None:
        """Text whose first line has its top at `y`. The box that it takes, or None where it is empty.

        Within a room, what reads from right to left starts at its right side; else it ends beside what is left of it.
        """
        if not lines.lines:
            return None
        if room and side is Side.LEFT and lines.is_rtl:
            x, side = x + max(room, lines.width), Side.RIGHT
        left = x - {Side.LEFT: 0.0, Side.MIDDLE: lines.width / 2, Side.RIGHT: lines.width}[side]
        box = Box(left, y, lines.width, lines.height, Kind.TEXT)
        self.boxes.append(box)
        font = lines.font
        first = y + font.size * _BASELINE
        written = tuple(
            ({"x": number(x), "y": number(first + place * font.line_height)}, line)
            for place, line in enumerate(lines.lines)
        )
        self.elements.append(Element("text", font, _direction(side, lines), written, tip=lines.whole))
        return box

    def keep(self, x: float, y: float, width: float, height: float) -> None:
        """What stands in this part of the picture stays together when it is cut for pages."""
        self.kept.append(Box(x, y, width, height, Kind.SHAPE))

    def extent(self) -> Box:
        """All that was drawn, with a margin around it."""
        places = [place for segment in self.segments for place in (segment.start, segment.end)]
        places += [place for box in self.boxes for place in ((box.x, box.y), (box.right, box.bottom))]
        (left, top), (right, bottom) = _least(places or [(0, 0)]), _most(places or [(0, 0)])
        return Box(left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN, Kind.SHAPE)

    def _shape(self, element: Element, least: Place, most: Place) -> None:
        self.elements.append(element)
        self.boxes.append(Box(*least, most[0] - least[0], most[1] - least[1], Kind.SHAPE))


def number(value: float) -> str:
    """A number as short as a tenth of a pixel allows."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def _direction(side: Side, lines: Lines) -> dict[str, str]:
    # "start" and "end" follow the direction of the text.
    anchors = {Side.LEFT: "start", Side.MIDDLE: "middle", Side.RIGHT: "end"}
    if not lines.is_rtl:
        return {} if side is Side.LEFT else {"text-anchor": anchors[side]}
    mirrored = {Side.LEFT: "end", Side.MIDDLE: "middle", Side.RIGHT: "start"}
    return {"direction": "rtl", "unicode-bidi": "embed", "text-anchor": mirrored[side]}


def _points(places: Sequence[Place]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in places)


def _least(places: Sequence[Place]) -> Place:
    return min(x for x, _ in places), min(y for _, y in places)


def _most(places: Sequence[Place]) -> Place:
    return max(x for x, _ in places), max(y for _, y in places)
