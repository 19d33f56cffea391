"""A report as blocks. Texts are as people typed them; each format escapes them for the place they stand in."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from rootcause.analysis.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text on one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that stands out: a label, a number that others refer to."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text in another voice than what was answered: what is missing, what a figure rests on."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be copied letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address that becomes a link where it is a plain web address, else text."""

    url: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph; a space where a place has one line only."""


Inline = Text | Strong | Emphasis | Code | Link | LineBreak
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the report."""

    level: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Items:
    """A list with dots. The first block of each item is a paragraph."""

    items: tuple[tuple[Block, ...], ...]


class Align(enum.StrEnum):
    """On which side the cells of a column line up."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column."""

    title: str
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a tree and the boxes below it; `is_end` marks one that the eye should find."""

    text: str
    children: tuple[Node, ...] = ()
    is_end: bool = False


@dataclass(frozen=True, slots=True)
class TreeDiagram:
    """A picture of a tree. The text below it says the same."""

    root: Node


@dataclass(frozen=True, slots=True)
class Period:
    """A day and what happened in it, time and text; without a title when no times of day are known."""

    title: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TimelineDiagram:
    """A picture of a timeline. The table below it says the same."""

    periods: tuple[Period, ...]


Block = Heading | Paragraph | Items | Table | TreeDiagram | TimelineDiagram


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One line of the summary; `name` is `what`, `who`, `how_long`, `cause` or `decision`."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report: what people read, and the analysis behind it for tools."""

    title: str
    summary: tuple[SummaryLine, ...]
    blocks: tuple[Block, ...]
    analysis: Analysis
