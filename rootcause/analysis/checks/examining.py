"""Asks every check about an analysis and gathers what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from rootcause.analysis.analysis import Analysis, analyse
from rootcause.analysis.checks import check, families
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.earlier_causes import EarlierCause
from rootcause.analysis.record import Record
from rootcause.case.model import Waiver


def examine(
    record: Record,
    analysis: Analysis | None = None,
    *,
    waivers: Iterable[Waiver] = (),
    today: date | None = None,
    checks: Iterable[Check] | None = None,
    earlier: tuple[EarlierCause, ...] = (),
) -> tuple[Finding, ...]:
    """Everything that these checks find, all of them when none are named, in the order of the checks.

    A finding that is waived is among them, with its waiver. `earlier` are causes that earlier cases had too, without
    those that the case is linked to.
    """
    examined = Examined(record, analyse(record) if analysis is None else analysis, today, earlier)
    by_place = {(one.check, one.key, one.about): one for one in waivers}
    asked = map(check, families()) if checks is None else checks
    found = (finding for one in asked for finding in _findings(one, examined))
    return tuple(replace(one, waiver=by_place.get((one.name, one.key, one.text))) for one in dict.fromkeys(found))


def _findings(one: Check, examined: Examined) -> Iterator[Finding]:
    for found in one.look(examined):
        yield _finding(one, found)


def _finding(one: Check, found: Found) -> Finding:
    at = found.statement
    return Finding(
        one.code,
        one.name,
        one.severity,
        found.message,
        found.question,
        found.where or ("" if at is None else at.label),
        None if at is None else at.key,
        "" if at is None else at.text,
        found.within,
    )
