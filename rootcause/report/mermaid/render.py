"""Which picture has which form in Mermaid."""

from __future__ import annotations

from rootcause.report.diagrams import (
    BarDiagram,
    CostDiagram,
    Diagram,
    FishboneDiagram,
    QuadrantDiagram,
    SlopeDiagram,
    TimelineDiagram,
    TreeDiagram,
)
from rootcause.report.mermaid.charts import bars, quadrant
from rootcause.report.mermaid.flowchart import fishbone, tree
from rootcause.report.mermaid.timeline import timeline


def render(diagram: Diagram) -> str | None:
    """The source of the picture, without a fence around it.

    None for what Mermaid does not draw honestly: lines of costs would have no names, and it knows no missing values.
    """
    match diagram:
        case TreeDiagram():
            return "\n".join(tree(diagram))
        case FishboneDiagram():
            return "\n".join(fishbone(diagram))
        case TimelineDiagram():
            return "\n".join(timeline(diagram))
        case QuadrantDiagram():
            return "\n".join(quadrant(diagram))
        case BarDiagram():
            return "\n".join(bars(diagram)) if diagram.bars else None
        case CostDiagram() | SlopeDiagram():
            return None
