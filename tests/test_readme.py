"""What the README shows is so: its commands are run, its excerpts stand in the reports, its table is the catalog."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rootcause.questionnaire.catalog import Catalog, bundled_folder

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
FILES = re.findall(r"^<!-- file: (\S+) -->\n```\w*\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "NO_COLOR": "1"}
    words = shlex.split(command.removeprefix("rootcause "))
    return subprocess.run(
        [sys.executable, "-m", "rootcause", *words],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def pattern(shown: str) -> re.Pattern[str]:
    """`...` stands for whatever is left out: within a line, or for whole lines."""
    lines = [re.escape(line).replace(r"\.\.\.", ".*") for line in shown.splitlines()]
    return re.compile("\n".join("(?s:.*?)" if line == ".*" else line for line in lines) + r"\s*")


@pytest.mark.parametrize("block", CONSOLE)
def test_a_command_prints_what_is_shown(block: str, tmp_path: Path) -> None:
    for name, text in FILES:
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for one in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = one.partition("\n")
        printed = run(command, tmp_path).stdout
        assert pattern(shown).fullmatch(printed), printed


def test_the_excerpt_stands_in_the_report() -> None:
    report = (ROOT / "examples/gitlab-2017/report.md").read_text(encoding="utf-8")
    lines = [line.removeprefix("> ").strip() for line in README.splitlines() if line.startswith("> ")]
    assert len(lines) > 5
    for line in lines:
        assert line in report


def test_the_questionnaires_are_those_that_come_with_it() -> None:
    catalog = Catalog((("bundled", bundled_folder()),))
    rows = re.findall(r"^\| `([a-z-]+)` \| .* \| (\d+) \|$", README, re.MULTILINE)
    there = {entry.name: catalog.load(entry.name).questionnaire for entry in catalog.entries()}
    assert dict(rows) == {name: str(questionnaire.minutes) for name, questionnaire in there.items() if questionnaire}


def test_every_command_named_is_one(tmp_path: Path) -> None:
    names = set(re.findall(r"`rootcause ([a-z]+)", README))
    assert {"triage", "resume", "report"} <= names
    offered = run("rootcause --help", tmp_path).stdout
    for name in names:
        assert re.search(rf"^  {name} ", offered, re.MULTILINE), name


@pytest.mark.parametrize("mark", ["report", "tests"])
def test_each_of_the_two_commands_is_there_once(mark: str) -> None:
    assert len(re.findall(rf"^<!-- {mark} -->\n```\npython3 -m venv .*\n```$", README, re.MULTILINE)) == 1


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_link_and_picture_is_there() -> None:
    targets = re.findall(r"\]\((?!https?://)([^)#]+)(?:#[^)]*)?\)", README)
    assert len(targets) > 10
    assert [target for target in targets if not (ROOT / target).exists()] == []
