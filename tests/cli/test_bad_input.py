"""Whatever is wrong with what comes in: a message with the place and the cure, exit code 2, nothing lost."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

HEAD = "rootcause: 1\nid: bad\nversion: 1.0.0\ntitle: Bad\nsections:\n  - id: one\n    title: One\n    questions:\n"
QUESTION = '      - {id: first, ask: "First", type: text}\n'


def questionnaire(*lines: str) -> str:
    return HEAD + QUESTION + "".join(f"      - {line}\n" for line in lines)


@dataclass(frozen=True)
class Bad:
    """A file that is wrong: its content or who makes it, where the mistake is said to be, and words of the message."""

    content: str | bytes | Callable[[Path], object]
    place: str
    says: tuple[str, ...]

    def put(self, path: Path) -> None:
        if callable(self.content):
            self.content(path)
        else:
            path.write_bytes(self.content.encode() if isinstance(self.content, str) else self.content)


NOTHING = Bad(lambda path: None, "", ("there is no such file",))
ANYWHERE = {
    "missing": NOTHING,
    "folder": Bad(Path.mkdir, "", ("is a folder, expected a file",)),
    "pipe": Bad(os.mkfifo, "", ("is a pipe, expected a file", "hint:")),
    "binary": Bad(b"\x89PNG\r\n\x1a\n" + bytes(200), "", ("is not a text file but a picture",)),
    "random bytes": Bad(bytes(range(256)) * 20, "", ("hint: ",)),
    "old encoding": Bad("title: Größe\n".encode("cp1252"), ":1:10", ('would be "ö"', "encoding UTF-8")),
    "duplicate key": Bad("title: a\ntitle: b\n", ":2:1", ('"title"', ":1:1")),
    "tab": Bad("sections:\n\t- id: one\n", ":2:1", ("tab", "spaces")),
    "question mark in braces": Bad("a: {ask: What?, b: c}\n", ":1:14", ("quotes",)),
    "alias": Bad("a: &x 1\nb: *x\n", ":1:4", ("help:",)),
    "tag": Bad("a: !!python/object:os.system [ls]\n", ":1:4", ("help:",)),
    "nesting": Bad("[" * 100_000, ":1:65", ("64",)),
    "six megabytes": Bad(b"a: '" + b"x" * 6_000_000 + b"'", "", ("is larger than 5,000,000 bytes",)),
    "second document": Bad("a: 1\n---\nb: 2\n", ":2:1", ("help:",)),
    "a list": Bad("- a\n- b\n", ":1:1", ()),
    "one word": Bad("hello\n", ":1:1", ()),
}
QUESTIONNAIRES = ANYWHERE | {
    "empty": Bad("", ":1:1", ("the file is empty",)),
    "unknown type": Bad(questionnaire('{id: b, ask: "B", type: txt}'), ":10:33", ('"txt"', 'did you mean "text"?')),
    "unknown key": Bad(questionnaire('{id: b, ask: "B", type: text, hnt: c}'), ":10:39", ('did you mean "hint"?',)),
    "later question": Bad(
        questionnaire('{id: b, ask: "B", type: text, when: answered(c)}', '{id: c, ask: "C", type: text}'),
        ":10:54",
        ('"c"',),
    ),
    "wrong type in a check": Bad(
        questionnaire("{id: n, ask: \"N\", type: integer, check: {that: n > 'x', else: no}}"), ":10:56", ()
    ),
    "wrong version": Bad(HEAD.replace("rootcause: 1", "rootcause: 2") + QUESTION, ":1:12", ("newer",)),
    "include cycle": Bad(
        HEAD.replace("sections:", "include: bad.yaml\nsections:") + QUESTION, ":5:10", ("each other",)
    ),
    "include outside": Bad(
        HEAD.replace("sections:", "include: ../x.yaml\nsections:") + QUESTION, ":5:10", ("outside the folder",)
    ),
}
ANSWERS = ANYWHERE | {
    "empty": Bad("", ":1:1", ("answers",)),
    "unknown key": Bad("anwsers: {}\n", ":1:1", ('did you mean "answers"?',)),
    "answers without their key": Bad("summary: It was late\n", ":1:1", ("below `answers:`",)),
    "answers as a list": Bad("answers: [a]\n", ":1:10", ("expected a mapping of questions to answers",)),
    "time zone": Bad("timezone: Europe/Berln\n", ":1:11", ('did you mean "Europe/Berlin"?',)),
    "language": Bad("language: [en]\n", ":1:11", ("such as en",)),
    "title that is a list": Bad("title: [a]\n", ":1:8", ("expected a text",)),
    "unknown question": Bad("answers:\n  sumary: x\n", ":2:3", ('did you mean "summary"?',)),
    "impossible date": Bad("answers:\n  promised: 2026-02-31\n", ":2:13", ("February 2026 has 28 days",)),
    "a list where text belongs": Bad("answers:\n  summary: [a]\n", ":2:12", ("expected a text, found a list",)),
    "a row that is none": Bad("answers:\n  actions: [call]\n", ":2:13", ("expected a mapping",)),
    "unknown state": Bad("answers:\n  carrier: {state: lost}\n", ":2:20", ("unknown, skipped",)),
}


def told(ran, name: str, bad: Bad) -> None:
    assert ran.code == 2
    assert f"{name}{bad.place}: " in ran.err
    assert [words for words in bad.says if words not in ran.err] == []
    assert "Traceback" not in ran.err + ran.out
    assert "fault" not in ran.err
    assert max(map(len, ran.err.splitlines())) < 300


@pytest.mark.parametrize("bad", QUESTIONNAIRES.values(), ids=QUESTIONNAIRES)
def test_a_questionnaire_that_is_wrong_is_explained(run, folder, bad):
    bad.put(folder / "bad.yaml")
    ran = run("triage", "-Q", "bad.yaml", "--set", "first=x")
    told(ran, "bad.yaml", bad)
    assert not (folder / "cases").exists()


@pytest.mark.parametrize("bad", ANSWERS.values(), ids=ANSWERS)
def test_an_answers_file_that_is_wrong_is_explained(run, folder, bad):
    bad.put(folder / "bad.yaml")
    told(run("triage", "-Q", "late.yaml", "-a", "bad.yaml"), "bad.yaml", bad)


def test_answers_from_a_pipe_are_bounded_too(run):
    told(run("triage", "-a", "-", stdin=b"x" * 6_000_000), "<stdin>", ANYWHERE["six megabytes"])


@pytest.fixture
def case(run, folder):
    run("triage", "-a", "answers.yaml", "--set", "arrived=soon")
    (found,) = (folder / "cases").iterdir()
    return found


CASES = {
    "cut off": (lambda text: text[: len(text) // 2], "ends in the middle"),
    "empty": (lambda text: "", "the file is empty"),
    "another version": (lambda text: text.replace('"rootcause_case": 1', '"rootcause_case": 2'), "2"),
    "no case": (lambda text: "[]", "expected"),
    "wrong value": (lambda text: text.replace('"2026-01-05"', '"2026-01-45"'), "2026-01-31"),
}


@pytest.mark.parametrize(("spoil", "says"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("command", ["show", "report", "resume"])
def test_a_case_that_is_wrong_is_explained_and_left_alone(run, case, command, spoil, says):
    path = case / "case.json"
    path.write_text(spoil(path.read_text()))
    before = path.read_bytes()
    ran = run(command, "4711")
    assert ran.code == 2
    assert ran.err.startswith("error: ")
    assert "case.json" in ran.err
    assert says in ran.err
    assert "\nhint: " in ran.err
    assert path.read_bytes() == before


def test_a_folder_of_cases_that_cannot_be_made_is_explained(run, folder):
    (folder / "cases").write_text("a file")
    ran = run("triage", "-a", "answers.yaml")
    assert ran.code == 2
    assert "error: could not begin a case in" in ran.err
    assert "\nhint: " in ran.err


def test_a_folder_that_cannot_be_written_is_explained(folder, unprivileged):
    (folder / "cases").mkdir()
    (folder / "cases").chmod(0o500)
    ran = unprivileged("triage", "-a", "answers.yaml")
    assert ran.code == 2
    assert "there is no permission" in ran.err
    assert "--cases FOLDER" in ran.err


def test_a_case_that_cannot_be_written_is_explained_and_left_alone(case, unprivileged):
    before = (case / "case.json").read_bytes()
    case.chmod(0o500)
    ran = unprivileged("resume", "4711", "--set", "arrived=2026-01-08")
    case.chmod(0o700)
    assert ran.code == 2
    assert "there is no permission" in ran.err
    assert (case / "case.json").read_bytes() == before
    assert json.loads(before)["title"]
