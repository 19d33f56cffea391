"""Tables on a sheet of paper: how wide each column is, and rows one after the other where they have no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rootcause.report.docx.page import WIDTH
from rootcause.report.model import Align, Block, Emphasis, Inline, Inlines, LineBreak, Paragraph, Strong, Table, Text
from rootcause.report.plain_text import plain
from rootcause.source.visible import width

_PADDING: Final = 5.0
_SIGN: Final = 1.9
"""Millimetres that a wide letter of a table takes."""
_LONGEST_WORD: Final = 24
_SHORT: Final = 14
"""Columns of a text that is not broken between its words."""
_MOST_COUNTED: Final = 90


def column_widths(rows: Sequence[Sequence[Inlines]]) -> list[float] | None:
    """Millimetres for each column: room for its longest word, the rest of the sheet by how much stands in it.

    None when the sheet is too narrow for the longest words.
    """
    least, wished = [], []
    for cells in zip(*rows, strict=True):
        texts = [plain(cell) for cell in cells]
        words = (word for text in texts for word in ([text] if width(text) <= _SHORT else text.split()))
        longest = max(map(width, words), default=0)
        most = max(map(width, texts), default=0)
        least.append(_PADDING + _SIGN * min(longest, _LONGEST_WORD))
        wished.append(max(least[-1], _PADDING + _SIGN * min(most, _MOST_COUNTED)))
    spare, wishes = WIDTH - sum(least), sum(wished) - sum(least)
    if spare < 0:
        return None
    if wishes <= 0:
        return [WIDTH * one / sum(wished) for one in wished]
    return [low + (high - low) * spare / wishes for low, high in zip(least, wished, strict=True)]


def rows_as_items(table: Table) -> Iterator[tuple[Block, ...]]:
    """Each row as an item: the first cell, behind its number where it has one; below it the others by their titles."""
    is_numbered = len(table.columns) > 1 and table.columns[0].align is Align.RIGHT
    for cells in table.rows:
        number: Inlines = (Strong(plain(cells[0])), Text(" ")) if is_numbered else ()
        head, *others = cells[1:] if is_numbered else cells
        titles = [column.title for column in table.columns][-len(others) :]
        yield (Paragraph((*number, *head, *_details(titles, others))),)


def _details(titles: Sequence[str], cells: Sequence[Inlines]) -> Inlines:
    found: list[Inline] = []
    for title, cell in zip(titles, cells, strict=True):
        if plain(cell):
            found += [Text(" · ") if found else LineBreak(), Emphasis(f"{title}:"), Text(" "), *cell]
    return tuple(found)
