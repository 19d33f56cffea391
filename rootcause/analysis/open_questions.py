"""What nobody knows yet, and who finds it out."""

from __future__ import annotations

from dataclasses import dataclass

from rootcause.analysis.record import Record
from rootcause.analysis.statement import Statement


@dataclass(frozen=True)
class OpenQuestion:
    """A question not known, deferred, or required and not answered; `within` is the list and `row` the row it is in."""

    statement: Statement
    within: str = ""
    row: str = ""


def open_questions(record: Record) -> tuple[OpenQuestion, ...]:
    """All open questions, in the order of the questionnaire."""
    found = []
    for statement in record.statements:
        if statement.is_open:
            found.append(OpenQuestion(statement))
        for row in statement.rows:
            found += [OpenQuestion(cell, statement.label, row.number) for cell in row.cells.values() if cell.is_open]
    return tuple(found)
