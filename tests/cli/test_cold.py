"""Most tests run with all modules imported; here each command begins as a shell starts it, and says the same."""

from __future__ import annotations

import shutil

import pytest

from rootcause.cli.commands import COMMANDS

ARGUMENTS = {
    "triage": ("A second one", "-Q", "late.yaml", "-a", "answers.yaml", "-o", "-"),
    "resume": ("4711", "--no-input"),
    "edit": ("4711", "summary"),
    "cases": (),
    "show": ("4711",),
    "check": ("4711",),
    "report": ("4711", "-f", "html", "-o", "-"),
    "delete": ("4711", "--yes"),
    "actions": (),
    "questionnaires": ("what-why-different",),
    "new": ("my-own",),
    "lint": ("late.yaml",),
    "rule": ("several-questions",),
    "schema": ("case",),
    "doctor": (),
    "trends": (),
    "export": ("4711", "-o", "case.zip"),
    "import": ("nothing.zip",),
    "link": ("4711",),
}


def test_each_command_is_tried():
    assert {*ARGUMENTS} == {name for group in COMMANDS.values() for name in group}


@pytest.mark.parametrize("command", ARGUMENTS)
def test_a_command_says_the_same_when_it_has_to_import_its_modules(run, cold, folder, command):
    assert run("triage", "-a", "answers.yaml").code == 0
    shutil.copytree(folder, folder.with_name("as it was"))
    warm = run(command, *ARGUMENTS[command], SOURCE_DATE_EPOCH="1800000000")
    shutil.rmtree(folder)
    folder.with_name("as it was").rename(folder)
    assert cold(command, *ARGUMENTS[command], SOURCE_DATE_EPOCH="1800000000") == warm
    assert "Traceback" not in warm.err
