"""Findings at their line in `case.json`, for programs that show findings of all kinds beside lines of files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from rootcause import __version__
from rootcause.analysis.checks.finding import Finding
from rootcause.case.bounded import read_text
from rootcause.cli.checking.looking import Looked
from rootcause.cli.checking.outcome import Outcome, Unreadable
from rootcause.cli.output import near
from rootcause.interview.answers import AnswerKey
from rootcause.lint import finding as lint
from rootcause.lint.formats import write as write_format
from rootcause.lint.formats.outcome import Outcome as LintOutcome
from rootcause.source.diagnostic import Severity

_decode: Final = json.JSONDecoder().raw_decode
_TOP: Final = lint.Region(1, 1, 1, 2, 0, 1)


def write(outcome: Outcome, format: str, at: Callable[[str], str]) -> str:
    """A format of the linter with what was found in cases; `at` turns a path into the one that programs are told."""
    unreadable = tuple(map(_unreadable, outcome.unreadable))
    found = unreadable + tuple(one for looked in outcome.cases for one in _in_file(looked))
    files = tuple(_path(looked.path) for looked in outcome.cases)
    fail_on = outcome.fail_on or Severity.ERROR
    return write_format(LintOutcome(found, files, __version__, fail_on, at, "docs/checks.md"), format)


def _in_file(looked: Looked) -> Iterator[lint.Finding]:
    lines = _lines(read_text(looked.path))
    for finding in looked.findings:
        yield _located(finding, _path(looked.path), lines)


def _unreadable(case: Unreadable) -> lint.Finding:
    """An error at the top of the file, so that a program does not take what is missing for what is right."""
    path, name = _path(case.path), "unreadable"
    return lint.Finding(name, name, Severity.ERROR, case.message, path, _TOP, line_text="", help=case.hint)


def _located(finding: Finding, path: str, lines: Mapping[str, lint.Region]) -> lint.Finding:
    waiver = finding.waiver
    return lint.Finding(
        finding.code,
        finding.name,
        finding.severity,
        f"{finding.where}: {finding.message}" if finding.where else finding.message,
        path,
        _TOP if finding.key is None else _region(finding.key, lines),
        line_text=finding.text,
        subject="" if finding.key is None else str(finding.key),
        help=finding.question,
        suppression=None if waiver is None else lint.Suppression("waived", waiver.reason),
    )


def _region(key: AnswerKey, lines: Mapping[str, lint.Region]) -> lint.Region:
    """The line of the answer, else that of the list that it belongs to: what is missing has no line of its own."""
    return lines.get(str(key)) or lines.get(key.question.partition(".")[0], _TOP)


def _lines(text: str) -> dict[str, lint.Region]:
    """The line of each answer, as we write them: the first one in the answers that begins with its key."""
    found: dict[str, lint.Region] = {}
    answers = text.find('"answers"')
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        entry = line.lstrip(" ")
        if start > answers and entry.startswith('"'):
            key = str(_decode(entry)[0])
            column = len(line) - len(entry) + 1
            region = lint.Region(number, column, number, len(line) + 1, start + column - 1, start + len(line))
            found.setdefault(key, region)
        start += len(line) + 1
    return found


def _path(path: Path) -> str:
    return near(path).replace("\\", "/")
