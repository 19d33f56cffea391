"""Which follow-ups somebody asks for."""

from __future__ import annotations

import json
from datetime import date
from typing import Final, Literal

from msgspec import Struct

from rootcause.analysis.follow_ups import Kind
from rootcause.cli.actions.days import read_due
from rootcause.cli.whereabouts import store_at
from rootcause.errors import RootcauseError
from rootcause.index.index import Index
from rootcause.index.tables import ActionRow
from rootcause.source.nearest import nearest

State = Literal["open", "done", "all"]

NOBODY: Final = "none"


class Wanted(Struct, frozen=True):
    """`until` is the last day of which open ones are due; None for all, also those without a day.

    `owner` is a part of a name, in any case of letters, or `none`.
    """

    state: State = "open"
    until: date | None = None
    owner: str | None = None
    case: str | None = None
    kind: Kind | None = None

    def found_in(self, index: Index) -> Found:
        """What fits, open ones first, by the day they are due; what is done as it was done, the latest first."""
        asked = {"case_id": self.case, "kind": self.kind, "until": None if self.until is None else str(self.until)}
        given: dict[str, object] = {name: value for name, value in asked.items() if value is not None}
        conditions = [f"{name} = :{name}" for name in given if name != "until"]
        if self.owner is not None and self.owner.casefold() == NOBODY:
            conditions.append("owner IS NULL")
        elif self.owner is not None:
            conditions.append("owner IN (SELECT value FROM json_each(:owners))")
            given["owners"] = json.dumps(_owners(index, self.owner))
        due: list[ActionRow] = []
        done: list[ActionRow] = []
        open_in_all = 0
        if self.state != "done":
            open = " AND ".join(["status = 'open'", *conditions])
            due = index.actions(open if self.until is None else f"{open} AND due_on <= :until", given)
            ((open_in_all,),) = index.query(f"SELECT COUNT(*) FROM actions WHERE {open}", given)
        if self.state != "open":
            done = index.actions(" AND ".join(["status = 'done'", *conditions]), given)
            done.sort(key=lambda row: row.done_on or "", reverse=True)
        return Found(tuple(due), tuple(done), open_in_all)

    def stranger(self, index: Index) -> str | None:
        """Says that no follow-up, open or done, has such an owner, and who may be meant; None when one has."""
        if self.owner is None or self.owner.casefold() == NOBODY or _owners(index, self.owner):
            return None
        meant = nearest(self.owner, _owners(index, ""))
        question = f'; did you mean "{meant}"?' if meant else ""
        return f'No follow-up has an owner "{self.owner}"{question}'


class Found(Struct, frozen=True):
    """Follow-ups that were asked for; `open_in_all` counts also those that are due later."""

    open: tuple[ActionRow, ...]
    done: tuple[ActionRow, ...]
    open_in_all: int

    def overdue(self, today: date) -> tuple[ActionRow, ...]:
        """Those whose day is over."""
        day = today.isoformat()
        return tuple(row for row in self.open if row.due_on is not None and row.due_on < day)


def _owners(index: Index, part: str) -> list[str]:
    """All names that have it as a part, in any case of letters, as no database compares them."""
    rows = index.query("SELECT DISTINCT owner FROM actions WHERE owner IS NOT NULL")
    return [owner for (owner,) in rows if part.casefold() in owner.casefold()]


def state_of(due: str | None, *, done: bool, every: bool, check: bool) -> tuple[State, str | None]:
    """Open or done ones, and until when. Raises RootcauseError for options that contradict each other."""
    given = [name for name, is_given in (("--done", done), ("--all", every), ("--check", check)) if is_given]
    if len(given) > 1:
        raise RootcauseError(f"{' and '.join(given)} do not go together", hint="leave one of them out")
    if check and due is not None:
        raise RootcauseError("--check looks at what is overdue", hint="leave --due out")
    return ("done" if done else "all" if every else "open"), ("overdue" if check else due)


def read_wanted(
    due: str | None,
    owner: str | None,
    case: str | None,
    kind: str | None,
    state: State,
    *,
    cases: str | None,
    today: date,
) -> Wanted:
    """What the options ask for. Raises RootcauseError for what they cannot mean."""
    if due is not None and state == "done":
        raise RootcauseError("--due is about what is open, and --done lists what is done", hint="leave one of them out")
    return Wanted(
        state,
        None if due is None else read_due(due, today),
        owner,
        None if case is None else store_at(cases).folder(case).name,
        None if kind is None else _kind(kind),
    )


def _kind(text: str) -> Kind:
    try:
        return Kind(text.strip().lower())
    except ValueError as error:
        near = nearest(text, Kind)
        hint = f'did you mean "{near}"?' if near else None
        raise RootcauseError(f'--kind: "{text}" is none of {", ".join(Kind)}', hint=hint) from error
