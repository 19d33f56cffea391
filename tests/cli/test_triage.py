from __future__ import annotations

import json
import re

import pytest

CASE = "2026-01-31-order-4711"


def only_case(folder):
    (found,) = (folder / "cases").iterdir()
    return found


def saved(folder):
    return json.loads((only_case(folder) / "case.json").read_text())


def test_a_complete_answers_file_gives_a_case_and_its_report(run, folder):
    ran = run("triage", "-a", "answers.yaml")
    case = only_case(folder)
    assert ran.code == 0
    assert ran.out == ""
    assert ran.err.startswith(f"Finished: 7 answered.\nThe report is in cases/{case.name}/report.md.\n")
    assert case.name.endswith("-order-4711-came-three-days-late")
    assert "Call the customer" in (case / "report.md").read_text()
    assert (case / "report.md").stat().st_mode & 0o777 == 0o600


def test_the_head_of_the_file_goes_into_the_case(run, folder):
    run("triage", "-a", "answers.yaml")
    case = saved(folder)
    assert case["title"] == "Order 4711 came three days late"
    assert (case["by"], case["timezone"]) == ("Jo Bell", "Europe/Berlin")
    assert case["questionnaire"]["path"] == str(folder / "late.yaml")
    assert case["answers"]["arrived"]["note"] == "the customer said so"


def test_options_go_before_what_the_file_says(run, folder):
    run("triage", "Another title", "-a", "answers.yaml", "--by", "Kim", "--timezone", "UTC", "--set", "weather=rain")
    case = saved(folder)
    assert (case["title"], case["by"], case["timezone"]) == ("Another title", "Kim", "UTC")
    assert case["answers"]["weather"]["value"] == "rain"


def test_of_several_files_the_later_wins_per_question(run, folder):
    (folder / "more.yaml").write_text("title: Later title\nanswers:\n  carrier: partner\n  partner_told: no\n")
    ran = run("triage", "-a", "answers.yaml", "-a", "more.yaml")
    case = saved(folder)
    assert ran.code == 0
    assert case["title"] == "Later title"
    assert case["answers"]["carrier"]["value"] == "partner"
    assert case["answers"]["partner_told"]["value"] is False
    assert case["answers"]["summary"]["value"] == "The parcel came three days after the promised day"


def test_answers_come_from_standard_input_too(run, folder):
    ran = run("triage", "-Q", "late.yaml", "-a", "-", stdin=(folder / "answers.yaml").read_bytes())
    assert ran.code == 0


def test_answers_may_be_json(run, folder):
    answers = {
        "summary": "Late",
        "carrier": "own",
        "promised": "2026-01-05",
        "arrived": "2026-01-06",
        "actions": [{"what": "Call", "owner": "Kim", "due": "2026-01-20"}],
    }
    (folder / "answers.json").write_text(json.dumps({"answers": answers}, indent="\t"))
    assert run("triage", "-Q", "late.yaml", "-a", "answers.json").code == 0


def test_the_report_goes_where_it_is_asked_for(run, folder):
    ran = run("triage", "-a", "answers.yaml", "-o", "-")
    assert ran.code == 0
    assert ran.out == (only_case(folder) / "report.md").read_text()
    assert run("triage", "-a", "answers.yaml", "-o", "report.md").code == 0
    assert "Call the customer" in (folder / "report.md").read_text()


def test_a_report_replaces_a_report_but_no_other_file(run, folder):
    assert run("triage", "-a", "answers.yaml", "-o", "report.md").code == 0
    assert run("triage", "-a", "answers.yaml", "-o", "report.md").code == 0
    (folder / "notes.md").write_text("my notes\n")
    refused = run("triage", "-a", "answers.yaml", "-o", "notes.md")
    assert refused.code == 2
    assert "notes.md: there is another file already" in refused.err
    assert (folder / "notes.md").read_text() == "my notes\n"
    assert len(list((folder / "cases").iterdir())) == 2
    assert run("triage", "-a", "answers.yaml", "-o", "notes.md", "--force").code == 0


def test_all_problems_are_told_at_once_each_in_its_place(run, folder):
    (folder / "wrong.yaml").write_text(
        "questionnaire: late.yaml\n"
        "answers:\n"
        "  summary: Late\n"
        "  carrier: prtner\n"
        "  promised: 2026-02-31\n"
        "  wether: rain\n"
        "  actions:\n"
        "    - {what: Call, owner: Kim, duee: 2026-01-20}\n"
    )
    ran = run("triage", "-a", "wrong.yaml", "--set", "arrived=soon")
    assert ran.code == 2
    places = [line.partition(": error[")[0] for line in ran.err.splitlines() if ": error[" in line]
    assert places == ["--set:1:10", "wrong.yaml:4:12", "wrong.yaml:5:13", "wrong.yaml:6:3", "wrong.yaml:8:32"]
    assert 'did you mean "partner"?' in ran.err
    assert 'did you mean "weather"?' in ran.err
    assert 'did you mean "due"?' in ran.err


def test_what_was_valid_is_saved_and_the_way_on_is_told(run, folder):
    ran = run("triage", "-Q", "late.yaml", "--set", "summary=It was late", "--set", "carrier=prtner")
    assert ran.code == 2
    assert saved(folder)["answers"].keys() == {"summary"}
    assert "1 answer could not be taken and 4 questions still need an answer" in ran.err
    assert "  carrier: Who carried it?\n" in ran.err
    command = ran.err.rpartition("go on with: rootcause ")[2].split()
    assert command[-2:] == ["-a", "FILE"]
    (folder / "rest.yaml").write_text((folder / "answers.yaml").read_text().replace("questionnaire: late.yaml\n", ""))
    assert run(*command[:-1], "rest.yaml").code == 0
    assert saved(folder)["answers"]["carrier"]["value"] == "own"


