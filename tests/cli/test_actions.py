"""What is to be done in all cases, and what people say became of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EPOCH = "1780000000"  # 2026-05-28
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
      - id: actions
        type: list
        role: actions
        ask: "What will be done?"
        each:
          - {id: what, type: text, ask: "What exactly?"}
          - {id: owner, type: person, ask: "Who?", required: false}
          - {id: due, type: date, ask: "By when?", required: false}
          - {id: done_when, type: text, ask: "How does it show?", required: false}
      - {id: again, type: date, role: follow_up, label: We ask again, ask: "When do we ask again?", required: false}
      - {id: fix, type: text, role: interim_fix, ask: "What holds it together?", required: false}
      - {id: fix_end, type: date, role: interim_fix_end, ask: "Until when?", required: false}
      - {id: users, type: integer, ask: "How many are they?", required: false}
"""
ANSWERS = """
questionnaire: small.yaml
answers:
  problem: 40 parcels came late
  actions:
    - {what: Ring at 90 %, owner: Kim Lee, due: 2026-05-01, done_when: It rang once}
    - {what: Move the depot, owner: Ann, due: 2026-06-03}
    - {what: Think about it}
  again: 2026-05-29
  fix: A second van
  fix_end: 2026-05-20
  users: {state: deferred, to: Ann, by: 2026-06-30}
"""


@pytest.fixture
def case(run, folder):
    (folder / "small.yaml").write_text(QUESTIONS)
    (folder / "small-answers.yaml").write_text(ANSWERS)
    done = run("triage", "Late parcels", "-a", "small-answers.yaml", "-Q", "small.yaml", SOURCE_DATE_EPOCH=EPOCH)
    assert done.code == 0, done.err
    (found,) = (folder / "cases").iterdir()
    return found


@pytest.fixture
def listed(run, case):
    def listed(*arguments: str) -> list[dict[str, object]]:
        done = run("actions", "--json", *arguments, SOURCE_DATE_EPOCH=EPOCH)
        assert done.code == 0, done.err
        return json.loads(done.out)

    return listed


def history(case: Path) -> list[dict[str, object]]:
    return json.loads((case / "case.json").read_text())["history"]


def id_of(listed, what: str) -> str:
    return next(str(one["id"]) for one in listed("--all") if one["what"] == what)


def test_everything_that_waits_is_in_one_list_the_most_urgent_first(listed):
    assert [(one["kind"], one["what"], one["due"]) for one in listed()] == [
        ("action", "Ring at 90 %", "2026-05-01"),
        ("interim", "A second van", "2026-05-20"),
        ("promise", "We ask again", "2026-05-29"),
        ("action", "Move the depot", "2026-06-03"),
        ("question", "How many are they?", "2026-06-30"),
        ("action", "Think about it", None),
    ]


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("--due", "overdue"), 2),
        (("--due", "7d"), 4),
        (("--due", "2026-05-29"), 3),
        (("--due", "all"), 6),
        (("--owner", "kim"), 1),
        (("--owner", "none"), 3),
        (("--kind", "interim"), 1),
        (("--case", "late"), 6),
        (("--done",), 0),
    ],
    ids=str,
)
def test_a_part_of_the_list(listed, arguments, count):
    assert len(listed(*arguments)) == count


@pytest.mark.parametrize(
    "command", [("actions",), ("actions", "--check"), ("actions", "export", "--to", "md")], ids=str
)
def test_an_owner_that_nothing_has_is_told_with_who_may_be_meant(run, case, command):
    done = run(*command, "--owner", "Kim Le", SOURCE_DATE_EPOCH=EPOCH)
    assert (done.code, "No follow-up has an owner" in done.err) == (1 if "--check" in command else 0, False)
    done = run(*command, "--owner", "Kin Lee", SOURCE_DATE_EPOCH=EPOCH)
    assert (done.code, 'No follow-up has an owner "Kin Lee"; did you mean "Kim Lee"?' in done.err) == (0, True)


def test_overdue_is_told_in_words_and_by_the_exit_code(run, case):
    done = run("actions", "--check", SOURCE_DATE_EPOCH=EPOCH)
    assert done.code == 1
    assert "27 days overdue" in done.out
    assert "Move the depot" not in done.out
    assert run("actions", "--check", SOURCE_DATE_EPOCH="1770000000").code == 0


