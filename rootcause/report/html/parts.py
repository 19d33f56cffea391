"""A picture that is taller than a sheet of paper, in parts that each fit on one."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from msgspec.structs import replace

from rootcause.report.svg.canvas import Box, Element
from rootcause.report.svg.render import Drawing
from rootcause.report.svg.style import PAGE

TALLEST: Final = 770.0
"""In CSS pixels: what is left of a Letter page below two headings and above a caption."""
TALLEST_OF_ONE_PAGE: Final = 270.0
"""What is left on a report of one page beside its texts, each as long as it can be."""

_SMALLEST: Final = 0.85


def parts(drawing: Drawing) -> tuple[Drawing, ...]:
    """The picture itself where it fits nearly in its own size, else its parts.

    It is cut where no shape and no text stands; lines go on in the next part.
    """
    tallest = TALLEST * max(1.0, drawing.width / PAGE)
    if drawing.height * _SMALLEST <= tallest:
        return (drawing,)
    cuts = tuple(_cuts(drawing, tallest))
    return tuple(_parts(drawing, cuts)) if cuts else (drawing,)


def _cuts(drawing: Drawing, tallest: float) -> Iterator[float]:
    """As far down as fits, part by part; further where something stands across all of a part."""
    top = lowest = drawing.extent.y
    for gap in (*_gaps(drawing), drawing.extent.bottom):
        if gap - top > tallest and lowest > top:
            yield lowest
            top = lowest
        lowest = gap


def _gaps(drawing: Drawing) -> Iterator[float]:
    """The middle of each stretch from edge to edge in which only lines stand."""
    boxes = sorted((*drawing.boxes, *drawing.kept), key=lambda box: box.y)
    reached = boxes[0].bottom if boxes else 0.0
    for box in boxes:
        if box.y > reached:
            yield (reached + box.y) / 2
        reached = max(reached, box.bottom)


def _parts(drawing: Drawing, cuts: Sequence[float]) -> Iterator[Drawing]:
    """Each with what stands in it, under a name of its own: `Causes (2/3)`."""
    figure, extent, count = drawing.figure, drawing.extent, len(cuts) + 1
    elements: list[list[Element]] = [[] for _ in range(count)]
    boxes: list[list[Box]] = [[] for _ in range(count)]
    for element, top, bottom, box in _placed(drawing):
        first = bisect(cuts, top)
        for part in elements[first : bisect(cuts, bottom) + 1]:
            part.append(element)
        if box is not None:
            boxes[first].append(box)
    edges = pairwise((extent.y, *cuts, extent.bottom))
    for place, ((top, bottom), within, taken) in enumerate(zip(edges, elements, boxes, strict=True), start=1):
        name = f"{place}/{count}"
        yield replace(
            drawing,
            figure=replace(figure, name=f"{figure.name}-{name}", title=f"{figure.title} ({name})"),
            extent=replace(extent, y=top, height=bottom - top),
            elements=tuple(within),
            boxes=tuple(taken),
        )


def _placed(drawing: Drawing) -> Iterator[tuple[Element, float, float, Box | None]]:
    """Every element with its upper and lower end; the canvas keeps boxes and parts of lines in the same order."""
    boxes, segments = iter(drawing.boxes), iter(drawing.segments)
    for element in drawing.elements:
        if element.name == "polyline":
            lines = islice(segments, element.attributes["points"].count(" "))
            ends = [y for line in lines for _, y in (line.start, line.end)]
            yield element, min(ends), max(ends), None
        else:
            box = next(boxes)
            yield element, box.y, box.bottom, box
