"""What nobody knows yet, and who finds it out."""

from __future__ import annotations

from msgspec import Struct

from rootcause.analysis.record import Record
from rootcause.analysis.statement import Statement


class OpenQuestion(Struct, frozen=True):
    """A question not known, deferred, or required and not answered.

    In a row: `within` is the label of the list, `row` the number of the row, `field` the name the report knows it by.
    """

    statement: Statement
    within: str = ""
    row: str = ""
    field: str = ""


def open_questions(record: Record) -> tuple[OpenQuestion, ...]:
    """All open questions, in the order of the questionnaire."""
    found = []
    for statement in record.statements:
        if statement.is_open:
            found.append(OpenQuestion(statement))
        for row in statement.rows:
            cells = [(field, cell) for field, cell in row.cells.items() if cell.is_open]
            found += [OpenQuestion(cell, statement.label, row.number, field) for field, cell in cells]
    return tuple(found)
