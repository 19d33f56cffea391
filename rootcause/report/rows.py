"""Rows as a table where they fit into one, else one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from rootcause.analysis.statement import Row, Statement
from rootcause.interview.answers import Money
from rootcause.report.model import Align, Block, Column, Inlines, Items, Strong, Table, Text
from rootcause.report.prose import is_one_line, one_line
from rootcause.report.wording import blocks, field_label, inline, labelled
from rootcause.report.words import Words

_WIDEST_CELL: Final = 160
_WIDEST_ROW: Final = 420


def rows_as_blocks(rows: Iterable[Row], words: Words, *, numbered: bool = False) -> tuple[Block, ...]:
    """All rows in which something was said; `numbered` puts the number in front by which others refer to a row."""
    known = [row for row in rows if row.is_known]
    if not known:
        return ()
    fields = used_fields(known, words)
    if len(fields) == 1 and not numbered:
        return (Items(tuple(blocks(row.cells[fields[0]], words) for row in known)),)
    if fits_table(known):
        number = (Column(words.number, Align.RIGHT),) if numbered else ()
        columns = (*number, *(_column(known, field, words) for field in fields))
        cells = tuple(
            (*(((Text(row.number),),) if numbered else ()), *(inline(row.cells.get(field), words) for field in fields))
            for row in known
        )
        return (Table(columns, cells),)
    return (Items(tuple(_record(row, fields, words, numbered=numbered) for row in known)),)


def used_fields(rows: Sequence[Row], words: Words) -> tuple[str, ...]:
    """The fields that have something to show in any row, in the order of the questions."""
    fields = dict.fromkeys(field for row in rows for field in row.cells)
    return tuple(field for field in fields if any(inline(row.cells.get(field), words) for row in rows))


def fits_table(rows: Sequence[Row]) -> bool:
    """Whether the texts are short enough for cells."""
    texts = [[cell.text for cell in row.cells.values()] for row in rows]
    return all(
        sum(map(len, row)) <= _WIDEST_ROW and all(len(text) <= _WIDEST_CELL and is_one_line(text) for text in row)
        for row in texts
    )


def label_of(rows: Sequence[Row], field: str, words: Words) -> str:
    """The name of a field, in the words of the questionnaire where it has some."""
    cell = next((row.cells[field] for row in rows if field in row.cells), None)
    return words.fields.get(field, field) if cell is None else one_line(field_label(cell, field, words))


def _column(rows: Sequence[Row], field: str, words: Words) -> Column:
    cells = [cell for row in rows if (cell := row.known(field))]
    align = Align.RIGHT if cells and all(map(is_figure, cells)) else Align.LEFT
    return Column(label_of(rows, field, words), align)


def is_figure(statement: Statement) -> bool:
    """Whether the answer is a number, which lines up on the right."""
    value = statement.value
    return isinstance(value, int | Decimal | Money) and not isinstance(value, bool)


def _record(row: Row, fields: tuple[str, ...], words: Words, *, numbered: bool) -> tuple[Block, ...]:
    """The first field as the head of an item, the others below it."""
    number: Inlines = (Strong(row.number), Text(" ")) if numbered else ()
    shown = [(field, row.cells[field]) for field in fields if inline(row.cells.get(field), words)]
    (_, head), *others = shown
    details = (blocks(cell, words, labelled(field_label(cell, field, words))) for field, cell in others)
    return (*blocks(head, words, number), *([Items(tuple(details))] if others else []))
