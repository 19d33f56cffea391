"""A picture of its own."""

from __future__ import annotations

from rootcause.report.diagrams import TreeDiagram
from rootcause.report.svg.canvas import Canvas


def draw_tree(diagram: TreeDiagram, canvas: Canvas) -> None:
    """Draw it."""
    raise NotImplementedError
