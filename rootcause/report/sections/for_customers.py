"""What customers do not read of a section: that something is missing. It is for those who can mend it."""

from __future__ import annotations

from collections.abc import Iterable

from rootcause.report.model import Block, Emphasis, Inlines, Items, Table


def without_gaps(traced: Iterable[Block]) -> tuple[Block, ...]:
    """The trace with empty cells where something is missing, and without the list of gaps."""
    return tuple(_table(block) for block in traced if not isinstance(block, Items))


def _table(block: Block) -> Block:
    return Table(block.columns, tuple(map(_row, block.rows))) if isinstance(block, Table) else block


def _row(row: tuple[Inlines, ...]) -> tuple[Inlines, ...]:
    """Only what is missing stands in another voice."""
    return tuple(tuple(inline for inline in cell if not isinstance(inline, Emphasis)) for cell in row)
