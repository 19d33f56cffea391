"""Options by effort and effect, and counts. Points have numbers: the text below says what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rootcause.report.diagrams import BarDiagram, Point, QuadrantDiagram
from rootcause.report.mermaid.labels import line
from rootcause.report.prose import one_line, shorten

_LONGEST = 40


def quadrant(diagram: QuadrantDiagram) -> Iterator[str]:
    """Mermaid counts the quarters from the upper right one, against the clock."""
    upper_left, upper_right, lower_left, lower_right = map(_name, diagram.corners)
    yield "quadrantChart"
    # The arrow stands behind the name of the axis then.
    yield f"  x-axis {_name(diagram.effort)} -->"
    yield f"  y-axis {_name(diagram.effect)} -->"
    for number, corner in enumerate((upper_right, upper_left, lower_left, lower_right), start=1):
        yield f"  quadrant-{number} {corner}"
    yield from _dots(diagram.points)


def bars(diagram: BarDiagram) -> Iterator[str]:
    """Counts from zero."""
    most = max((bar.count for bar in diagram.bars), default=0)
    yield "xychart-beta"
    yield f"  x-axis [{', '.join(_quoted(f'{shorten(bar.label, _LONGEST)}: {bar.count}') for bar in diagram.bars)}]"
    yield f"  y-axis 0 --> {most or 1}"
    yield f"  bar [{', '.join(str(bar.count) for bar in diagram.bars)}]"


def _dots(points: Sequence[Point]) -> Iterator[str]:
    """Options at the same place share a dot, for Mermaid would write their numbers over one another."""
    for (effort, effect), together in groupby(sorted(points, key=_place), _place):
        yield f"  {_quoted(', '.join(one_line(point.label) for point in together))}: [{effort}, {effect}]"


def _place(point: Point) -> tuple[str, str]:
    return _share(point.effort), _share(point.effect)


def _name(text: str) -> str:
    return _quoted(shorten(text, _LONGEST))


def _quoted(text: str) -> str:
    return f'"{line(text)}"'


def _share(value: float) -> str:
    """The grammar knows 0, 1 and what is between them, but no 1.00."""
    return f"{round(min(max(value, 0.0), 1.0), 2):g}"