def test_the_command_to_go_on_names_the_files_to_mend(run, folder):
    ran = run("triage", "-a", "answers.yaml", "--set", "carrier=prtner")
    assert ran.err.rstrip().endswith("-order-4711-came-three-days-late -a answers.yaml")


def test_an_answer_that_could_not_be_taken_keeps_the_case_open_though_nothing_is_missing(run, folder):
    ran = run("triage", "-a", "answers.yaml", "--set", "wether=rain")
    assert ran.code == 2
    assert "error: 1 answer could not be taken\nhint: " in ran.err
    assert not (only_case(folder) / "report.md").exists()
    assert run("resume", only_case(folder).name).code == 0


def test_a_check_that_fails_is_told_in_the_words_of_the_questionnaire(run, folder):
    ran = run("triage", "-a", "answers.yaml", "--set", "arrived=2026-01-01")
    assert ran.code == 2
    assert "--set:1:10: error[wrong-answer]: it arrived before the promised day; then it was not late" in ran.err


def test_an_answer_that_is_not_asked_is_kept_and_told(run, folder):
    ran = run("triage", "-a", "answers.yaml", "--set", "partner_told=yes")
    assert ran.code == 0
    assert 'note: "partner_told" is not asked after the other answers; its answer is kept' in ran.err
    assert saved(folder)["answers"]["partner_told"]["value"] is True
    assert "partner tell us" not in (only_case(folder) / "report.md").read_text()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("weather=rain = wet", "rain = wet"),
        ("weather=[URGENT] rain", "[URGENT] rain"),
        ("weather={value: rain, sure: assumption}", "rain"),
        ("weather= 12 ", "12"),
    ],
    ids=["equals sign", "bracket that is text", "mapping", "number as text"],
)
def test_a_setting_is_text_unless_it_is_a_list_or_mapping(run, folder, setting, value):
    ran = run("triage", "-a", "answers.yaml", "--set", setting)
    assert ran.code == 0
    assert saved(folder)["answers"]["weather"]["value"] == value


def test_without_answers_and_terminal_it_says_what_is_missing_and_makes_nothing(run, folder):
    ran = run("triage", "-Q", "late.yaml")
    assert ran.code == 2
    assert ran.err.startswith("error: 5 questions still need an answer\n  summary: What happened, in one sentence?\n")
    assert not (folder / "cases").exists()


def test_a_dry_run_lists_what_would_be_asked_and_makes_nothing(run, folder):
    ran = run("triage", "-Q", "late.yaml", "--set", "carrier=partner", "--dry-run")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == [
        "summary",
        "partner_told",
        "promised",
        "arrived",
        "weather",
        "actions",
    ]
    assert not (folder / "cases").exists()


def test_verbose_says_of_each_answer_that_it_is_saved(run, folder):
    ran = run("triage", "-a", "answers.yaml", "--verbose")
    said = [line.removeprefix("saved ") for line in ran.err.splitlines() if line.startswith("saved ")]
    assert set(said) == set(saved(folder)["answers"])


def test_a_case_without_a_title_is_called_after_its_problem(run, folder):
    run("triage", "-Q", "late.yaml", "--set", "summary=The parcel waited at the depot")
    assert saved(folder)["title"] == "The parcel waited at the depot"


@pytest.mark.parametrize(
    ("options", "error", "hint"),
    [
        (("--timezone", "Europe/Berln"), 'there is no time zone "Europe/Berln"', 'did you mean "Europe/Berlin"?'),
        (("--language", "fr"), '"late" does not ask in "fr"', "it asks in en"),
        (("-Q", "lat"), 'there is no questionnaire "lat"', "there are"),
        (("--set", "carrier"), '--set "carrier": expected ID=VALUE', "for example"),
        (("-o", "cases"), "cases: is a folder", "name a file in it"),
    ],
    ids=["time zone", "language", "questionnaire", "setting", "output"],
)
def test_wrong_options_are_explained(run, folder, options, error, hint):
    (folder / "cases").mkdir()
    ran = run("triage", "-a", "answers.yaml", *options)
    assert ran.code == 2
    assert f"error: {error}" in ran.err
    assert f"hint: {hint}" in ran.err
    assert not list((folder / "cases").iterdir())


def test_a_case_that_is_there_already_is_named(run, folder):
    run("triage", "-a", "answers.yaml")
    (first,) = (folder / "cases").iterdir()
    ran = run("triage", "-a", "answers.yaml")
    assert (
        f'note: there is a case "{first.name}" already; to go on with that one: rootcause resume {first.name}'
        in ran.err
    )


def test_a_cell_of_a_row_is_answered_by_the_key_that_the_message_names(run, folder):
    text = (folder / "answers.yaml").read_text()
    assert "due: 2" in text
    (folder / "answers.yaml").write_text(re.sub(r", due: [0-9-]+", "", text))
    ran = run("triage", "-a", "answers.yaml")
    assert "  actions[1].due:" in ran.err
    assert run("resume", "--set", "actions[1].due=2099-11-25").code == 0


def test_defaults_are_taken_without_a_file_too(run, folder):
    (folder / "d.yaml").write_text(
        "rootcause: 1\nid: d\nversion: 1.0.0\ntitle: D\nsections:\n  - id: one\n    title: One\n    questions:\n"
        "      - {id: first, ask: First, type: text, default: as ever}\n"
    )
    ran = run("triage", "Defaults", "-Q", "d.yaml", "--no-input")
    assert ran.code == 0
    assert "Finished: 1 answered" in ran.err
