"""The same cause again: told when a case is checked, and linked to the earlier case."""

from __future__ import annotations

import json

import pytest

QUESTIONS = """
rootcause: 1
id: small
version: 1.0.0
title: Small
sections:
  - id: all
    title: All of it
    questions:
      - {id: problem, type: text, role: problem, ask: "What is wrong?"}
      - {id: noticed, type: date, role: detected, ask: "When was it noticed?", required: false}
      - id: whys
        type: ladder
        role: causes
        ask: "Why?"
        next: "And why that?"
        each:
          - {id: because, type: paragraph, ask: Because}
      - id: actions
        type: list
        role: actions
        required: false
        ask: "What will be done?"
        each:
          - {id: what, type: text, ask: "What exactly?"}
          - {id: cause, type: text, ask: "Which cause?", required: false}
"""
FORM = "The form takes any pattern, so a rule with one letter too many reached the gateway."
AGAIN = "The form takes any pattern, so a rule with a letter too many reached our gateway."


@pytest.fixture
def begun(run, folder):
    (folder / "small.yaml").write_text(QUESTIONS)

    def begin(title: str, cause: str, *actions: dict[str, str], **more: str):
        answers = {"problem": title, "whys": [{"because": cause}], "actions": list(actions), **more}
        (folder / "a.json").write_text(json.dumps({"questionnaire": "small.yaml", "answers": answers}))
        return run("triage", title, "-Q", "small.yaml", "-a", "a.json")

    return begin


def test_the_first_case_has_seen_nothing(begun):
    done = begun("First", FORM)
    assert done.code == 0, done.err
    assert "Seen before" not in done.err


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (None, "its action was not done"),
        ("first:1", "its action was done and did not help"),
    ],
)
def test_a_cause_that_comes_back_is_told_with_what_became_of_it(run, begun, done, said):
    assert begun("First", FORM, {"what": "Reject long rules", "cause": "1"}).code == 0
    if done:
        assert run("actions", "done", done, "--on", "yesterday").code == 0
    again = begun("Second", AGAIN)
    assert again.code == 0, again.err
    assert 'Seen before: "First"' in again.err
    assert said in again.err
    assert "Reject long rules" in again.err
    assert "rootcause link" in run("check", "second").out


@pytest.mark.parametrize(
    ("done_on", "said"),
    [
        ("2026-01-20", "its action was done and did not help"),
        ("2026-02-20", "its action was not done"),
    ],
    ids=["before it happened again", "after it had happened again"],
)
def test_what_was_done_is_judged_by_the_day_of_the_problem(run, begun, done_on, said):
    """Both cases are written down today, long after."""
    assert begun("First", FORM, {"what": "Reject long rules"}, noticed="2026-01-10").code == 0
    assert run("actions", "done", "first:1", "--on", done_on).code == 0
    again = begun("Second", AGAIN, noticed="2026-02-10")
    assert 'Seen before: "First", 2026-01-10' in again.err
    assert said in again.err


def test_the_earlier_case_may_be_written_down_later(run, begun):
    assert begun("Second", AGAIN, noticed="2026-02-10").code == 0
    assert "Seen before" not in begun("First", FORM, noticed="2026-01-10").err
    assert 'Seen before: "First"' in run("link", "second").err
    assert run("link", "first", "second").code == 2
    assert run("link", "second", "first", "--because", "the same\nform | <b>").code == 0
    report = run("report", "second", "-o", "-").out
    (line,) = (line for line in report.splitlines() if "Happened before" in line)
    assert "-first: the same form" in line
    assert "<b>" not in line.replace("\\<b>", "")
    assert "Happened before" not in run("report", "second", "--redact", "-o", "-").out


def test_another_cause_is_not_the_same(begun):
    assert begun("First", FORM).code == 0
    assert "Seen before" not in begun("Second", "The van was full, because two tours were put together.").err


def test_a_link_answers_the_question_and_can_be_taken_back(run, begun):
    assert begun("First", FORM).code == 0
    assert begun("Second", AGAIN).code == 0
    assert run("link", "second", "first", "--because", "the same form").code == 0
    assert "recurrence-not-linked" not in run("check", "second").out
    assert "the same form" in run("link", "second").err
    assert run("link", "second", "first", "--remove").code == 0
    assert "recurrence-not-linked" in run("check", "second").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("second", "second"), "as itself"),
        (("first", "second"), "happened after"),
        (("second", "third"), "no case"),
        (("second", "third", "--remove"), "has no link"),
        (("second", "--because", "x"), "which earlier case?"),
    ],
    ids=str,
)
def test_what_cannot_be_linked_is_refused_in_words(run, begun, arguments, said):
    assert begun("First", FORM).code == 0
    assert begun("Second", AGAIN).code == 0
    done = run("link", *arguments)
    assert (done.code, said in done.err) == (2, True), done.err


def test_a_case_that_cannot_be_read_hides_no_other(run, begun, folder):
    assert begun("First", FORM).code == 0
    (folder / "cases" / "broken").mkdir()
    (folder / "cases" / "broken" / "case.json").write_text("{")
    assert 'Seen before: "First"' in begun("Second", AGAIN).err
