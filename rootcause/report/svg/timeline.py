"""A picture of its own."""

from __future__ import annotations

from rootcause.report.diagrams import TimelineDiagram
from rootcause.report.svg.canvas import Canvas


def draw_timeline(diagram: TimelineDiagram, canvas: Canvas) -> None:
    """Draw it."""
    raise NotImplementedError
