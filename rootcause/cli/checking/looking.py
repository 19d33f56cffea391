"""Looks at cases: what the checks find in each, and which waivers fit nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from rootcause.analysis.checks import families
from rootcause.analysis.checks.check import Check
from rootcause.analysis.checks.examining import examine
from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.record import Record
from rootcause.case.model import Case, Waiver
from rootcause.case.store import CASE_FILE, CaseStore
from rootcause.cli.recording import record_of
from rootcause.cli.seen_before import RECURRENCE, SeenBefore
from rootcause.cli.taking_up import look_at
from rootcause.cli.whereabouts import command
from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.source.diagnostic import Severity


class Looked(Struct, frozen=True):
    """A case with what was found in it, in the order of its questions, what concerns the whole behind the rest.

    `called` is how somebody named it on the command line, and `cases` what the option says there. `idle` are the
    waivers that no finding fits any more. `rows` says of each row and rung in words what it is about.
    """

    case: Case
    path: Path
    called: str
    cases: str | None
    findings: tuple[Finding, ...]
    idle: tuple[Waiver, ...] = ()
    rows: Mapping[AnswerKey, str] = {}

    def about(self, finding: Finding) -> str:
        """What stands at the place of a finding: the answer, or what the row is that it belongs to."""
        row = None if finding.key is None else _row(finding.key)
        return self.rows.get(row, finding.text) if row is not None else finding.text

    def command(self, name: str) -> str:
        """A command on it, to be typed as it stands."""
        return command(name, self.called, self.cases)

    @property
    def counting(self) -> tuple[Finding, ...]:
        """The findings that nobody has waived."""
        return tuple(one for one in self.findings if one.counts)


def look(
    store: CaseStore,
    reference: str,
    cases: str | None,
    checks: Sequence[Check],
    now: datetime | None,
    *,
    seen: SeenBefore,
) -> Looked:
    """What the checks find in a case, as it stands today or at another moment. Raises CaseError without the case."""
    folder = store.folder(reference)
    case, interview = look_at(store.read(reference), cases, now=now)
    return looked(case, interview, folder=folder, called=reference, cases=cases, checks=checks, now=now, seen=seen)


def looked(
    case: Case,
    interview: Interview,
    *,
    folder: Path,
    called: str,
    cases: str | None,
    checks: Sequence[Check],
    now: datetime | None,
    seen: SeenBefore,
) -> Looked:
    """What the checks find in a case that is open already."""
    record = record_of(case, interview, not_after=now)
    earlier = seen.unlinked(case, record) if any(one.name == RECURRENCE for one in checks) else ()
    today = interview.clock().date()
    found = examine(record, waivers=case.waivers, today=today, checks=checks, earlier=earlier)
    return Looked(
        case,
        folder / CASE_FILE,
        called,
        cases,
        in_order(found, interview),
        tuple(_idle(case.waivers, found, checks)),
        dict(_rows(record)),
    )


def _rows(record: Record) -> Iterator[tuple[AnswerKey, str]]:
    for statement in record.statements:
        for row in statement.rows:
            said = next((cell.text for cell in row.cells.values() if cell.text), "")
            yield AnswerKey(statement.key.question, row.instance), said


def _row(key: AnswerKey) -> AnswerKey:
    """The row or rung of an answer; outside of rows the answer itself."""
    return AnswerKey(key.question.partition(".")[0], key.instance)


def in_order(findings: Iterable[Finding], interview: Interview) -> tuple[Finding, ...]:
    """The findings in the order of the questions, at each the worst first; what concerns the whole behind the rest."""
    questions = interview.questionnaire.questions.values()
    ids = (id for one in questions for id in (one.id, *(f"{one.id}.{item.id}" for item in one.each)))
    places = {id: place for place, id in enumerate(ids)}

    def order(finding: Finding) -> tuple[int, tuple[int, ...], int, int]:
        severity = list(Severity).index(finding.severity)
        if finding.key is None:
            return len(places), (), 0, severity
        container, _, _ = finding.key.question.partition(".")
        return places.get(container, len(places)), finding.key.instance, places.get(finding.key.question, 0), severity

    return tuple(sorted(findings, key=order))


def _idle(waivers: Iterable[Waiver], found: Iterable[Finding], checks: Iterable[Check]) -> Iterator[Waiver]:
    """Those of checks that were asked, or that are none any more."""
    asked = {one.name for one in checks}
    used = {(one.name, one.key, one.text) for one in found}
    for waiver in waivers:
        was_asked = waiver.check in asked or waiver.check not in families()
        if was_asked and (waiver.check, waiver.key, waiver.about) not in used:
            yield waiver
