"""Workflow commands of GitHub, which show findings beside the lines that changed.

Documented under "Workflow commands for GitHub Actions". A step shows ten annotations; whatever comes after is dropped
without a word, so the worst come first and the rest is told as what it is.
"""

from __future__ import annotations

from typing import Final

from rootcause.lint.finding import Finding
from rootcause.lint.formats.concise import line
from rootcause.lint.formats.outcome import Outcome
from rootcause.lint.formats.plain import counted
from rootcause.source.diagnostic import Severity
from rootcause.source.visible import visible

_ANNOTATIONS: Final = 10
_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(outcome: Outcome) -> str:
    """A command for each of the first findings that count, errors first; for the rest a line in the log."""
    by_weight = sorted(outcome.counting, key=lambda finding: list(_COMMANDS).index(finding.severity))
    lines = [_annotation(outcome, finding) for finding in by_weight[:_ANNOTATIONS]]
    if rest := by_weight[_ANNOTATIONS:]:
        more = f"{counted(len(rest), 'more finding')}: see the log of this step, or write SARIF"
        lines += (_command("notice", {"title": "rootcause"}, more), *map(line, rest))
    return "".join(f"{one}\n" for one in lines)


def _annotation(outcome: Outcome, finding: Finding) -> str:
    region = finding.region
    properties = {
        "title": f"rootcause ({finding.code})",
        "file": outcome.at(finding.path),
        "line": str(region.line),
        "endLine": str(region.end_line),
    }
    if region.line == region.end_line:  # over several lines GitHub refuses columns
        properties |= {"col": str(region.column), "endColumn": str(region.end_column)}
    message = f"{finding.message}\nhelp: {finding.help}" if finding.help else finding.message
    return _command(_COMMANDS[finding.severity], properties, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    shown = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {shown}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25"), keep="\r\n").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
