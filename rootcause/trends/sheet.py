"""As CSV: one line for each number, so that a spreadsheet filters and pivots them as it likes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from rootcause.source.spreadsheet import as_cell
from rootcause.trends.data import figures_of
from rootcause.trends.measuring import Trends

COLUMNS: Final = ("figure", "currency", "name", "label", "measure", "value")
_NAMES: Final = ("month", "step", "kind", "stage", "strength", "name")
"""The columns that say what a row is about; all but these, the currency and the label are measures."""


def as_csv(trends: Trends) -> str:
    """Lines with the names of the columns above; ends with a line break."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for figure, found in figures_of(trends).items():
        for row in found if isinstance(found, tuple) else (found,):
            writer.writerows(_lines(figure, row))
    return out.getvalue()


def _lines(figure: str, row: Struct) -> Iterator[list[str]]:
    cells = asdict(row)
    currency, label = cells.pop("currency", ""), cells.pop("label", "")
    name = next((cells.pop(one) for one in _NAMES if one in cells), "")
    for measure, value in cells.items():
        said = "" if value is None else str(value)
        yield [figure, *map(as_cell, (currency, name, label)), measure, as_cell(said)]