def test_what_is_done_is_in_the_history_and_its_effect_is_looked_at_later(run, listed, case):
    id = id_of(listed, "Ring at 90 %")
    done = run("actions", "done", id, "--result", "rings", "--on", "2026-05-20", "--by", "Jo", SOURCE_DATE_EPOCH=EPOCH)
    assert done.code == 0, done.err
    assert "Did it work? Look on 2026-06-19" in done.err
    last = history(case)[-1]
    assert (last["what"], last["key"], last["note"], last["who"]) == ("done", "actions[1]", "rings", "Jo")
    (review,) = listed("--kind", "review")
    assert (review["what"], review["due"], review["owner"]) == ("It rang once", "2026-06-19", "Kim Lee")
    assert run("actions", "done", str(review["id"]), "--moved", "no", SOURCE_DATE_EPOCH=EPOCH).code == 0
    assert not listed("--kind", "review")


def test_the_same_said_again_changes_nothing(run, listed, case):
    id = id_of(listed, "Move the depot")
    assert run("actions", "done", id, "--result", "moved").code == 0
    before = history(case)
    again = run("actions", "done", id, "--result", "moved")
    assert (again.code, "was done already" in again.err) == (0, True)
    assert history(case) == before
    assert run("actions", "done", id, "--result", "moved to Leeds").code == 0
    assert len(history(case)) == len(before) + 1


def test_a_result_that_is_added_later_changes_no_day(run, listed, case):
    id = id_of(listed, "Ring at 90 %")
    for more in (("--result", "rings", "--on", "2026-05-20"), ("--result", "rings twice")):
        assert run("actions", "done", id, *more, SOURCE_DATE_EPOCH=EPOCH).code == 0
    (done,) = listed("--done")
    assert (done["done_on"], done["result"]) == ("2026-05-20", "rings twice")
    assert run("actions", "done", id, "--on", "2026-05-19", SOURCE_DATE_EPOCH=EPOCH).code == 0
    assert listed("--done")[0]["done_on"] == "2026-05-19"


def test_what_is_put_off_has_another_day_and_a_reason(run, listed, case):
    id = id_of(listed, "A second van")
    done = run("actions", "snooze", id, "--until", "2026-06-10", "--why", "hired", SOURCE_DATE_EPOCH=EPOCH)
    assert done.code == 0, done.err
    assert next(one for one in listed() if one["id"] == id)["due"] == "2026-06-10"
    refused = run("actions", "snooze", id, "--until", "2026-05-01", "--why", "x", SOURCE_DATE_EPOCH=EPOCH)
    assert (refused.code, "a day to come" in refused.err) == (2, True)


def test_what_comes_back_is_opened_again(run, listed, case):
    id = id_of(listed, "Move the depot")
    assert run("actions", "done", id).code == 0
    assert run("actions", "reopen", id, "--why", "too small").code == 0
    assert id in {one["id"] for one in listed()}
    assert [event["what"] for event in history(case)[-2:]] == ["done", "reopened"]


def test_an_answer_given_anew_is_the_last_word(run, listed, case):
    id = id_of(listed, "Move the depot")
    assert run("actions", "snooze", id, "--until", "2099-01-01", "--why", "x").code == 0
    assert run("edit", "late", "actions[2].due", "--value", "2026-07-01").code == 0
    assert next(one for one in listed() if one["id"] == id)["due"] == "2026-07-01"


@pytest.mark.parametrize(
    ("reference", "said"),
    [("zzzzzzzz", "there is no follow-up"), ("nothing:1", "no case"), ("late:9", "there is no follow-up")],
)
def test_an_id_that_is_none_is_named(run, case, reference, said):
    done = run("actions", "done", reference)
    assert (done.code, said in done.err) == (2, True)


@pytest.mark.parametrize("reference", ["late:2", "late:actions[2]", "the first five", "CAPITALS", "rc-"])
def test_there_are_several_ways_to_say_which(run, listed, case, reference):
    id = id_of(listed, "Move the depot")
    said = {"the first five": id[:5], "CAPITALS": id.upper(), "rc-": f"rc-{id}"}.get(reference, reference)
    assert run("actions", "done", said).code == 0
    assert history(case)[-1]["key"] == "actions[2]"


def test_moved_belongs_to_reviews(run, listed, case):
    done = run("actions", "done", id_of(listed, "Move the depot"), "--moved", "yes")
    assert (done.code, "effect review" in done.err) == (2, True)


