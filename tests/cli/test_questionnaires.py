from __future__ import annotations

import json
import shutil


def test_the_bundled_ones_are_listed(run):
    ran = run("questionnaires")
    assert ran.code == 0
    assert "what-why-different" in ran.out
    assert "bundled" in ran.out


def test_one_of_the_project_goes_before_a_bundled_one(run, folder):
    (folder / "questionnaires").mkdir()
    shutil.copy(folder / "late.yaml", folder / "questionnaires" / "incident-review.yaml")
    found = {one["name"]: one for one in json.loads(run("questionnaires", "--json").out)}
    assert found["incident-review"]["from"] == "project"
    assert found["incident-review"]["id"] == "late"
    assert found["what-why-different"]["from"] == "bundled"


def test_one_with_mistakes_is_listed_and_says_where_to_look(run, folder):
    (folder / "questionnaires").mkdir()
    (folder / "questionnaires" / "broken.yaml").write_text("rootcause: 1\n")
    assert "has mistakes; see: rootcause questionnaires broken" in run("questionnaires").out
    ran = run("questionnaires", "broken")
    assert ran.code == 2
    assert "questionnaires/broken.yaml:1:1: error[missing-key]" in ran.err


def test_one_is_described(run):
    ran = run("questionnaires", "late.yaml")
    assert ran.out == (
        "A delivery that came late (late 1.0.0)\n"
        "\n"
        "8 questions, about 5 minutes, in en\n"
        "  WHAT happened         7\n"
        "  What we do DIFFERENT  1\n"
    )


def test_the_tree_shows_types_and_conditions(run):
    ran = run("questionnaires", "late.yaml", "--tree")
    assert "partner_told  yesno, when carrier == 'partner'" in ran.out
    assert "choice (own, partner)" in ran.out


def test_programs_get_everything_it_asks(run):
    found = json.loads(run("questionnaires", "late.yaml", "--json").out)
    questions = {question["id"]: question for section in found["sections"] for question in section["questions"]}
    assert questions["carrier"]["choices"] == {"own": "Our own van", "partner": "A partner"}
    assert questions["partner_told"]["when"] == "carrier == 'partner'"
    assert [item["id"] for item in questions["actions"]["each"]] == ["what", "owner", "due"]


def test_the_tests_of_one_that_is_named_are_run(run, folder):
    text = (folder / "late.yaml").read_text()
    tests = "tests:\n  - {name: only a partner is asked about, answers: {carrier: own}, shown: [partner_told]}\n"
    (folder / "late.yaml").write_text(text + tests)
    ran = run("questionnaires", "late.yaml")
    assert ran.code == 1
    assert ", 1 test\n" in ran.out
    assert 'error[failing-test]: the test "only a partner is asked about" does not hold' in ran.err
    (folder / "late.yaml").write_text(text + tests.replace("shown", "hidden"))
    assert run("questionnaires", "late.yaml", "--tree").code == 0
