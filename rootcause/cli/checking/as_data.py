"""What was found, as one JSON object for programs."""

from __future__ import annotations

from rootcause import __version__
from rootcause.analysis.checks.finding import Finding
from rootcause.case.model import Waiver
from rootcause.cli.checking.looking import Looked
from rootcause.cli.checking.outcome import NEVER, Outcome
from rootcause.cli.output import Json, near
from rootcause.source.diagnostic import Severity


def as_data(outcome: Outcome) -> Json:
    """The cases with all findings, also those that do not count, and those that could not be read."""
    summary: dict[str, Json] = {f"{severity}s": outcome.count(severity) for severity in Severity}
    return {
        "rootcause": __version__,
        "summary": {
            **summary,
            "waived": outcome.waived,
            "fail_on": NEVER if outcome.fail_on is None else outcome.fail_on.value,
            "failing": outcome.failing,
        },
        "cases": [_case(looked) for looked in outcome.cases],
        "unreadable": [
            {"path": near(one.path), "message": one.message, "hint": one.hint} for one in outcome.unreadable
        ],
    }


def _case(looked: Looked) -> Json:
    return {
        "id": looked.case.id,
        "title": looked.case.title,
        "path": near(looked.path),
        "findings": [_finding(one) for one in looked.findings],
        "idle_waivers": [_waiver(one) for one in looked.idle],
    }


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "where": finding.where,
        "key": None if finding.key is None else str(finding.key),
        "text": finding.text,
        "within": None if finding.within is None else list(finding.within),
        "message": finding.message,
        "question": finding.question,
        "waived": None if finding.waiver is None else _waiver(finding.waiver),
    }


def _waiver(waiver: Waiver) -> Json:
    return {
        "check": waiver.check,
        "key": None if waiver.key is None else str(waiver.key),
        "about": waiver.about,
        "reason": waiver.reason,
        "who": waiver.who,
        "when": None if waiver.when is None else waiver.when.isoformat(),
    }
