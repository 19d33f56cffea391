from __future__ import annotations

import json

import pytest

REST = """
answers:
  promised: 2026-01-05
  arrived: 2026-01-08
  actions: [{what: Call, owner: Kim, due: 2026-01-20}]
"""


@pytest.fixture
def case(run, folder):
    """A case with two answers."""
    run("triage", "Order 4711", "-Q", "late.yaml", "--set", "summary=It was late", "--set", "carrier=own")
    (found,) = (folder / "cases").iterdir()
    return found


def saved(case):
    return json.loads((case / "case.json").read_text())


@pytest.mark.parametrize("name", [(), ("4711",)], ids=["the latest unfinished", "named by a part"])
def test_a_case_goes_on_where_it_was_left(run, case, name):
    assert saved(case)["at"] == "promised"
    ran = run("resume", *name, "-a", "-", stdin=REST)
    assert ran.code == 0
    assert ran.err.startswith("Finished: 7 answered.\n")
    assert saved(case)["answers"]["summary"]["value"] == "It was late"
    assert (case / "report.md").exists()


def test_without_answers_it_says_what_is_missing(run, case):
    ran = run("resume")
    assert ran.code == 2
    assert "error: 3 questions still need an answer\n  promised: When was it promised?\n" in ran.err
    assert f"rootcause resume {case.name} -a FILE" in ran.err


def test_the_command_to_go_on_names_the_folder_of_cases_again(run, folder):
    ran = run("triage", "-Q", "late.yaml", "--cases", "my cases", "--set", "summary=x")
    assert "--cases 'my cases' -a FILE" in ran.err


def test_who_goes_on_is_kept_with_their_answers(run, case):
    run("resume", "-a", "-", "--by", "Kim", stdin=REST)
    assert saved(case)["answers"]["promised"]["who"] == "Kim"
    assert "who" not in saved(case)["answers"]["summary"]


def test_a_finished_case_is_not_unfinished(run, case):
    run("resume", "-a", "-", stdin=REST)
    ran = run("resume")
    assert ran.code == 2
    assert "there is no unfinished case in" in ran.err


def test_a_changed_questionnaire_is_told_and_nothing_is_lost(run, folder, case):
    run("resume", "--set", "promised=2026-01-05")
    text = (folder / "late.yaml").read_text()
    text = text.replace("{id: summary, ask", "{id: problem, was: summary, ask")
    text = text.replace(
        "choices: {own: Our own van, partner: A partner}", "choices: {van: Our van, partner: A partner}"
    )
    text = text.replace("1.0.0", "1.1.0")
    text = text.replace("      - {id: carrier", '      - {id: where, ask: "Where?", type: text}\n      - {id: carrier')
    (folder / "late.yaml").write_text(text)
    ran = run("resume")
    assert ran.code == 2
    assert 'The questionnaire "late" has changed since this case was saved:' in ran.err
    assert '"summary" is now "problem"' in ran.err
    assert '"carrier" is asked again' in ran.err
    assert "  new: where, carrier\n" in ran.err
    now = saved(case)
    assert now["questionnaire"]["version"] == "1.1.0"
    assert now["answers"]["problem"]["value"] == "It was late"
    assert [(aside["key"], aside["answer"]["value"]) for aside in now["set_aside"]] == [("carrier", "own")]
    assert "has changed" not in run("resume").err


def test_a_questionnaire_that_moved_is_named_anew(run, folder, case):
    (folder / "late.yaml").rename(folder / "moved.yaml")
    lost = run("resume")
    assert lost.code == 2
    assert "there is no such file" in lost.err
    assert f"hint: say where it is now: rootcause resume {case.name} -Q FILE" in lost.err
    assert run("resume", "-Q", "moved.yaml", "-a", "-", stdin=REST).code == 0
    assert run("show", "4711").code == 0


def test_a_case_in_use_is_left_alone(run, folder, case):
    from rootcause.case.store import CaseStore

    before = (case / "case.json").read_bytes()
    with CaseStore(folder / "cases").open(case.name):
        ran = run("resume", "-a", "-", stdin=REST)
    assert ran.code == 2
    assert "another rootcause is working on the case" in ran.err
    assert (case / "case.json").read_bytes() == before
