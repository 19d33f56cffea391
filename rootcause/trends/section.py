"""A part of what is told: lines, bars and a table below a title. Each form sets them in its own way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from rootcause.report.diagrams import Bar, BarDiagram, Figure
from rootcause.report.model import Align, Column, Inlines, Table, Text

MOST_BARS: Final = 40
"""More of them are a wall; the table has them all."""


class Section(Struct, frozen=True):
    """What is told below one title. `lines` are labels with what they say; the rows of the table are the bars."""

    title: str
    lines: tuple[tuple[str, str], ...] = ()
    figure: Figure | None = None
    table: Table | None = None
    notes: tuple[str, ...] = ()


def bars(name: str, title: str, counts: Iterable[tuple[str, int]]) -> Figure | None:
    """Bars with their counts; None where there is nothing to compare."""
    shown = tuple(Bar(label, count) for label, count in counts)[:MOST_BARS]
    if not any(bar.count for bar in shown):
        return None
    told = "; ".join(f"{bar.label} {bar.count:,}" for bar in shown)
    return Figure(name, title, f"{title}. {told}.", BarDiagram(shown))


def table(first: str, figures: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Table:
    """A table whose first column is text, the others figures."""
    columns = (Column(first), *(Column(figure, Align.RIGHT) for figure in figures))
    return Table(columns, tuple(tuple(map(_cell, row)) for row in rows))


def _cell(text: str) -> Inlines:
    return (Text(text),)
