"""A picture of its own."""

from __future__ import annotations

from rootcause.report.diagrams import FishboneDiagram
from rootcause.report.svg.canvas import Canvas


def draw_fishbone(diagram: FishboneDiagram, canvas: Canvas) -> None:
    """Draw it."""
    raise NotImplementedError
