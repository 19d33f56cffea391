"""One line for each finding, as editors and problem matchers read it."""

from __future__ import annotations

from rootcause.lint.finding import Finding
from rootcause.lint.formats.outcome import Outcome
from rootcause.lint.formats.plain import place, words


def write(outcome: Outcome) -> str:
    """The findings that count, one line each; nothing when there are none."""
    return "".join(f"{line(finding)}\n" for finding in outcome.counting)


def line(finding: Finding) -> str:
    """A finding on one line."""
    what = f"{finding.severity} {finding.code} {words(finding.message)} [{finding.name}]"
    return f"{place(finding.path, finding.region)}: {what}"
