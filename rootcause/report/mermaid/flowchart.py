"""Causes as a flowchart: as a tree, or by their kind."""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.report.diagrams import FishboneDiagram, Node, TreeDiagram
from rootcause.report.mermaid.labels import wrapped


def tree(diagram: TreeDiagram) -> Iterator[str]:
    """From the problem down."""
    return _flowchart("TD", diagram.root)


def fishbone(diagram: FishboneDiagram) -> Iterator[str]:
    """From the effect to the kinds, and on to the causes of each; the form of a fish is too new for many viewers."""
    kinds = tuple(Node(bone.kind, bone.causes) for bone in diagram.bones)
    return _flowchart("RL", Node(diagram.effect, kinds))


def _flowchart(direction: str, root: Node) -> Iterator[str]:
    boxes: list[str] = []
    arrows: list[str] = []
    ends: list[str] = []
    waiting = [(root, "n")]
    while waiting:
        node, id = waiting.pop()
        boxes.append(f'  {id}["{wrapped(node.text)}"]')
        if node.is_end:
            ends.append(id)
        below = [(child, f"{id}_{number}") for number, child in enumerate(node.children, start=1)]
        arrows += [f"  {id} --> {child}" if direction == "TD" else f"  {child} --> {id}" for _, child in below]
        waiting += reversed(below)
    yield f"flowchart {direction}"
    yield from boxes
    yield from arrows
    if ends:
        yield "  classDef ending stroke-width:3px"
        yield f"  class {','.join(ends)} ending"
