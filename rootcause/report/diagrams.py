"""What a picture shows, before it is drawn. Texts are as people typed them; each format wraps and escapes them.

A figure says in words what its picture shows, and the blocks behind it give the same as text or table.
"""

from __future__ import annotations

import enum

from msgspec import Struct

from rootcause.analysis.shown import ENGLISH, Formats


class Node(Struct, frozen=True):
    """A box of a tree and the boxes below it; `is_end` marks one that the eye should find."""

    text: str
    children: tuple[Node, ...] = ()
    is_end: bool = False


class TreeDiagram(Struct, frozen=True):
    """Causes below what they led to."""

    root: Node


class Bone(Struct, frozen=True):
    """A kind of cause and the causes of that kind; those below a cause led to it."""

    kind: str
    causes: tuple[Node, ...]


class FishboneDiagram(Struct, frozen=True):
    """Causes by their kind, pointing at the effect (Ishikawa)."""

    effect: str
    bones: tuple[Bone, ...]


class Event(Struct, frozen=True):
    """One thing that happened. `time` is how it is written, `seconds` counts from the first event of the diagram.

    `seconds` is None where the time of day is not known. `moments` are the names of what it marks: Started, Detected.
    """

    time: str
    text: str
    seconds: int | None = None
    moments: tuple[str, ...] = ()


class Period(Struct, frozen=True):
    """A day and what happened in it, in order; without a title when no times of day are known."""

    title: str
    events: tuple[Event, ...]


class TimelineDiagram(Struct, frozen=True):
    """What happened when; `formats` is how lengths of time are written."""

    periods: tuple[Period, ...]
    formats: Formats = ENGLISH


class Mark(enum.StrEnum):
    """What an option is; told by the shape of its sign, not by colour alone."""

    QUICK = "quick"
    LASTING = "lasting"
    OTHER = "other"


class Point(Struct, frozen=True):
    """An option by effort and effect, both from 0 to 1. `label` is its number, `text` the option in words."""

    label: str
    text: str
    effort: float
    effect: float
    mark: Mark = Mark.OTHER
    is_chosen: bool = False


class QuadrantDiagram(Struct, frozen=True):
    """Options by effort, from left to right, and effect, from bottom to top.

    `corners` name the quarters: low effort and high effect, both high, both low, high effort and low effect. `marks`
    say in words what a mark means.
    """

    effort: str
    effect: str
    corners: tuple[str, str, str, str]
    points: tuple[Point, ...]
    marks: tuple[tuple[Mark, str], ...]
    chosen: str


class CostLine(Struct, frozen=True):
    """What an option has cost by the end of each month of the diagram."""

    label: str
    mark: Mark
    costs: tuple[float, ...]


class Crossing(Struct, frozen=True):
    """Where two lines cross: after so many months, at that cost."""

    months: float
    cost: float
    text: str


class CostDiagram(Struct, frozen=True):
    """What options cost over time. `months` are the places of the figures of each line, rising from 0."""

    currency: str
    axis: str
    months: tuple[int, ...]
    lines: tuple[CostLine, ...]
    crossings: tuple[Crossing, ...] = ()


class Bar(Struct, frozen=True):
    """How many there are of one kind; `rank` from 0 is how dark its pattern is."""

    label: str
    count: int
    rank: int = 0


class BarDiagram(Struct, frozen=True):
    """Counts side by side, the strength of the actions for instance."""

    bars: tuple[Bar, ...]


class Slope(Struct, frozen=True):
    """How one thing was judged at each stage, from 0 (lowest) to 1; None where nobody judged. `shown` is in words."""

    label: str
    values: tuple[float | None, ...]
    shown: tuple[str, ...]


class SlopeDiagram(Struct, frozen=True):
    """How things were judged stage by stage: trust before the problem, after it, after the recovery."""

    stages: tuple[str, ...]
    slopes: tuple[Slope, ...]
    lowest: str
    highest: str


Diagram = TreeDiagram | FishboneDiagram | TimelineDiagram | QuadrantDiagram | CostDiagram | BarDiagram | SlopeDiagram


class Figure(Struct, frozen=True):
    """A picture with its name for files and anchors, a title, and a description for those who do not see it."""

    name: str
    title: str
    description: str
    diagram: Diagram
