"""Two ways to save a case: ours, and the naive one that every campaign must catch losing answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rootcause.case.changes import updated
from rootcause.case.model import Case, QuestionnaireRef
from rootcause.case.record import to_json
from rootcause.case.store import CaseStore
from rootcause.interview.answers import Answer, AnswerKey, State

BEGUN = datetime(2026, 1, 9, 10, tzinfo=UTC)
Save = Callable[[Case], None]


def a_new_case(root: Path) -> str:
    """The id of a case in which nothing was answered yet."""
    draft = Case("", "Late delivery", QuestionnaireRef("late-delivery", "1.0.0", "sha256:0"), BEGUN)
    with CaseStore(root).create(draft) as opened:
        return opened.case.id


def a_saver(kind: str, root: Path, id: str) -> tuple[Case, Save]:
    """The case and what saves it: `ours`, or `naive`, which writes over the file."""
    if kind == "ours":
        opened = CaseStore(root).open(id)
        return opened.case, opened.save
    path = root / id / "case.json"
    return CaseStore(root).read(id), lambda case: path.write_text(to_json(case), encoding="utf-8") and None


def key_of(number: int) -> AnswerKey:
    """The key of the answer with that number in a scripted session."""
    return AnswerKey(f"question_{number}")


def with_answer(case: Case, number: int) -> Case:
    """The case after one more answer of about 150 characters."""
    answer = Answer(State.ANSWERED, f"What was said to question {number}. " * 4, who="Jo Bell", when=BEGUN)
    key = key_of(number)
    return updated(case, {**case.answers, key: answer}, at=key_of(number + 1), now=BEGUN, who="Jo Bell")
