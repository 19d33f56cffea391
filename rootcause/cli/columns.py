"""Rows of words, set in columns."""

from __future__ import annotations

from collections.abc import Sequence

from rootcause.source.visible import visible, width

_GAP = "  "


def in_columns(rows: Sequence[Sequence[str]], indent: str = "") -> str:
    """The rows as text. Every row has as many cells; the last one of each runs on."""
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    return "\n".join(indent + _line(row, widths) for row in shown)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.ljust(columns) if cell.isascii() else cell + " " * (columns - width(cell))
        for cell, columns in zip(row, widths, strict=True)
    ]
    return _GAP.join(cells).rstrip()
