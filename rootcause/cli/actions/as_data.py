"""Follow-ups for other programs. docs/follow-through.md says what each key means; they stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rootcause.cli.output import Json
from rootcause.index.tables import ActionRow


def as_data(row: ActionRow, today: date) -> Mapping[str, Json]:
    """One of them."""
    is_open = row.status == "open"
    return {
        "id": row.item_id,
        "case": row.case_id,
        "key": row.answer_key,
        "kind": row.kind,
        "what": row.what,
        "owner": row.owner,
        "status": row.status,
        "due": row.due_on,
        "first_due": row.first_due_on,
        "snoozed_until": row.snoozed_until,
        "overdue_days": max(0, (today - date.fromisoformat(row.due_on)).days) if is_open and row.due_on else 0,
        "done_on": row.done_on,
        "result": row.result,
        "moved": None if row.moved is None else bool(row.moved),
        "strength": row.strength,
        "action_kind": row.action_kind,
        "acts_on": row.acts_on.split(",") if row.acts_on else [],
        "done_when": row.done_when,
    }