@pytest.mark.parametrize(("at_once", "rounds"), [(2, 6), (6, 1)])
def test_actions_of_one_case_that_get_done_at_the_same_time_are_all_kept(
    listed, case, folder, environment, at_once, rounds
):
    ids = [str(one["id"]) for one in listed()][:at_once]
    saved = (case / "case.json").read_bytes()
    for _ in range(rounds):
        (case / "case.json").write_bytes(saved)
        command = [sys.executable, "-m", "rootcause", "actions", "done"]
        running = [subprocess.Popen([*command, id, "--result", f"by {id}"], cwd=folder, env=environment) for id in ids]
        assert [one.wait() for one in running] == [0] * at_once
        assert {event.get("note") for event in history(case)} >= {f"by {id}" for id in ids}


def test_cases_that_cannot_be_read_are_named_and_the_rest_is_served(run, listed, case, folder):
    whole = (case / "case.json").read_text()
    for name, text in {
        "truncated": whole[: len(whole) // 2],
        "newer": whole.replace('"rootcause_case": 1', '"rootcause_case": 9'),
    }.items():
        (folder / "cases" / name).mkdir()
        (folder / "cases" / name / "case.json").write_text(text)
    (folder / "cases" / "unreadable").mkdir()
    (folder / "cases" / "unreadable" / "case.json").write_bytes(b"\xff\xfe{")
    done = run("actions", SOURCE_DATE_EPOCH=EPOCH)
    assert done.code == 0
    assert "Move the depot" in done.out
    assert all(f"could not read {name}" in done.err for name in ("truncated", "newer", "unreadable"))
    assert run("actions", "--check", SOURCE_DATE_EPOCH=EPOCH).code == 2
    assert run("actions", "done", "late-parcels:2").code == 0
    trends = run("trends", SOURCE_DATE_EPOCH=EPOCH)
    assert (trends.code, "could not read newer" in trends.err) == (0, True)
    exported = run("export", "--to", "csv", "-o", "tables")
    assert (exported.code, "could not read truncated" in exported.err) == (0, True)
    assert run("cases").out.count("unreadable") >= 3


def test_a_checklist_comes_back_with_its_boxes_ticked(run, listed, case, folder):
    assert run("actions", "export", "--to", "md", "-o", "list.md").code == 0
    text = (folder / "list.md").read_text()
    id = id_of(listed, "Move the depot")
    ticked = "\n".join(line.replace("[ ]", "[x]") if f"rc-{id}" in line else line for line in text.splitlines())
    (folder / "list.md").write_text(ticked)
    said = run("actions", "import", "list.md")
    assert (said.code, "Nothing was written" in said.err) == (0, True)
    assert history(case)[-1]["what"] != "done"
    assert run("actions", "import", "list.md", "--apply", "--by", "Jo").code == 0
    assert (history(case)[-1]["what"], history(case)[-1]["key"]) == ("done", "actions[2]")
    again = run("actions", "import", "list.md", "--apply")
    assert "Nothing has to be changed." in again.err


def test_gh_is_given_every_title_as_it_is(run, folder, environment):
    """The lines run with a `gh` that writes down what it is given, and nothing else happens."""
    hostile = ["$(touch pwned)", "`touch pwned`", "a'b\"c", "; touch pwned", "--title=x", "-h", "new\\nline", "ünï €"]
    rows = "".join(f"    - {json.dumps({'what': one}, ensure_ascii=False)}\n" for one in hostile)
    (folder / "small.yaml").write_text(QUESTIONS)
    (folder / "a.yaml").write_text(f"questionnaire: small.yaml\nanswers:\n  problem: x 1\n  actions:\n{rows}")
    assert run("triage", "-a", "a.yaml", "-Q", "small.yaml").code == 0
    assert run("actions", "export", "--to", "github", "-o", "issues.sh").code == 0
    shell = shutil.which("sh") or "/bin/sh"
    assert subprocess.run([shell, "-n", "issues.sh"], cwd=folder, check=False).returncode == 0
    tools = folder / "tools"
    tools.mkdir()
    recorder = (
        f"#!{sys.executable}\nimport json, sys\nopen('said.jsonl', 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n"
    )
    (tools / "gh").write_text(recorder)
    (tools / "gh").chmod(0o700)
    path = f"{tools}{os.pathsep}{environment.get('PATH', os.defpath)}"
    before = sorted(path.name for path in folder.iterdir())
    assert (
        subprocess.run([shell, "issues.sh"], cwd=folder, env={**environment, "PATH": path}, check=False).returncode == 0
    )
    said = [json.loads(line) for line in (folder / "said.jsonl").read_text().splitlines()]
    titles = [one.removeprefix("--title=") for line in said if line[:2] == ["issue", "create"] for one in line[2:3]]
    assert titles == hostile
    assert sorted(path.name for path in folder.iterdir()) == sorted([*before, "said.jsonl"])
