"""Rows as a CSV file by RFC 4180, and back. No cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from rootcause.source.spreadsheet import as_cell


def write_cells(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """The header and the rows, each with CR and LF at its end."""
    to = io.StringIO(newline="")
    writer = csv.writer(to)
    writer.writerow(columns)
    writer.writerows([as_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return to.getvalue()
