from __future__ import annotations

import json

import pytest


@pytest.fixture
def case(run, folder):
    run("triage", "-a", "answers.yaml")
    (found,) = (folder / "cases").iterdir()
    return found


def saved(case):
    return json.loads((case / "case.json").read_text())


def test_an_answer_is_replaced_and_the_report_written_again(run, case):
    ran = run("edit", "4711", "summary", "--value", "It came two days late", "--by", "Kim")
    assert ran.code == 0
    assert "The report is in" in ran.err
    assert "It came two days late" in (case / "report.md").read_text()
    last = saved(case)["history"][-1]
    assert (last["what"], last["key"], last["who"]) == ("changed", "summary", "Kim")
    assert last["before"]["value"] == "The parcel came three days after the promised day"


def test_a_cell_of_a_row_is_replaced(run, case):
    assert run("edit", "4711", "actions[1].owner", "--value", "Sam").code == 0
    assert saved(case)["answers"]["actions[1].owner"]["value"] == "Sam"


def test_a_long_answer_comes_from_standard_input(run, case):
    assert run("edit", "4711", "weather", "--value", "-", stdin="Rain, all day\n").code == 0
    assert saved(case)["answers"]["weather"]["value"] == "Rain, all day"


def test_an_answer_can_become_not_known(run, case):
    assert run("edit", "4711", "arrived", "--value", "{state: unknown}").code == 0
    assert saved(case)["answers"]["arrived"]["state"] == "unknown"


def test_questions_that_come_up_are_named(run, case):
    ran = run("edit", "4711", "carrier", "--value", "partner")
    assert ran.code == 0
    assert ran.err == f"Saved. Open now: partner_told. Go on with: rootcause resume {case.name}\n"


def test_without_a_question_they_are_listed(run, case):
    ran = run("edit", "4711")
    assert ran.code == 2
    assert "  actions[1].owner  Who sees to it?\n" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("carrir", "--value", "own"), 'there is no question "carrir"', 'did you mean "carrier"?'),
        (("carrier", "--value", "ship"), 'carrier: "ship" is not one of the choices', "choose from own, partner"),
        (("partner_told", "--value", "yes"), '"partner_told" is not asked', "rootcause edit CASE lists them"),
        (("carrier",), "there is no terminal to ask in", "give the new answer with --value TEXT"),
        (("a[[", "--value", "x"), 'there is no question "a[["', "rootcause edit CASE lists them"),
    ],
    ids=["unknown question", "wrong value", "not asked", "no terminal", "no key at all"],
)
def test_what_cannot_be_changed_is_explained_and_nothing_changes(run, case, arguments, message, hint):
    before = saved(case)
    ran = run("edit", "4711", *arguments)
    assert ran.code == 2
    assert ran.err.startswith(f"error: {message}")
    assert f"hint: {hint}" in ran.err
    assert saved(case)["answers"] == before["answers"]


def test_nobody_is_named_who_did_not_say_so(run, case):
    assert run("edit", "4711", "summary", "--value", "It came late").code == 0
    assert "who" not in saved(case)["answers"]["summary"]


def test_answers_that_count_no_more_and_again_are_named(run, case):
    run("edit", "4711", "carrier", "--value", "partner")
    run("edit", "4711", "partner_told", "--value", "yes")
    ran = run("edit", "4711", "carrier", "--value", "own")
    assert "Not asked any more, but kept: partner_told.\n" in ran.err
    ran = run("edit", "4711", "carrier", "--value", "partner")
    assert "Counts again: partner_told.\n" in ran.err


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ("hello", "this is a list; expected all its entries", "write them as in a file: [{what: ...}]"),
        ("{value: hello}", "this is a list; expected all its entries", "write them as in a file: [{what: ...}]"),
        ("", "there is no answer in that", "to take an answer away, write {state: unknown}"),
    ],
    ids=["a text", "a text within", "nothing"],
)
def test_what_is_no_list_is_refused_for_one(run, case, value, message, hint):
    ran = run("edit", "4711", "actions", "--value", value)
    assert ran.code == 2
    assert ran.err == f"error: actions: {message}\nhint: {hint}\n"


@pytest.mark.parametrize("wrapping", ["{}", "{{value: {}}}"], ids=["bare", "with a word about it"])
def test_a_list_is_replaced_as_a_whole(run, case, wrapping):
    rows = "[{what: Write, owner: Sam, due: 2026-02-01}]"
    assert run("edit", "4711", "actions", "--value", wrapping.format(rows)).code == 0
    report = (case / "report.md").read_text()
    assert "Write" in report
    assert "Call the customer" not in report
