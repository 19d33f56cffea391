"""Tables: with a name, heads that say what they are the head of, and a place of their own to scroll in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rootcause.report.html.addresses import Addresses
from rootcause.report.html.inlines import Direction, element
from rootcause.report.model import Align, Inlines, Table, Text
from rootcause.report.plain_text import plain

_SHORT: Final = 16
_SHORT_AMONG_MANY: Final = 11  # a day may break there, so that sentences have room
_MANY: Final = 7
_LONG_WORD: Final = 24
_FEWEST_STACKED: Final = 3


def write_table(table: Table, name: str, addresses: Addresses, around: Direction) -> str:
    """The table in a box that can be reached by keyboard and scrolls; a narrow screen stacks the cells of a row."""
    labels = [column.title.strip() for column in table.columns]
    short = _SHORT_AMONG_MANY if len(table.columns) >= _MANY else _SHORT
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(labels)
    kinds = [_kind(column.align, cells, short) for column, cells in zip(table.columns, columns, strict=True)]
    heads = "".join(_head(label, kind, addresses, around) for label, kind in zip(labels, kinds, strict=True))
    rows = "\n".join(f"<tr>{_cells(row, labels, kinds, addresses, around)}</tr>" for row in table.rows)
    id = addresses.of_text(f"table-{name}", "table")
    caption = element("caption", (Text(name),), addresses, around, {"id": id})
    stacks = ' class="stacks"' if _stacks(table) else ""
    return (
        f'<div class="table" role="group" aria-labelledby="{id}" tabindex="0">\n<table{stacks}>\n{caption}\n'
        f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _head(label: str, kind: str, addresses: Addresses, around: Direction) -> str:
    if not label:
        return "<td></td>"
    return element("th", (Text(label),), addresses, around, {"scope": "col", "class": kind})


def _cells(row: Sequence[Inlines], labels: list[str], kinds: list[str], addresses: Addresses, around: Direction) -> str:
    written = []
    for cell, label, kind in zip(row, labels, kinds, strict=True):
        # What stands in a column without a title is the title of its row.
        name = "td" if label else "th"
        attributes = {"class": kind, "data-label": label} if label else {"scope": "row"}
        written.append(element(name, cell, addresses, around, attributes))
    return "".join(written)


def _kind(align: Align, cells: Sequence[Inlines], short: int) -> str:
    """How a column is set: figures to the right, short texts unbroken, words too long for a column broken."""
    if align is Align.RIGHT:
        return "figure"
    texts = [plain(cell) for cell in cells]
    if all(len(text) <= short for text in texts):
        return "short"
    return "long" if any(len(word) > _LONG_WORD for text in texts for word in text.split()) else ""


def _stacks(table: Table) -> bool:
    """Whether it has more text than stands side by side on a phone."""
    of_text = [column for column in table.columns[1:] if column.align is Align.LEFT]
    return len(table.columns) >= _FEWEST_STACKED and bool(of_text)
