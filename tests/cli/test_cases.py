from __future__ import annotations

import json
import re
from pathlib import Path

import pytest


@pytest.fixture
def cases(run, folder):
    run("triage", "-a", "answers.yaml")
    run("triage", "A second one", "-Q", "late.yaml", "--set", "summary=Late again")
    return sorted((folder / "cases").iterdir())


def test_cases_are_listed_with_their_state(run, cases):
    ran = run("cases")
    assert ran.code == 0
    assert [re.split(" {2,}", line) for line in ran.out.splitlines()] == [
        ["CASE", "STATE", "ANSWERED", "OPEN", "TITLE"],
        [cases[0].name, "unfinished", "1", "0", "A second one"],
        [cases[1].name, "finished", "7", "1, 1 overdue", "Order 4711 came three days late"],
    ]


def test_programs_get_the_list_as_json(run, cases):
    found = json.loads(run("cases", "--json").out)
    assert {case["title"]: case["unfinished"] for case in found} == {
        "Order 4711 came three days late": False,
        "A second one": True,
    }


def test_a_case_that_cannot_be_read_does_not_hide_the_others(run, cases):
    (cases[0] / "case.json").write_text("{")
    ran = run("cases", "--json")
    assert ran.code == 0
    found = json.loads(ran.out)
    assert "ends in the middle" in found[0]["problem"]
    assert found[1]["title"]


def test_no_cases_are_no_error(run):
    ran = run("cases")
    assert (ran.code, ran.out) == (0, "")
    assert "There are no cases in" in ran.err
    assert run("cases", "--json").out == "[]\n"


def test_a_case_is_shown_with_its_answers(run, cases):
    ran = run("show", "4711")
    assert ran.code == 0
    assert "Order 4711 came three days late" in ran.out
    assert "Our own van" in ran.out
    assert "finished" in ran.out


def test_a_case_is_shown_as_it_is_saved_to_programs(run, folder, cases):
    ran = run("show", "4711", "--json")
    (case,) = (folder / "cases").glob("*4711*")
    assert ran.out == (case / "case.json").read_text()


def test_text_of_people_cannot_act_when_it_is_shown(run, folder):
    run("triage", "-Q", "late.yaml", "--set", "summary=a\u202eb [bold]c[/bold]", "--cases", "other")
    ran = run("show", "a", "--cases", "other")
    assert "\u202e" not in ran.out
    assert "[bold]c[/bold]" in ran.out


def test_a_case_is_deleted_only_when_asked_twice(run, folder, cases):
    refused = run("delete", "4711")
    assert refused.code == 2
    assert "hint: add --yes if you are sure" in refused.err
    assert len(list((folder / "cases").iterdir())) == 2
    ran = run("delete", "4711", "--yes")
    assert ran.code == 0
    assert not list((folder / "cases").glob("*4711*"))


@pytest.mark.parametrize("command", ["show", "report", "delete", "edit", "resume"])
def test_a_case_that_is_not_there_gets_the_nearest_name(run, cases, command):
    ran = run(command, "order-4771-came")
    assert ran.code == 2
    assert 'error: no case "order-4771-came" in ' in ran.err
    assert "hint: did you mean" in ran.err


def test_cases_lie_where_the_environment_says(run, folder):
    run("triage", "-a", "answers.yaml", ROOTCAUSE_CASES="elsewhere")
    assert (folder / "elsewhere").is_dir()
    assert "4711" in run("cases", ROOTCAUSE_CASES="elsewhere").out


def test_a_case_is_deleted_by_its_folder(run, folder, cases):
    (case,) = (folder / "cases").glob("*4711*")
    assert run("delete", f"./cases/{case.name}", "--yes").code == 0
    assert not case.exists()


def test_a_case_is_shown_with_its_causes_and_the_strength_of_its_actions(run):
    answers = Path(__file__).parents[2] / "examples" / "gitlab-2017" / "answers.yaml"
    run("triage", "-a", str(answers), "--cases", "other")
    ran = run("show", "gitlab", "--cases", "other")
    _, _, causes = ran.out.partition("\nCauses\n")
    assert "├── 1.1 " in causes.replace("│   ", "")
    assert "(root cause)" in " ".join(causes.split())
    assert "intermediate  ██████████████████████████████ 3" in causes
    assert "stronger      ██████████ 1" in causes
