"""Which follow-up is meant, and what may be said of it as its case is now."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rootcause.cli.actions.changing import Said, snooze_row
from rootcause.errors import RootcauseError
from rootcause.index.tables import ActionRow
from tests.cli.test_actions import case, history, id_of, listed

__all__ = ["case", "listed"]


@pytest.mark.parametrize(
    ("order", "number", "key"),
    [("23", "1", "actions[2]"), ("23", "2", "actions[3]"), ("312", "1", "actions[3]"), ("312", "3", "actions[2]")],
    ids=["the first was removed", "and what came behind", "the last was moved up", "and what came before"],
)
def test_a_number_is_the_one_that_is_shown_now(run, case, order, number, key):
    stand(case, order)
    assert run("actions", "done", f"late:{number}").code == 0
    assert history(case)[-1]["key"] == key


def test_a_number_that_is_shown_no_more_finishes_nothing(run, case):
    stand(case, "23")
    before = history(case)
    done = run("actions", "done", "late:3")
    assert (done.code, "there is no follow-up" in done.err, history(case)) == (2, True, before)


def stand(case: Path, order: str) -> None:
    """Only these rows are left, in this order; each keeps its key, as when somebody removes or moves one."""
    saved = json.loads((case / "case.json").read_text())
    saved["answers"]["actions"]["value"]["instances"] = list(order)
    gone = tuple(f"actions[{one}]" for one in "123" if one not in order)
    saved["answers"] = {key: answer for key, answer in saved["answers"].items() if not key.startswith(gone or "-")}
    (case / "case.json").write_text(json.dumps(saved))


def test_what_is_done_is_not_put_off(run, listed, case):
    id = id_of(listed, "Move the depot")
    assert run("actions", "done", id).code == 0
    before = history(case)
    done = run("actions", "snooze", id, "--until", "2099-01-01", "--why", "x")
    assert (done.code, f"rootcause actions reopen {id}" in done.err, history(case)) == (2, True, before)


def test_what_is_open_is_not_opened_again(run, listed, case):
    before = history(case)
    done = run("actions", "reopen", id_of(listed, "Move the depot"))
    assert (done.code, "is open already" in done.err, history(case)) == (0, True, before)


def test_what_somebody_else_has_finished_meanwhile_is_not_put_off(run, listed, case):
    """The list that this person looks at still calls it open; the case says otherwise."""
    id = id_of(listed, "Move the depot")
    seen = dict.fromkeys(ActionRow.__struct_fields__) | {"what": "Move the depot", "status": "open", "item_id": id}
    row = ActionRow(**seen | {"case_id": case.name, "kind": "action", "answer_key": "actions[2]"})
    assert run("actions", "done", id).code == 0
    before = history(case)
    with pytest.raises(RootcauseError, match="is done"):
        snooze_row(row, Said("x", None, str(case.parent)), date(2099, 1, 1))
    assert history(case) == before
