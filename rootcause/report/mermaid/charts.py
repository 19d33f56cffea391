"""Options by effort and effect, and counts. Points have numbers: the text below says what they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.report.diagrams import BarDiagram, QuadrantDiagram
from rootcause.report.mermaid.labels import line
from rootcause.report.prose import shorten

_LONGEST = 40


def quadrant(diagram: QuadrantDiagram) -> Iterator[str]:
    """Mermaid counts the quarters from the upper right one, against the clock."""
    upper_left, upper_right, lower_left, lower_right = map(_quoted, diagram.corners)
    yield "quadrantChart"
    yield f"  x-axis {_quoted(diagram.effort)}"
    yield f"  y-axis {_quoted(diagram.effect)}"
    for number, corner in enumerate((upper_right, upper_left, lower_left, lower_right), start=1):
        yield f"  quadrant-{number} {corner}"
    for point in diagram.points:
        yield f"  {_quoted(point.label)}: [{_share(point.effort)}, {_share(point.effect)}]"


def bars(diagram: BarDiagram) -> Iterator[str]:
    """Counts from zero."""
    most = max((bar.count for bar in diagram.bars), default=0)
    yield "xychart-beta"
    yield f"  x-axis [{', '.join(_quoted(bar.label) for bar in diagram.bars)}]"
    yield f"  y-axis 0 --> {most or 1}"
    yield f"  bar [{', '.join(str(bar.count) for bar in diagram.bars)}]"


def _quoted(text: str) -> str:
    return f'"{line(shorten(text, _LONGEST))}"'


def _share(value: float) -> str:
    """The grammar knows 0, 1 and what is between them, but no 1.00."""
    return f"{round(min(max(value, 0.0), 1.0), 2):g}"
