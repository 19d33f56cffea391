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


@pytest.fixture
def own(folder):
    """A questionnaire of the project whose file is not called like its id."""
    (folder / "questionnaires").mkdir()
    text = (folder / "late.yaml").read_text()

    def write(id):
        (folder / "questionnaires" / "own.yaml").write_text(text.replace("id: late\n", f"id: {id}\n"))

    return write


@pytest.mark.parametrize("id", ["my-own", "what-why-different"], ids=["an id of its own", "an id of another one"])
def test_a_questionnaire_is_found_again_whatever_its_file_is_called(run, folder, own, id):
    own(id)
    run("triage", "Order 4711", "-Q", "own", "--set", "summary=It was late")
    assert run("show", "4711").code == 0
    ran = run("resume", "4711", "--set", "carrier=own")
    assert "has changed" not in ran.err
    (case,) = (folder / "cases").iterdir()
    assert set(saved(case)["answers"]) == {"summary", "carrier"}


def test_another_questionnaire_in_place_of_that_of_the_case_is_refused(run, folder, case):
    before = (case / "case.json").read_bytes()
    ran = run("resume", "4711", "-Q", "incident-review", "--cases", "cases")
    assert ran.code == 2
    assert 'this case answers the questionnaire "late", and incident-review is "incident-review"' in ran.err
    assert f"hint: say where it is now: rootcause resume {case.name} --cases cases -Q FILE" in ran.err
    assert (case / "case.json").read_bytes() == before


def test_answers_for_another_questionnaire_are_refused(run, folder, case):
    before = (case / "case.json").read_bytes()
    (folder / "other.yaml").write_text("by: Kim\nquestionnaire: incident-review\nanswers: {summary: x}\n")
    ran = run("resume", "4711", "-a", "other.yaml")
    assert ran.code == 2
    assert "other.yaml:2:16: error[another-questionnaire]" in ran.err
    assert (case / "case.json").read_bytes() == before


def test_answers_for_a_questionnaire_that_moved_are_taken(run, folder, case):
    (folder / "late.yaml").rename(folder / "moved.yaml")
    assert run("resume", "4711", "-Q", "moved.yaml", "-a", "answers.yaml").code == 0


def test_times_lie_in_the_zone_that_the_file_names(run, folder):
    (folder / "moment.yaml").write_text(
        "rootcause: 1\nid: m\nversion: 1.0.0\ntitle: M\nsections:\n  - id: one\n    title: One\n    questions:\n"
        "      - {id: first, ask: First, type: text}\n      - {id: moment, ask: When, type: datetime}\n"
    )
    run("triage", "Zones", "-Q", "moment.yaml", "--timezone", "UTC", "--set", "first=x")
    (folder / "a.yaml").write_text("timezone: America/New_York\nanswers: {moment: 2026-01-31 14:30}\n")
    assert run("resume", "zones", "-a", "a.yaml").code == 0
    (case,) = (folder / "cases").iterdir()
    assert saved(case)["answers"]["moment"]["value"].startswith("2026-01-31T14:30:00-05:00")


def test_looking_at_a_case_tells_what_a_change_sets_aside(run, folder, case):
    text = (folder / "late.yaml").read_text()
    (folder / "late.yaml").write_text(text.replace("own: Our own van", "van: Our van"))
    for ran in (run("show", "4711"), run("report", "4711", "-o", "-")):
        assert ran.code == 0
        assert '"carrier" is asked again' in ran.err


def test_an_answer_set_aside_counts_again_when_its_question_is_back(run, folder, case):
    text = (folder / "late.yaml").read_text()
    (folder / "late.yaml").write_text(text.replace("own: Our own van", "van: Our van"))
    run("resume")
    assert "carrier" not in saved(case)["answers"]
    (folder / "late.yaml").write_text(text)
    ran = run("resume")
    assert '"carrier" fits again; the answer that was set aside counts' in ran.err
    assert saved(case)["answers"]["carrier"]["value"] == "own"
    assert not saved(case).get("set_aside")


def test_a_time_zone_that_is_none_is_said_to_stand_in_the_case(run, case):
    text = json.loads((case / "case.json").read_text())
    (case / "case.json").write_text(json.dumps(text | {"timezone": "Europe/Berln"}))
    ran = run("show", "4711")
    assert ran.code == 2
    assert f'case.json of {case.name}: timezone: there is no time zone "Europe/Berln"' in ran.err


def test_a_saved_answer_that_fails_its_check_now_says_why_it_is_asked(run, folder):
    run("triage", "-a", "answers.yaml", "--no-input")
    text = (folder / "late.yaml").read_text()
    (folder / "late.yaml").write_text(text.replace("arrived >= promised", "arrived < promised"))
    ran = run("resume", "4711")
    assert ran.code == 2
    assert "  arrived: When did it arrive? (it arrived before the promised day; then it was not late)\n" in ran.err


def test_what_was_said_about_an_answer_to_come_goes_with_a_renamed_question(run, folder, case):
    record = json.loads((case / "case.json").read_text())
    record["remarks"] = {"weather": {"note": "ask the driver"}}
    (case / "case.json").write_text(json.dumps(record))
    text = (folder / "late.yaml").read_text().replace("{id: weather,", "{id: sky, was: weather,")
    (folder / "late.yaml").write_text(text)
    run("resume", case.name, "--no-input")
    assert json.loads((case / "case.json").read_text())["remarks"] == {"sky": {"note": "ask the driver"}}


def test_what_was_begun_goes_with_a_renamed_question(run, folder, case):
    (case / "drafts.json").write_text('{"weather": "it rained", "promised": "2026-"}')
    text = (folder / "late.yaml").read_text().replace("{id: weather,", "{id: sky, was: weather,")
    (folder / "late.yaml").write_text(text)
    run("resume", case.name, "--no-input")
    assert json.loads((case / "drafts.json").read_text()) == {"promised": "2026-", "sky": "it rained"}


def test_what_was_said_about_a_question_that_has_gone_is_kept_and_told(run, folder, case):
    record = json.loads((case / "case.json").read_text())
    record["remarks"] = {"weather": {"note": "ask the driver"}}
    (case / "case.json").write_text(json.dumps(record))
    lines = (folder / "late.yaml").read_text().splitlines(keepends=True)
    (folder / "late.yaml").write_text("".join(line for line in lines if "id: weather" not in line))
    ran = run("resume", case.name, "--no-input")
    assert '"weather" is not there any more; what was said about it is kept' in ran.err
    assert json.loads((case / "case.json").read_text())["remarks"] == {"weather": {"note": "ask the driver"}}
