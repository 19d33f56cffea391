"""Trust before the problem, after it, and after the recovery (method O14; the silent questions of T24)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from rootcause.analysis.grade import Grade, grade
from rootcause.analysis.record import Record
from rootcause.analysis.roles import STAGES
from rootcause.analysis.statement import Statement


class TrustRow(Struct, frozen=True):
    """One thing that was judged more than once; `label` is empty when each stage asks in words of its own.

    `grades` are those of the stages whose answers have an order.
    """

    label: str
    stages: Mapping[str, Statement]
    grades: Mapping[str, Grade] = field(default_factory=dict)


def trust(record: Record) -> tuple[TrustRow, ...]:
    """What was judged, in the order in which it was first asked. Equal labels share a row.

    Where each stage has at most one question there is only one thing to judge, and one row, whatever the labels.
    """
    judged = {stage: [one for one in record.by_role.get(stage, ()) if one.is_known] for stage in STAGES}
    if all(len(statements) <= 1 for statements in judged.values()):
        single = {stage: statements[0] for stage, statements in judged.items() if statements}
        labels = {statement.label for statement in single.values()}
        return (_row(record, labels.pop() if len(labels) == 1 else "", single),) if single else ()
    rows: list[tuple[str, dict[str, Statement]]] = []
    for stage, statements in judged.items():
        for statement in statements:
            row = next((row for label, row in rows if label == statement.label and stage not in row), None)
            if row is None:
                rows.append((statement.label, {stage: statement}))
            else:
                row[stage] = statement
    return tuple(_row(record, label, stages) for label, stages in rows)


def _row(record: Record, label: str, stages: Mapping[str, Statement]) -> TrustRow:
    found = {stage: grade(record, statement) for stage, statement in stages.items()}
    return TrustRow(label, stages, {stage: one for stage, one in found.items() if one is not None})
