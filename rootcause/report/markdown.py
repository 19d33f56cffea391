"""A report as Markdown: CommonMark with tables, and pictures in the form that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from rootcause.report import escaping
from rootcause.report.diagrams import Figure
from rootcause.report.markdown_pictures import Diagrams, Draw, drawing
from rootcause.report.model import (
    Align,
    Anchor,
    Block,
    Code,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Table,
    Text,
)
from rootcause.source.visible import width

# Cells are padded up to this width, so that a table reads well as plain text too.
_WIDEST_PADDED = 72
_BREAK = LineBreak()


def render_markdown(report: Document, diagrams: Diagrams = "mermaid", *, folder: str = "report-files") -> str:
    """The whole report; ends with a line break. `folder` is where files of pictures lie, as seen from the report."""
    return _blocks(report.blocks, drawing(diagrams, folder)) + "\n"


def _blocks(blocks: Iterable[Block], draw: Draw) -> str:
    written: list[str] = []
    before: Block | None = None
    dot = "-"
    is_drawn = False
    for block in blocks:
        if isinstance(block, Paragraph) and block.is_legend and not is_drawn:
            continue
        # Two lists in a row are two lists only when their dots differ.
        dot = "*" if isinstance(before, Items) and dot == "-" else "-"
        text = _block(block, dot, draw)
        is_drawn = isinstance(block, Figure) and bool(text)
        if text:
            written.append(text)
            before = block
    return "\n\n".join(written)


def _block(block: Block, dot: str, draw: Draw) -> str:
    match block:
        case Heading(level, inlines):
            return f"{'#' * level} {escaping.heading(_one_line(inlines))}"
        case Paragraph(inlines):
            return _paragraph(inlines)
        case Items(items):
            return _items(items, dot, draw)
        case Table():
            return _table(block)
        case Figure():
            return draw(block)
    assert_never(block)


def _paragraph(inlines: Inlines) -> str:
    if _BREAK not in inlines:
        return escaping.start_of_line(_one_line(inlines))
    lines = (escaping.start_of_line(_one_line(line)) for line in _lines(inlines))
    return "\\\n".join(line for line in lines if line)


def _items(items: tuple[tuple[Block, ...], ...], dot: str, draw: Draw) -> str:
    # A list with a longer item is set with empty lines, as one; short ones stay together.
    is_loose = any(len(item) > 1 and sum(not isinstance(block, Items) for block in item) > 1 for item in items)
    gap = "\n\n" if is_loose else "\n"
    texts = (_item(item, gap, draw) for item in items)
    return gap.join(f"{dot} {text}" for text in texts if text)


def _item(blocks: tuple[Block, ...], gap: str, draw: Draw) -> str:
    texts = [_block(block, "-", draw) for block in blocks]
    whole = gap.join(filter(None, texts))
    if "\n" not in whole:
        return whole
    first, *others = whole.split("\n")
    return "\n".join([first, *(f"  {line}" if line else "" for line in others)])


def _table(table: Table) -> str:
    head = [_measured(escaping.escape(column.title).strip()) for column in table.columns]
    rows = [[_measured(_one_line(cell)) for cell in row] for row in table.rows]
    widths = [
        max([3, *(size for _, size in cells if size <= _WIDEST_PADDED)]) for cells in zip(head, *rows, strict=True)
    ]
    rules = [
        f"{'-' * (size - 1)}:" if column.align is Align.RIGHT else "-" * size
        for column, size in zip(table.columns, widths, strict=True)
    ]
    lines = [_row(cells, table, widths) for cells in (head, *rows)]
    return "\n".join([lines[0], f"| {' | '.join(rules)} |", *lines[1:]])


def _measured(cell: str) -> tuple[str, int]:
    return cell, width(cell)


def _row(cells: list[tuple[str, int]], table: Table, widths: list[int]) -> str:
    padded = (
        " " * (size - used) + cell if column.align is Align.RIGHT else cell + " " * (size - used)
        for (cell, used), column, size in zip(cells, table.columns, widths, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def _lines(inlines: Inlines) -> Iterator[Inlines]:
    for is_break, line in groupby(inlines, lambda inline: isinstance(inline, LineBreak)):
        if not is_break:
            yield tuple(line)


def _one_line(inlines: Inlines) -> str:
    written: list[str] = []
    typed: list[str] = []  # neighbours are escaped as one text: an entity could be typed in two halves
    for inline in inlines:
        if type(inline) is Text:
            typed.append(inline.text)
        elif type(inline) is not Anchor:
            if typed:
                written.append(escaping.escape("".join(typed)))
                typed.clear()
            written.append(_inline(inline))
    if typed:
        written.append(escaping.escape("".join(typed)))
    return "".join(written).strip(" ")


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escaping.escape(text)
        case Strong(text):
            return _wrapped("**", text)
        case Emphasis(text):
            return _wrapped("*", text)
        case Code(text):
            return escaping.code(text)
        case Link(url):
            address = escaping.web_address(url)
            return escaping.escape(url) if address is None else f"<{address}>"
        case LineBreak():
            return " "
        case Anchor():
            return ""
    assert_never(inline)


def _wrapped(sign: str, text: str) -> str:
    bare = escaping.escape(text).strip()
    return f"{sign}{bare}{sign}" if bare else ""
