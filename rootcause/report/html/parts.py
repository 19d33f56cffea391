"""A picture that is taller than a sheet of paper, in parts that each fit on one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from rootcause.report.svg.canvas import Box
from rootcause.report.svg.render import Drawing
from rootcause.report.svg.style import PAGE

TALLEST: Final = 770.0
"""In CSS pixels: what is left of a Letter page below two headings and above a caption."""

_SMALLEST: Final = 0.85


def parts(drawing: Drawing) -> tuple[Drawing, ...]:
    """The picture itself where it fits nearly in its own size, else its parts.

    It is cut where no shape and no text stands; lines go on in the next part.
    """
    tallest = TALLEST * max(1.0, drawing.width / PAGE)
    if drawing.height * _SMALLEST <= tallest:
        return (drawing,)
    inner = list(_cuts(drawing, tallest))
    if not inner:
        return (drawing,)
    pairs = pairwise([drawing.extent.y, *inner, drawing.extent.bottom])
    return tuple(
        _part(drawing, top, bottom, f"{place}/{len(inner) + 1}") for place, (top, bottom) in enumerate(pairs, 1)
    )


def _cuts(drawing: Drawing, tallest: float) -> Iterator[float]:
    """As far down as fits, part by part; none any more where something stands across all of a part."""
    top = drawing.extent.y
    gaps = list(_gaps(drawing))
    while drawing.extent.bottom - top > tallest:
        below = [gap for gap in gaps if top < gap <= top + tallest]
        if not below:
            return
        top = below[-1]
        yield top


def _gaps(drawing: Drawing) -> Iterator[float]:
    """The middle of each stretch from edge to edge in which only lines stand."""
    boxes = sorted(drawing.boxes, key=lambda box: box.y)
    reached = boxes[0].bottom if boxes else 0.0
    for box in boxes:
        if box.y > reached:
            yield (reached + box.y) / 2
        reached = max(reached, box.bottom)


def _part(drawing: Drawing, top: float, bottom: float, name: str) -> Drawing:
    """What stands in it, under a name of its own: `Causes (2/3)`."""
    boxes = iter(drawing.boxes)
    placed = [(element, None if element.name == "polyline" else next(boxes)) for element in drawing.elements]
    figure = drawing.figure
    return replace(
        drawing,
        figure=replace(figure, name=f"{figure.name}-{name}", title=f"{figure.title} ({name})"),
        extent=replace(drawing.extent, y=top, height=bottom - top),
        elements=tuple(element for element, box in placed if box is None or _is_within(box, top, bottom)),
        boxes=tuple(box for _, box in placed if box is not None and _is_within(box, top, bottom)),
    )


def _is_within(box: Box, top: float, bottom: float) -> bool:
    return top <= box.y and box.bottom <= bottom
