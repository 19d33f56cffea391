"""For a terminal, as lines of plain text: tables with their bars beside the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rootcause.report.diagrams import BarDiagram
from rootcause.report.mermaid.labels import wrap
from rootcause.report.model import Table
from rootcause.report.plain_text import plain
from rootcause.report.prose import one_line
from rootcause.source.visible import visible, width
from rootcause.trends.section import Section

_INDENT: Final = "  "
_GAP: Final = "  "
_WIDEST_LABEL: Final = 64
_LONGEST_BAR: Final = 30
_SHORTEST_BAR: Final = 8
_MOST_LINES: Final = 3
NARROWEST: Final = 60


def as_text(title: str, sections: Sequence[Section], columns: int) -> str:
    """Lines of at most so many columns, of 60 at least; ends with a line break."""
    columns = max(columns, NARROWEST)
    told = [[_typed(title)], *([_typed(one.title), *_section(one, columns)] for one in sections)]
    return "\n\n".join("\n".join(line.rstrip() for line in lines) for lines in told) + "\n"


def _section(section: Section, columns: int) -> Iterator[str]:
    labels = max((width(_typed(label)) for label, _ in section.lines), default=0)
    for label, text in section.lines:
        yield from _hung(_INDENT + _padded(label, labels) + _GAP, text, columns)
    if section.table is not None and section.table.rows:
        drawn = section.figure.diagram if section.figure is not None else None
        counts = [bar.count for bar in drawn.bars] if isinstance(drawn, BarDiagram) else []
        yield from _table(section.table, counts, columns)
    for note in section.notes:
        yield from _hung(_INDENT, note, columns)


def _table(table: Table, counts: Sequence[int], columns: int) -> Iterator[str]:
    heads = [column.title for column in table.columns]
    rows = [[_typed(plain(cell)) for cell in row] for row in table.rows]
    figures = [max(map(width, cells)) for cells in zip(heads, *rows, strict=True)][1:]
    taken = len(_INDENT) + sum(len(_GAP) + one for one in figures)
    longest = max((width(row[0]) for row in rows), default=0)
    bar = min(_LONGEST_BAR, max(_SHORTEST_BAR, columns - taken - len(_GAP) - longest)) if counts else 0
    room = columns - taken - (bar + len(_GAP) if counts else 0)
    label = min(max(longest, width(heads[0])), room, _WIDEST_LABEL)
    yield (
        _INDENT
        + _padded("", label)
        + "".join(_GAP + head.rjust(size) for head, size in zip(heads[1:], figures, strict=True))
    )
    most = max(counts, default=0) or 1
    for place, row in enumerate(rows):
        first, *more = _cut(row[0], label)
        cells = "".join(_GAP + " " * (size - width(cell)) + cell for cell, size in zip(row[1:], figures, strict=True))
        drawn = _GAP + "█" * _long(counts[place], most, bar) if place < len(counts) else ""
        yield _INDENT + _padded(first, label) + cells + drawn
        yield from (_INDENT + _INDENT + line for line in more)


def _long(count: int, most: int, bar: int) -> int:
    """As many signs as the count is of the most; what is there is seen."""
    return 0 if count == 0 else max(1, (2 * bar * count + most) // (2 * most))


def _cut(text: str, columns: int) -> list[str]:
    first, *more = wrap(text, columns) or ["…"]
    lines = [first, *wrap(" ".join(more), columns - len(_INDENT))]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][: columns - len(_INDENT) - 1]}…"]
    return lines


def _hung(start: str, text: str, columns: int) -> Iterator[str]:
    for number, line in enumerate(wrap(_typed(text), columns - width(start))):
        yield (start if number == 0 else " " * width(start)) + line


def _padded(text: str, columns: int) -> str:
    shown = _typed(text)
    return shown + " " * max(columns - width(shown), 0)


def _typed(text: str) -> str:
    return visible(one_line(text))
