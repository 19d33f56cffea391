"""Trust before the problem, after it, and after the recovery (method O14; the silent questions of T24)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rootcause.analysis.record import Record
from rootcause.analysis.roles import STAGES
from rootcause.analysis.statement import Statement


class TrustRow(Struct, frozen=True):
    """One thing that was judged more than once; `label` is empty when each stage asks in words of its own."""

    label: str
    stages: Mapping[str, Statement]


def trust(record: Record) -> tuple[TrustRow, ...]:
    """What was judged, in the order in which it was first asked. Equal labels share a row.

    Where each stage has at most one question there is only one thing to judge, and one row, whatever the labels.
    """
    judged = {stage: [one for one in record.by_role.get(stage, ()) if one.is_known] for stage in STAGES}
    if all(len(statements) <= 1 for statements in judged.values()):
        single = {stage: statements[0] for stage, statements in judged.items() if statements}
        labels = {statement.label for statement in single.values()}
        return (TrustRow(labels.pop() if len(labels) == 1 else "", single),) if single else ()
    rows: list[tuple[str, dict[str, Statement]]] = []
    for stage, statements in judged.items():
        for statement in statements:
            row = next((row for label, row in rows if label == statement.label and stage not in row), None)
            if row is None:
                rows.append((statement.label, {stage: statement}))
            else:
                row[stage] = statement
    return tuple(TrustRow(label, stages) for label, stages in rows)
