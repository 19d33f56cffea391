"""Which follow-ups are meant by what people type: an ID, the beginning of one, or a case and a number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from rootcause.analysis.follow_ups import Kind
from rootcause.case.store import CASE_FILE
from rootcause.cli.indexing import index_at
from rootcause.cli.whereabouts import store_at
from rootcause.errors import RootcauseError
from rootcause.index.identity import LENGTH
from rootcause.index.index import Index
from rootcause.index.tables import ActionRow
from rootcause.interview.answers import Answer, AnswerKey
from rootcause.interview.keys import parse_key
from rootcause.interview.rows import rows_of
from rootcause.source.nearest import nearest

_SHORTEST: Final = 4
_MANY: Final = 5


def meant(ids: Sequence[str], cases: str | None) -> list[ActionRow]:
    """The follow-ups that are meant, each once. Raises RootcauseError for what names none, or several."""
    with index_at(cases) as index:
        found = [_row(one, index, cases) for one in ids]
    return list({(row.case_id, row.kind, row.answer_key): row for row in found}.values())


def _row(reference: str, index: Index, cases: str | None) -> ActionRow:
    case, colon, key = reference.rpartition(":")
    found = _by_key(case, key, index, cases) if colon else _by_id(reference.strip().lower(), index)
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{row.item_id} ({row.what[:40]})" for row in found[:_MANY])
        raise RootcauseError(f'"{reference}" fits {len(found)} follow-ups: {listed}', hint="give more of the ID")
    ids = [id for (id,) in index.query("SELECT item_id FROM actions")]
    near = nearest(reference.lower(), ids) if len(ids) < 10_000 else None
    hint = f'did you mean "{near}"?' if near else "`rootcause actions --all` lists them with their IDs"
    raise RootcauseError(f'there is no follow-up "{reference}"', hint=hint)


def _by_id(id: str, index: Index) -> list[ActionRow]:
    if re.fullmatch(f"(?:rc-)?[a-z2-7]{{{_SHORTEST},{LENGTH}}}", id) is None:
        return []
    id = id.removeprefix("rc-")
    return index.actions("item_id >= :id AND item_id < :after", {"id": id, "after": id + "~"})


def _by_key(case: str, key: str, index: Index, cases: str | None) -> list[ActionRow]:
    """`CASE:actions[3]`, or `CASE:3` for the action that the report shows as number 3, whatever its key."""
    store = store_at(cases)
    folder = store.folder(case)
    rows = index.actions("case_id = :case", {"case": folder.name})
    if not key.isdecimal():
        return [row for row in rows if row.answer_key == key]
    answers = store.read(folder / CASE_FILE).answers
    return [row for row in rows if row.kind == Kind.ACTION and _place(row, answers) == int(key)]


def _place(row: ActionRow, answers: Mapping[AnswerKey, Answer]) -> int | None:
    """Which row of its list it is now, as lists and reports count them; keys of rows stay when others go."""
    key = parse_key(row.answer_key)
    assert key is not None
    instances = rows_of(answers.get(AnswerKey(key.question))).instances
    return instances.index(key.instance) + 1 if key.instance in instances else None
