"""SARIF 2.1.0, which code scanning on GitHub and many editors read.

All rules are listed, also those that found nothing, so that a reader can show what was looked for. GitHub makes its own
fingerprint of a line when none is given under its name; a wrong one there would open alerts again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from rootcause.lint.finding import Finding, Mend, Region
from rootcause.lint.formats.encoded import indented
from rootcause.lint.formats.outcome import Outcome
from rootcause.source.diagnostic import Severity

if TYPE_CHECKING:
    from rootcause.lint.documentation import Page

Properties = dict[str, object]

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SUPPRESSIONS: Final = {"inline": "inSource", "baseline": "external"}
_INTERNAL_ERROR: Final = "internal-error"


def write(outcome: Outcome) -> str:
    """One run with all findings, also those that do not count."""
    rules = [_rule(outcome, page) for page in outcome.pages()]
    index = {rule["id"]: at for at, rule in enumerate(rules)}
    compared = any(one.suppression is not None and one.suppression.kind == "baseline" for one in outcome.findings)
    results = [
        {**_result(outcome, finding, index), **_identity(finding, known_by, compared=compared)}
        for finding, known_by in zip(outcome.findings, outcome.fingerprints, strict=True)
    ]
    driver = {"name": "rootcause", "version": outcome.version, "semanticVersion": outcome.version, "rules": rules}
    finished = not any(finding.name == _INTERNAL_ERROR for finding in outcome.findings)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": finished}],
        "artifacts": [{"location": _file(outcome, path)} for path in outcome.files],
        "results": results,
    }
    return indented({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _rule(outcome: Outcome, page: Page) -> Properties:
    rule, link = page.rule, outcome.web_link(page.rule.name)
    described: Properties = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": page.why or page.summary},
        "help": {"text": _help(page), "markdown": _help(page, fence="```", link=outcome.link(rule.name))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.on},
    }
    return described if link is None else {**described, "helpUri": link}


def _help(page: Page, *, fence: str = "", link: str = "") -> str:
    parts = [page.summary, page.why]
    for heading, examples in (("Example:", page.bad), ("Use instead:", page.good)):
        for example in examples:
            parts += [heading, f"{fence}yaml\n{example}{fence}" if fence else example.rstrip("\n")]
    if link:
        parts.append(f"[{page.rule.name}]({link})")
    return "\n\n".join(filter(None, parts))


def _result(outcome: Outcome, finding: Finding, index: dict[object, int]) -> Properties:
    text = f"{finding.message}\nhelp: {finding.help}" if finding.help else finding.message
    location: Properties = {"physicalLocation": _physical(outcome, finding.path, finding.region)}
    if finding.subject:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.subject}]
    result: Properties = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [location],
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": related.message},
                "physicalLocation": _physical(outcome, related.path, related.region),
            }
            for number, related in enumerate(finding.related, 1)
        ]
    if finding.mend is not None:
        result["fixes"] = [_fix(outcome, finding, finding.mend)]
    return result


def _identity(finding: Finding, known_by: str, *, compared: bool) -> Properties:
    """What the result is known by. When there is a baseline, every result says how it stands to it."""
    told: Properties = {"partialFingerprints": {"rootcause/v1": known_by}}
    suppression = finding.suppression
    if suppression is not None:
        shown: Properties = {"kind": _SUPPRESSIONS[suppression.kind]}
        told["suppressions"] = [shown | ({"justification": suppression.reason} if suppression.reason else {})]
    if compared:
        known = suppression is not None and suppression.kind == "baseline"
        told["baselineState"] = "unchanged" if known else "new"
    return told


def _fix(outcome: Outcome, finding: Finding, mend: Mend) -> Properties:
    changes = [
        {
            "artifactLocation": _file(outcome, path),
            "replacements": [
                {"deletedRegion": _region(edit.region), "insertedContent": {"text": edit.text}}
                for edit in mend.replacements
                if edit.path == path
            ],
        }
        for path in dict.fromkeys(edit.path for edit in mend.replacements)
    ]
    return {
        "description": {"text": finding.help or finding.message},
        "artifactChanges": changes,
        "properties": {"applicability": "safe" if mend.safe else "unsafe"},
    }


def _physical(outcome: Outcome, path: str, region: Region) -> Properties:
    return {"artifactLocation": _file(outcome, path), "region": _region(region)}


def _file(outcome: Outcome, path: str) -> Properties:
    at = outcome.at(path)
    encoded = quote(at, errors="surrogateescape")
    if at.startswith("/"):
        return {"uri": f"file://{encoded}"}
    if re.match(r"[A-Za-z]:/", at):
        return {"uri": f"file:///{at[:2]}{quote(at[2:], errors='surrogateescape')}"}
    return {"uri": encoded, "uriBaseId": "%SRCROOT%"}


def _region(region: Region) -> Properties:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }
