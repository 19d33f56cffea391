"""Rows as a CSV file by RFC 4180, and back. No cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from rootcause.source.spreadsheet import as_cell, from_cell


class Uncut(Exception):
    """A cell on that line is longer than any that a person has written: a quote is not closed."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def write_cells(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """The header and the rows, each with CR and LF at its end."""
    to = io.StringIO(newline="")
    writer = csv.writer(to)
    writer.writerow(columns)
    writer.writerows([as_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return to.getvalue()


def read_cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty with the line on which it begins; commas, semicolons or tabs part the cells.

    Raises Uncut where a cell has no end.
    """
    header = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    line = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise Uncut(line) from error
        if row is None:
            return
        if any(row):
            yield line, [from_cell(cell) for cell in row]
        line = reader.line_num + 1
