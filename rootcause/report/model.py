"""A report as blocks. Texts are as people typed them; each format escapes them for the place they stand in.

None of them can hold itself, so the garbage collector need not look at them (`gc=False`): there are thousands.
"""

from __future__ import annotations

import enum
from typing import Protocol

from msgspec import Struct

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.checks.finding import Finding
from rootcause.report.diagrams import Figure


class Text(Struct, frozen=True, gc=False):
    """Plain text on one line. `to` is the anchor that it refers to, where a page can lead there."""

    text: str
    to: str = ""


class Strong(Struct, frozen=True, gc=False):
    """Text that stands out: the label of what follows, a number that others refer to."""

    text: str
    is_label: bool = False


class Emphasis(Struct, frozen=True, gc=False):
    """Text in another voice than what was answered: what is missing, what a figure rests on."""

    text: str


class Code(Struct, frozen=True, gc=False):
    """Text to be copied letter by letter."""

    text: str


class Link(Struct, frozen=True, gc=False):
    """An address that becomes a link where it is a plain web address, else text."""

    url: str


class LineBreak(Struct, frozen=True, gc=False):
    """A new line within a paragraph; a space where a place has one line only."""


class Anchor(Struct, frozen=True, gc=False):
    """Where an answer stands, by its key, or a piece of evidence, `E1`; nothing to see.

    Formats without addresses within a page leave it out.
    """

    key: str


Inline = Text | Strong | Emphasis | Code | Link | LineBreak | Anchor
Inlines = tuple[Inline, ...]


class Heading(Struct, frozen=True, gc=False):
    """A heading; level 1 is the title of the report."""

    level: int
    inlines: Inlines


class Paragraph(Struct, frozen=True, gc=False):
    """One paragraph. A legend explains the signs of the picture above it, and goes where that is not drawn."""

    inlines: Inlines
    is_legend: bool = False


class Items(Struct, frozen=True, gc=False):
    """A list with dots. The first block of each item is a paragraph."""

    items: tuple[tuple[Block, ...], ...]


class Align(enum.StrEnum):
    """On which side the cells of a column line up."""

    LEFT = "left"
    RIGHT = "right"


class Column(Struct, frozen=True, gc=False):
    """The head of a column."""

    title: str
    align: Align = Align.LEFT


class Table(Struct, frozen=True, gc=False):
    """A table; every row has a cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]


Block = Heading | Paragraph | Items | Table | Figure


class SummaryLine(Struct, frozen=True, gc=False):
    """One line of the summary; `name` is `what`, `who`, `how_long`, `cause` or `decision`."""

    name: str
    label: str
    text: str


class Document(Protocol):
    """What can be written as Markdown and as a page: the report of a case, or what many cases say together."""

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def summary(self) -> tuple[SummaryLine, ...]:
        """Lines that stand with the title; the first section has them too."""
        ...

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of it."""
        ...

    @property
    def is_one_page(self) -> bool:
        """Whether it is set so close that it fits one page."""
        ...


class Report(Struct, frozen=True, gc=False):
    """A finished report: what people read, and for tools the analysis behind it with what the checks found."""

    title: str
    summary: tuple[SummaryLine, ...]
    blocks: tuple[Block, ...]
    analysis: Analysis
    findings: tuple[Finding, ...] = ()
    is_one_page: bool = False
