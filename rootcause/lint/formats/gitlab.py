"""The report of code quality that GitLab shows in a merge request: a list of issues."""

from __future__ import annotations

from typing import Final

from rootcause.lint.formats.encoded import indented
from rootcause.lint.formats.outcome import Outcome
from rootcause.source.diagnostic import Severity
from rootcause.source.visible import visible

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(outcome: Outcome) -> str:
    """The findings that count. GitLab does not show `check_name`, so the description says it as well."""
    return indented(
        [
            {
                "description": f"{finding.code} {finding.name}: {visible(finding.message)}",
                "check_name": finding.code,
                "fingerprint": known_by,
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": outcome.at(finding.path),
                    "positions": {
                        "begin": {"line": finding.region.line, "column": finding.region.column},
                        "end": {"line": finding.region.end_line, "column": finding.region.end_column},
                    },
                },
            }
            for finding, known_by in zip(outcome.findings, outcome.fingerprints, strict=True)
            if finding.suppression is None
        ]
    )
