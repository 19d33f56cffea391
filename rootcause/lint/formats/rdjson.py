"""The diagnostic format of reviewdog.

Its columns count bytes of UTF-8, and a finding knows the text of its own line only. So a place in a line that no
finding begins in is told by its line, and a mend that needs one is left out: a wrong column would spoil the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rootcause.lint.finding import Finding, Mend, Region
from rootcause.lint.formats.encoded import indented
from rootcause.lint.formats.outcome import Outcome
from rootcause.source.diagnostic import Severity

_SEVERITIES: Final = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

Lines = Mapping[tuple[str, int], str]
"""The lines that are known, by path and number."""


def write(outcome: Outcome) -> str:
    """The findings that count."""
    lines = {(finding.path, finding.region.line): finding.line_text for finding in outcome.findings}
    diagnostics = [_diagnostic(outcome, finding, lines) for finding in outcome.counting]
    return indented({"source": {"name": "rootcause"}, "diagnostics": diagnostics})


def _diagnostic(outcome: Outcome, finding: Finding, lines: Lines) -> dict[str, object]:
    code, link = {"value": finding.code}, outcome.web_link(finding.name)
    diagnostic: dict[str, object] = {
        "message": f"{finding.message}\nhelp: {finding.help}" if finding.help else finding.message,
        "location": _location(outcome, finding.path, finding.region, lines),
        "severity": _SEVERITIES[finding.severity],
        "code": code if link is None else {**code, "url": link},
    }
    if suggestions := _suggestions(finding.path, finding.mend, lines):
        diagnostic["suggestions"] = suggestions
    if finding.related:
        diagnostic["related_locations"] = [
            {"message": related.message, "location": _location(outcome, related.path, related.region, lines)}
            for related in finding.related
        ]
    return diagnostic


def _location(outcome: Outcome, path: str, region: Region, lines: Lines) -> dict[str, object]:
    whole = {"start": {"line": region.line}, "end": {"line": region.end_line}}
    return {"path": outcome.at(path), "range": _range(path, region, lines) or whole}


def _suggestions(path: str, mend: Mend | None, lines: Lines) -> list[dict[str, object]]:
    """What to write instead, when all of it is in this file and at places that are certain."""
    if mend is None or any(edit.path != path for edit in mend.replacements):
        return []
    ranges = [_range(path, edit.region, lines) for edit in mend.replacements]
    if None in ranges:
        return []
    return [{"range": range, "text": edit.text} for range, edit in zip(ranges, mend.replacements, strict=True)]


def _range(path: str, region: Region, lines: Lines) -> dict[str, object] | None:
    first, last = lines.get((path, region.line)), lines.get((path, region.end_line))
    if first is None or last is None:
        return None
    if region.column - 1 > len(first) or region.end_column - 1 > len(last):
        return None  # of a very long line only the start is known
    return {
        "start": {"line": region.line, "column": _bytes(first, region.column)},
        "end": {"line": region.end_line, "column": _bytes(last, region.end_column)},
    }


def _bytes(line: str, column: int) -> int:
    return len(line[: column - 1].encode(errors="replace")) + 1
