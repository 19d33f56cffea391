"""What is wrong with where things are in a picture, told from the boxes and lines that its canvas kept."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from rootcause.report.svg.canvas import Box, Kind, Segment
from rootcause.report.svg.render import Drawing
from rootcause.report.svg.style import Look

_SLACK = 0.2
_SMALL = 12.0
"""Signs of options that cost the same, and the dots where signs belong, may lie over one another."""


class Painted(Struct, frozen=True):
    """A text, a shape or a line."""

    box: Box | None = None
    lines: tuple[Segment, ...] = ()
    is_filled: bool = False

    @property
    def is_text(self) -> bool:
        return self.box is not None and self.box.kind is Kind.TEXT


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x + _SLACK < other.right
        and other.x + _SLACK < one.right
        and one.y + _SLACK < other.bottom
        and other.y + _SLACK < one.bottom
    )


def inside(one: Box, other: Box) -> bool:
    return (
        other.x - _SLACK <= one.x
        and other.y - _SLACK <= one.y
        and one.right <= other.right + _SLACK
        and one.bottom <= other.bottom + _SLACK
    )


def crosses(segment: Segment, box: Box) -> bool:
    """Whether the segment comes into the box: it is cut to the box side by side (Liang and Barsky)."""
    (x, y), (end_x, end_y) = segment.start, segment.end
    least, most = 0.0, 1.0
    for step, low, high in (
        (end_x - x, box.x + _SLACK - x, box.right - _SLACK - x),
        (end_y - y, box.y + _SLACK - y, box.bottom - _SLACK - y),
    ):
        if step == 0:
            if low > 0 or high < 0:
                return False
            continue
        first, last = sorted((low / step, high / step))
        least, most = max(least, first), min(most, last)
    return least < most


def painted(drawing: Drawing) -> Iterator[Painted]:
    """Everything from back to front; the canvas keeps boxes and parts of lines in the order of the elements."""
    boxes, segments = iter(drawing.boxes), iter(drawing.segments)
    for element in drawing.elements:
        if element.name == "polyline":
            yield Painted(lines=tuple(islice(segments, element.attributes["points"].count(" "))))
        else:
            yield Painted(next(boxes), is_filled=isinstance(element.look, Look) and element.look.fill is not None)


def overlaps(drawing: Drawing) -> list[object]:
    """Texts on texts, texts crossed by an edge or a line, shapes half over shapes, and what lies outside."""
    parts = [(*_heights(part), part) for part in painted(drawing)]
    shapes = sorted((box for box in drawing.boxes if box.kind is Kind.SHAPE), key=lambda box: box.y)
    return [
        *(fault for _, _, part in parts if part.is_text and part.box for fault in _on_text(part.box, parts)),
        *(("shapes", *pair) for pair in _beside(shapes) if overlap(*pair) and not _may_lie_over(*pair)),
        *(("outside", box) for box in drawing.boxes if not inside(box, drawing.extent)),
    ]


def _heights(part: Painted) -> tuple[float, float]:
    if part.box:
        return part.box.y, part.box.bottom
    heights = [y for line in part.lines for _, y in (line.start, line.end)]
    return min(heights), max(heights)


def _beside(boxes: list[Box]) -> Iterator[tuple[Box, Box]]:
    """Those at the same height, of boxes from top to bottom."""
    for place, box in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other.y >= box.bottom:
                break
            yield box, other


def _may_lie_over(one: Box, other: Box) -> bool:
    return inside(one, other) or inside(other, one) or min(one.width, other.width) < _SMALL


def _on_text(text: Box, parts: list[tuple[float, float, Painted]]) -> Iterator[object]:
    """What is seen on a text: not what is hidden behind the shape that it stands in."""
    first, last = text.y, text.bottom
    beside = [part for top, bottom, part in parts if top < last and bottom > first]
    grounds = (place for place, part in enumerate(beside) if part.is_filled and part.box and inside(text, part.box))
    for part in beside[max(grounds, default=0) :]:
        yield from (("line", text, line) for line in part.lines if crosses(line, text))
        if (
            part.box
            and part.box is not text
            and overlap(text, part.box)
            and (part.is_text or not inside(text, part.box))
        ):
            yield "text" if part.is_text else "edge", text, part.box
