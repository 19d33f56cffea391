"""The commands in a real terminal, asked and answered line by line."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable

import pexpect
import pytest

Start = Callable[..., pexpect.spawn]


@pytest.fixture
def start(folder, environment) -> Start:
    def start(*arguments: str) -> pexpect.spawn:
        return pexpect.spawn(
            sys.executable,
            ["-m", "rootcause", *arguments],
            cwd=folder,
            env={**environment, "TERM": "xterm", "ACCESSIBLE": "1"},
            encoding="utf-8",
            timeout=30,
            dimensions=(40, 100),
        )

    return start


def ended(child: pexpect.spawn) -> int | None:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def only_case(folder):
    (found,) = (folder / "cases").iterdir()
    return json.loads((found / "case.json").read_text())


def test_a_case_is_worked_through_left_and_taken_up_again(start, folder):
    first = start("triage", "-Q", "late.yaml")
    first.expect("A delivery that came late: 6 questions to go, about 5 minutes")
    first.expect("What happened, in one sentence")
    first.expect("> ")
    first.sendline("It was late")
    first.expect("Who carried it")
    first.sendcontrol("c")
    first.expect("Saved. Go on with: rootcause resume ")
    assert ended(first) == 130
    assert only_case(folder)["title"] == "It was late"

    second = start("resume")
    for question, answer in (
        ("Who carried it", "1"),
        ("When was it promised", "2026-01-05"),
        ("When did it arrive", "2026-01-08"),
        ("How was the weather", "rain"),
        ("What[?]", "Call the customer"),
        ("Who sees to it", "Kim"),
        ("By when", "2026-01-20"),
        ("That was all", "1"),
    ):
        second.expect(question)
        second.expect("> ")
        second.sendline(answer)
    second.expect("Finished: 8 answered")
    assert ended(second) == 0


def test_what_files_leave_open_is_asked(start, folder):
    child = start("triage", "-a", "answers.yaml")
    child.expect("A delivery that came late: 1 question to go")
    child.expect("How was the weather")
    child.expect("> ")
    child.sendline("rain")
    child.expect("Finished: ")
    assert ended(child) == 0


def test_what_was_said_to_be_saved_survives_a_kill(start, folder):
    child = start("triage", "-Q", "late.yaml", "--verbose")
    child.expect("> ")
    child.sendline("It was late")
    child.expect("saved summary")
    child.kill(signal.SIGKILL)
    ended(child)
    assert only_case(folder)["answers"]["summary"]["value"] == "It was late"


def test_one_answer_is_changed_and_nothing_else_is_asked(start, run, folder):
    run("triage", "-a", "answers.yaml")
    child = start("edit", "4711", "carrier")
    child.expect("Who carried it")
    child.expect("> ")
    child.sendline("2")
    child.expect("Open now: partner_told")
    assert ended(child) == 0
    assert only_case(folder)["answers"]["carrier"]["value"] == "partner"


@pytest.mark.parametrize(("answer", "left"), [("n", 1), ("", 1), ("y", 0)], ids=["no", "nothing", "yes"])
def test_deleting_asks_first(start, run, folder, answer, left):
    run("triage", "-a", "answers.yaml")
    child = start("delete", "4711")
    child.expect(r"with all files in it\? \[y/N\] ")
    child.sendline(answer)
    assert ended(child) == left
    assert len(list((folder / "cases").iterdir())) == left


def test_an_answer_that_cannot_be_saved_is_shown(start, folder):
    child = start("triage", "-Q", "late.yaml", "--set", "summary=It was late")
    child.expect("Who carried it")
    child.expect("> ")
    (folder / "cases").rename(folder / "moved")
    child.sendline("2")
    child.expect("error: could not save")
    child.expect("this answer is not saved:")
    child.expect("carrier: A partner")
    assert ended(child) == 2
