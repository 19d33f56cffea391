"""Everything that is known of a run, as one JSON object.

Lines and columns count from 1, columns in code points; the end is exclusive.
"""

from __future__ import annotations

from rootcause.lint.finding import Finding, Region
from rootcause.lint.formats.encoded import indented
from rootcause.lint.formats.outcome import Outcome
from rootcause.source.diagnostic import Severity


def write(outcome: Outcome) -> str:
    """The findings, also those that do not count, the files, and how many counted."""
    summary: dict[str, object] = {f"{severity}s": outcome.count(severity) for severity in Severity}
    summary |= {"fail_on": outcome.fail_on, "failing": outcome.failing}
    return indented(
        {
            "rootcause": outcome.version,
            "files": [outcome.at(path) for path in outcome.files],
            "summary": summary,
            "findings": objects(outcome),
        }
    )


def objects(outcome: Outcome) -> list[dict[str, object]]:
    """Each finding as plain values."""
    return [
        _object(outcome, finding, known_by)
        for finding, known_by in zip(outcome.findings, outcome.fingerprints, strict=True)
    ]


def _object(outcome: Outcome, finding: Finding, known_by: str) -> dict[str, object]:
    suppression, mend = finding.suppression, finding.mend
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        **_where(outcome, finding.path, finding.region),
        "subject": finding.subject,
        "docs": outcome.link(finding.name),
        "related": [
            {**_where(outcome, related.path, related.region), "message": related.message} for related in finding.related
        ],
        "fix": None
        if mend is None
        else {
            "applicability": "safe" if mend.safe else "unsafe",
            "edits": [{**_where(outcome, edit.path, edit.region), "text": edit.text} for edit in mend.replacements],
        },
        "fingerprint": known_by,
        "suppressed": None if suppression is None else {"kind": suppression.kind, "reason": suppression.reason},
    }


def _where(outcome: Outcome, path: str, region: Region) -> dict[str, object]:
    return {
        "path": outcome.at(path),
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
    }
