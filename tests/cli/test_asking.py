"""The commands in a real terminal, asked and answered line by line."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Iterable

import pexpect
import pytest

Start = Callable[..., pexpect.spawn]
BEGIN = (r"1\. (?:Start|Go on)", "1")
WRITE = (r"[ab]\. Write the report\r", "write the report")
THE_REST = (
    ("Who carried it", "1"),
    ("When was it promised", "2026-01-05"),
    ("When did it arrive", "2026-01-08"),
    ("How was the weather", "rain"),
    ("What[?]", "Call the customer"),
    ("Who sees to it", "Kim"),
    ("By when", "2026-01-20"),
    ("That was all", "1"),
)


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


def says(child: pexpect.spawn, *talk: tuple[str, str]) -> None:
    """Wait for a text and for the prompt behind it, and answer."""
    for text, answer in talk:
        child.expect(text)
        child.expect("> ")
        child.sendline(answer)


def ended(child: pexpect.spawn) -> int | None:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def only_case(folder):
    (found,) = (folder / "cases").iterdir()
    return json.loads((found / "case.json").read_text())


def answered(folder) -> dict[str, object]:
    return {key: answer.get("value", answer["state"]) for key, answer in only_case(folder)["answers"].items()}


def test_a_case_is_worked_through_left_and_taken_up_again(start, folder):
    first = start("triage", "-Q", "late.yaml")
    first.expect("A delivery that came late")
    first.expect("WHAT happened +5 questions")
    first.expect("Saved after every answer")
    says(first, BEGIN, ("What happened, in one sentence", "It was late"))
    first.expect("Who carried it")
    first.send("\x03")
    first.expect("Saved. Go on with: rootcause resume ")
    assert ended(first) == 130
    assert only_case(folder)["title"] == "It was late"

    second = start("resume")
    second.expect("You stopped on .*, at: Who carried it")
    says(second, BEGIN, *THE_REST, WRITE)
    second.expect("Finished: 8 answered")
    assert ended(second) == 0


def test_all_questions_can_be_read_before_the_first_one(start):
    child = start("triage", "-Q", "late.yaml")
    says(child, (*BEGIN[:1], "2"))
    child.expect("- Who carried it")
    child.expect("- When was it promised")
    says(child, (r"4\. Quit", "4"))
    child.expect("Nothing was begun")
    assert ended(child) == 130


def test_nothing_is_left_behind_by_who_only_looks(start, folder):
    child = start("triage", "-Q", "late.yaml")
    says(child, (r"4\. Quit", ":quit"))
    assert ended(child) == 130
    assert not (folder / "cases").exists()


def test_answers_are_taken_from_a_file_named_at_the_start(start, folder):
    (folder / "some.yaml").write_text("answers:\n  carrier: own\n  promised: 2026-01-0x\n")
    child = start("triage", "-Q", "late.yaml")
    says(child, (r"3\. Take answers from a file", "3"), ("Which answers file", "nowhere.yaml"))
    child.expect("nowhere.yaml")
    says(child, (r"3\. Take answers from a file", "3"), ("Which answers file", "some.yaml"))
    child.expect('some.yaml:3:13: error.*"2026-01-0x" is not a date')
    says(child, (r"1\. Go on", "1"), ("What happened, in one sentence", "It was late"))
    child.expect("When was it promised")
    child.send("\x04")
    assert ended(child) == 130
    assert answered(folder) == {"carrier": "own", "summary": "It was late"}


def test_what_files_leave_open_is_asked(start, folder):
    child = start("triage", "-a", "answers.yaml")
    says(child, BEGIN, ("How was the weather", "rain"), WRITE)
    child.expect("Finished: ")
    assert ended(child) == 0


def test_what_was_said_to_be_saved_survives_a_kill(start, folder):
    child = start("triage", "-Q", "late.yaml", "--verbose")
    says(child, BEGIN, ("What happened", "It was late"))
    child.expect("saved summary")
    child.kill(signal.SIGKILL)
    ended(child)
    assert only_case(folder)["answers"]["summary"]["value"] == "It was late"


def test_one_answer_is_changed_and_nothing_else_is_asked(start, run, folder):
    run("triage", "-a", "answers.yaml")
    child = start("edit", "4711", "carrier")
    says(child, ("Who carried it", "2"))
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


def test_an_answer_that_cannot_be_saved_is_asked_for_again_until_there_is_room(start, folder):
    child = start("triage", "-Q", "late.yaml", "--set", "summary=It was late")
    says(child, BEGIN)
    child.expect("Who carried it")
    child.expect("> ")
    (folder / "cases").rename(folder / "moved")
    child.sendline("2")
    child.expect("Problem: Not saved: ")
    (folder / "moved").rename(folder / "cases")
    says(child, ("Type a number", "2"))
    child.expect("Did the partner tell us")
    child.send("\x03")
    assert ended(child) == 130
    assert answered(folder)["carrier"] == "partner"


def test_an_answer_that_nobody_could_save_is_shown_at_the_end(start, folder):
    child = start("triage", "-Q", "late.yaml", "--set", "summary=It was late")
    says(child, BEGIN)
    child.expect("Who carried it")
    child.expect("> ")
    (folder / "cases").rename(folder / "moved")
    child.sendline("2")
    child.expect("Problem: Not saved: ")
    child.send("\x03")
    child.expect("error: could not save")
    child.expect("this answer is not saved:")
    child.expect("carrier: A partner")
    assert ended(child) == 2


# ---- a few words at a question ----------------------------------------------------------------------------------


def words_at(child: pexpect.spawn, question: str, words: Iterable[str]) -> None:
    for word in words:
        says(child, (question, word))


def test_what_is_said_about_an_answer_is_kept_with_it_also_before_it_is_there(start, folder):
    child = start("triage", "-Q", "late.yaml")
    says(child, BEGIN)
    words_at(child, "What happened, in", [":note Kim was there", ":evidence ticket 12", ":sure reported"])
    child.expect("Note: Kim was there")
    child.send("\x03")
    assert ended(child) == 130
    assert only_case(folder)["remarks"]["summary"] == {
        "sure": "reported",
        "note": "Kim was there",
        "evidence": ["ticket 12"],
    }
    again = start("resume")
    says(again, BEGIN, ("What happened, in", "It was late"))
    again.expect("Who carried it")
    again.send("\x03")
    assert ended(again) == 130
    answer = only_case(folder)["answers"]["summary"]
    assert (answer["note"], answer["sure"], answer["evidence"]) == ("Kim was there", "reported", ["ticket 12"])


def test_a_mistake_is_taken_back_and_a_question_gone_to(start, folder):
    child = start("triage", "-Q", "late.yaml", "--set", "summary=It was late")
    says(
        child,
        BEGIN,
        ("Who carried it", "2"),
        ("Did the partner tell us", ":undo"),
        ("Who carried it", "1"),
        ("When was it promised", ":goto summary"),
        ("What happened, in", "It was very late"),
    )
    child.expect("When was it promised")
    child.send("\x03")
    assert ended(child) == 130
    assert answered(folder) == {"summary": "It was very late", "carrier": "own"}


def test_a_date_is_said_as_people_say_it_and_shown_as_it_was_understood(start, folder):
    child = start("triage", "-Q", "late.yaml", "--set", "summary=It was late", "--set", "carrier=own")
    says(child, BEGIN, ("When was it promised", "5 Jan 2026"))
    child.expect("Understood: Monday, 5 January 2026")
    says(child, ("When did it arrive", "yesterday"))
    child.expect("Understood: ")
    child.send("\x03")
    assert ended(child) == 130
    assert answered(folder)["promised"] == "2026-01-05"


# ---- what is asked in a run -------------------------------------------------------------------------------------


@pytest.fixture
def short(folder) -> None:
    text = (folder / "late.yaml").read_text()
    (folder / "short.yaml").write_text(text.replace("{id: summary", "{quick: true, id: summary", 1))


def test_a_short_run_asks_what_must_be_asked_and_the_report_names_the_rest(start, folder, short):
    child = start("triage", "-Q", "short.yaml", "--quick")
    child.expect("1 question ")
    says(child, BEGIN, ("What happened, in", "It was late"))
    child.expect("This is a short run: 5 more can be answered later")
    says(child, WRITE)
    child.expect("1 answered; 5 questions still open")
    child.expect("Go on with: rootcause resume")
    assert ended(child) == 0
    (report,) = (folder / "cases").glob("*/report.md")
    assert "Who carried it" in report.read_text()
    again = start("resume")
    says(again, BEGIN)
    again.expect("Who carried it")
    again.send("\x03")
    assert ended(again) == 130


def test_a_short_run_from_a_file_needs_only_what_must_be_asked(run, folder, short):
    ran = run("triage", "-Q", "short.yaml", "--quick", "--set", "summary=It was late", "--no-input")
    assert ran.code == 0, ran.err
    assert "5 questions still open" in ran.err


def test_who_was_asked_answers_and_it_is_told_on_return(start, run, folder):
    child = start("triage", "-Q", "late.yaml", "--by", "Jo", "--set", "summary=It was late", "--set", "carrier=own")
    says(child, BEGIN, ("When was it promised", ":ask Kim 2030-01-01"))
    child.expect("When did it arrive")
    child.send("\x03")
    assert ended(child) == 130
    (folder / "kim.yaml").write_text("by: Kim\nanswers:\n  promised: 2026-01-05\n")
    run("resume", "-a", "kim.yaml", "--no-input")
    back = start("resume", "--by", "Jo")
    back.expect("You stopped on ")
    back.expect("New from Kim: Promised: 5 January 2026|New from Kim: When was it promised.*5 January 2026")
    back.send("\x03")
    assert ended(back) == 130


def test_only_what_waits_for_somebody_is_asked(start, folder):
    child = start("triage", "-Q", "late.yaml", "--set", "summary=It was late", "--set", "carrier=own")
    says(child, BEGIN, ("When was it promised", ":ask Kim"))
    child.expect("When did it arrive")
    child.send("\x03")
    assert ended(child) == 130
    only = start("resume", "--only", "deferred")
    only.expect("Waiting for Kim: ")
    says(only, BEGIN, ("When was it promised", "2026-01-05"))
    only.expect("Save and leave")
    only.send("\x03")
    only.expect("rootcause resume .* --only deferred")
    assert ended(only) == 130


def test_a_finished_case_is_looked_over_and_one_answer_changed(start, run, folder):
    run("triage", "-a", "answers.yaml", "--set", "weather=rain")
    child = start("resume", "4711")
    child.expect("So far: ")
    says(child, ("Type a number", ":goto weather"))
    says(child, ("How was the weather", "snow"), WRITE)
    assert ended(child) == 0
    assert answered(folder)["weather"] == "snow"


def test_a_note_that_nobody_could_save_is_shown_at_the_end(start, folder):
    child = start("triage", "-Q", "late.yaml", "--set", "summary=It was late")
    says(child, BEGIN)
    child.expect("Who carried it")
    child.expect("> ")
    (folder / "cases").rename(folder / "moved")
    child.sendline(":note the driver knows")
    child.expect("Problem: Not saved: ")
    child.send("\x03")
    child.expect("carrier: the driver knows")
    assert ended(child) == 2


@pytest.mark.parametrize("word", [":unknown", ":skip", ":ask Kim", ":another", ":note x"])
def test_a_word_for_a_question_does_nothing_at_the_review(start, run, folder, word):
    run("triage", "-a", "answers.yaml", "--set", "weather=rain")
    before = answered(folder)
    child = start("resume", "4711")
    says(child, ("Type a number, or a letter", word))
    child.expect("That belongs to a question")
    says(child, ("Type a number, or a letter", ":quit"))
    assert ended(child) == 130
    assert answered(folder) == before


def test_a_finished_case_that_waits_for_somebody_is_the_one_that_is_asked_about(start, run, folder):
    ran = run("triage", "-a", "answers.yaml", "--set", "weather={state: deferred, to: Kim}")
    assert "When Kim has answered: rootcause resume " in ran.err
    assert ran.err.rstrip().endswith("--only deferred")
    run("triage", "Another", "-Q", "late.yaml", "--set", "summary=Late again", "--no-input")
    child = start("resume", "--only", "deferred")
    child.expect("Waiting for Kim: ")
    says(child, BEGIN, ("How was the weather", "rain"), WRITE)
    assert ended(child) == 0


def test_an_answer_is_asked_about_while_it_is_fresh_and_the_case_says_where_to_look_again(start, folder):
    child = start("triage", "-a", "answers.yaml", "--set", "weather=rain", "--set", "actions=")
    says(child, BEGIN, ("What[?]", "Call the customer"), ("Who sees to it", "the support team"))
    child.expect("It may stand as it is; :back goes back to it")
    says(child, ("By when", "2026-01-20"), ("That was all", "1"))
    says(child, ("Worth another look: ", "write the report"))
    child.expect("Worth another look: .* Shown by: rootcause check ")
    assert ended(child) == 0
    assert answered(folder)["actions[1].owner"] == "the support team"
