"""What the runner of GitHub makes of a log, line by line.

It takes a line for a command when it begins with two colons, or has `##[` anywhere; see "Workflow commands for GitHub
Actions", and for the older form the source of its runner.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from rootcause.lint.finding import Finding
from rootcause.lint.formats import FORMATS, github, write
from tests.lint.formats.sample import LONG, NOTE, OUTAGE, TWICE, WORDS, found, hostile, one_of_each, outcome

COMMAND = re.compile(r"\s*::(?P<name>[a-z-]+)(?: (?P<properties>.*?))?::(?P<data>.*)")
OLDER = re.compile(r"##\[(?P<name>[a-z-]+)(?: (?P<properties>[^\]]*))?\](?P<data>.*)")


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """The commands in a log. Every kind of line break is taken for one, so that none can hide a command."""
    read = []
    for line in log.splitlines():
        command = COMMAND.match(line) or OLDER.search(line)
        if command:
            pairs = [pair.partition("=") for pair in (command["properties"] or "").split(",") if pair]
            properties = {key: plain(value) for key, _, value in pairs}
            assert len(properties) == len(pairs), line
            read.append(Command(command["name"], properties, plain(command["data"])))
    return read


def plain(text: str) -> str:
    return re.sub(r"%(25|0D|0A|3A|2C)", lambda code: chr(int(code[1], 16)), text)


def test_a_finding_is_an_annotation_of_its_lines():
    assert commands(github.write(outcome(*one_of_each())))[0] == Command(
        "error",
        {
            "title": "rootcause (RCY001)",
            "file": "app/plans/outage über.yaml",
            "line": "3",
            "endLine": "3",
            "col": "1",
            "endColumn": "3",
        },
        'the key "id" stands twice',
    )


def test_over_several_lines_there_are_no_columns():
    (command,) = commands(github.write(outcome(found(LONG, OUTAGE, "|\n  What happened", "too long"))))
    assert command.properties == {
        "title": "rootcause (RCW002)",
        "file": "app/plans/outage über.yaml",
        "line": "4",
        "endLine": "5",
    }


def test_errors_come_first_then_warnings_then_infos():
    names = [command.name for command in commands(github.write(outcome(*one_of_each())))]
    assert names == ["error", "error", "warning", "warning", "notice"]


def test_after_ten_annotations_one_notice_says_how_many_more_stand_in_the_log():
    warnings = [replace(found(LONG, OUTAGE, "id", "long"), subject=str(number)) for number in range(30)]
    log = github.write(outcome(*warnings, found(TWICE, OUTAGE, "id", "twice"), found(NOTE, OUTAGE, "id", "note")))
    read = commands(log)
    assert [command.name for command in read] == ["error", *["warning"] * 9, "notice"]
    assert read[-1].data == "22 more findings: see the log of this step, or write SARIF"
    assert len(log.splitlines()) == 11 + 22
    assert "plans/outage über.yaml:1:1: info RCM003 note [worth-knowing]" in log


def test_exactly_ten_are_told_without_a_notice():
    read = commands(github.write(outcome(*[found(TWICE, OUTAGE, "id", "twice")] * 10)))
    assert [command.name for command in read] == ["error"] * 10


def test_every_word_of_a_hostile_file_arrives_as_a_word():
    first, second = commands(github.write(outcome(*hostile())))
    shown = WORDS.replace("\x1b", "\\u{1b}").replace("\u202e", "\\u{202e}").replace("\ud800", "\\u{d800}")
    assert first.properties["file"] == second.properties["file"] == "app/::error::a,b%.yaml"
    assert first.data == f"{shown}\nhelp: {shown}"
    assert (first.name, second.name, second.data) == ("error", "warning", shown)


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "github"])
def test_no_other_format_has_a_command_in_its_log(format: str):
    root = replace(outcome(*hostile() * 30), at=str)
    assert commands(write(root, format)) == []


def test_the_rest_in_the_log_is_no_command_either():
    read = commands(github.write(replace(outcome(*hostile() * 30), at=str)))
    assert len(read) == 11


def test_a_run_without_findings_says_nothing():
    assert github.write(outcome(files=("a.yaml",))) == ""


def test_what_is_silenced_is_no_annotation():
    silenced: list[Finding] = [finding for finding in one_of_each() if finding.suppression is not None]
    assert len(silenced) == 2
    assert github.write(outcome(*silenced)) == ""
