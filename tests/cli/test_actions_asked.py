"""What a person at a terminal is asked when something is done, and what those are told who are not asked."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.test_actions import case, history, id_of, listed
from tests.walk.terminal import ROOTCAUSE, Terminal

__all__ = ["case", "listed"]


def done(folder: Path, *arguments: str, keys: tuple[str, ...]) -> str:
    """Type these lines, each when something is asked; what the screen shows then."""
    terminal = Terminal((*ROOTCAUSE, "actions", "done", *arguments), folder, columns=120)
    for place, line in enumerate(keys, start=1):
        terminal.until(lambda place=place: terminal.screen().count("]") >= place, "a question")
        terminal.sends(f"{line}\r")
    while terminal.reads():
        pass
    return terminal.screen()


@pytest.mark.parametrize(("typed", "kept"), [("It moved on Monday", "It moved on Monday"), ("", None)])
def test_what_came_of_it_is_asked_at_a_terminal(listed, case, folder, typed, kept):
    id = id_of(listed, "Move the depot")
    shown = done(folder, id, keys=(typed,))
    assert "What came of it?" in shown
    assert f'Done: {id} "Move the depot".' in shown
    assert history(case)[-1].get("note") == kept


def test_nothing_is_asked_that_was_said(listed, case, folder):
    id = id_of(listed, "Move the depot")
    assert "What came of it?" not in done(folder, id, "--result", "moved", keys=())
    assert history(case)[-1]["note"] == "moved"


@pytest.mark.parametrize(("typed", "moved"), [("yes", True), ("n", False), ("", None)])
def test_of_a_review_it_is_asked_whether_it_worked(run, listed, case, folder, typed, moved):
    assert run("actions", "done", id_of(listed, "Ring at 90 %")).code == 0
    (review,) = listed("--kind", "review")
    shown = done(folder, str(review["id"]), keys=(typed, ""))
    assert "Did it work" in shown
    assert history(case)[-1].get("moved") == moved
    assert ("Open the action again: rootcause actions reopen" in " ".join(shown.split())) == (moved is False)


def test_without_a_terminal_it_is_told_what_is_not_said(run, listed, case):
    assert run("actions", "done", id_of(listed, "Ring at 90 %")).code == 0
    (review,) = listed("--kind", "review")
    told = run("actions", "done", str(review["id"]))
    assert (told.code, "--moved yes, or no" in told.err) == (0, True)


def test_what_was_seen_stays_when_the_action_is_opened_again_and_is_looked_at_anew(run, listed, case):
    id = id_of(listed, "Ring at 90 %")
    assert run("actions", "done", id, "--on", "2026-04-01", SOURCE_DATE_EPOCH="1780000000").code == 0
    review = str(listed("--kind", "review")[0]["id"])
    looked = run("actions", "done", review, "--moved", "no", "--on", "2026-05-02", SOURCE_DATE_EPOCH="1780000000")
    assert looked.code == 0, looked.err
    again = looked.err.split("Open the action again: ")[1].splitlines()[0]
    assert run(*shlex.split(again)[1:]).code == 0
    assert [one["moved"] for one in listed("--kind", "review", "--done")] == [False]
    assert run("actions", "done", id, "--on", "2026-05-20", SOURCE_DATE_EPOCH="1780000000").code == 0
    (anew,) = listed("--kind", "review")
    assert (anew["due"], anew["moved"]) == ("2026-06-19", None)


def test_all_of_it_on_one_day_is_looked_at_anew_as_well(run, listed, case):
    id = id_of(listed, "Ring at 90 %")
    assert run("actions", "done", id).code == 0
    review = str(listed("--kind", "review")[0]["id"])
    for command in (("done", review, "--moved", "no"), ("reopen", id), ("done", id)):
        assert run("actions", *command).code == 0
    assert [one["moved"] for one in listed("--kind", "review")] == [None]
    assert run("actions", "done", review, "--moved", "yes").code == 0
    assert run("actions", "done", id, "--result", "added later").code == 0
    assert [one["moved"] for one in listed("--kind", "review", "--done")] == [True]


def test_an_empty_reason_is_none(run, listed, case):
    before = history(case)
    refused = run("actions", "snooze", id_of(listed, "Move the depot"), "--until", "2099-01-01", "--why", " ")
    assert (refused.code, "--why is empty" in refused.err, history(case)) == (2, True, before)


def test_a_day_long_before_the_problem_is_a_slip(run, listed, case):
    before = history(case)
    refused = run("actions", "done", id_of(listed, "Move the depot"), "--on", "2016-05-20")
    assert (refused.code, "is the year right?" in refused.err, history(case)) == (2, True, before)


@pytest.mark.parametrize("command", [("actions", "--check"), ("actions",), ("trends",), ("cases",)], ids=" ".join)
def test_a_folder_that_is_not_there_is_told(run, case, command):
    refused = run(*command, "--cases", "nowhere")
    assert (refused.code, "there is no folder" in refused.err, refused.out) == (2, True, "")


def test_a_check_of_no_folder_at_all_is_no_success(run, folder):
    assert run("actions", "--check").code == 2


def test_a_triage_ends_with_what_is_to_be_done(run, folder, case):
    answers = {"problem": "x 1", "actions": [{"what": "Ring earlier", "due": "2099-01-01"}]}
    (folder / "a.json").write_text(json.dumps({"questionnaire": "small.yaml", "answers": answers}))
    told = run("triage", "Another", "-a", "a.json", "-Q", "small.yaml")
    assert "1 thing is to be done, the first by 2099-01-01: rootcause actions --case" in told.err
