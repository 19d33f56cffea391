"""Lets a finding stand, with a reason, or takes that back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

from rootcause.analysis.checks.check import Check
from rootcause.analysis.checks.finding import Finding
from rootcause.case.model import Waiver
from rootcause.case.store import OpenCase
from rootcause.case.waiving import take_back, waive
from rootcause.cli.checking.looking import Looked, looked
from rootcause.cli.checking.request import Request
from rootcause.cli.checking.selection import named, the_one
from rootcause.cli.output import say
from rootcause.cli.reporting.moment import epoch
from rootcause.cli.seen_before import SeenBefore
from rootcause.cli.taking_up import clock_in, fitted, interview_of, load_for, tell_changes, zone_of
from rootcause.cli.whereabouts import store_at
from rootcause.errors import RootcauseError

_WHOLE: Final = "analysis"
"""How a place is called that is no answer."""

_Thing = TypeVar("_Thing")


def let_stand(request: Request, word: str, place: str | None, reason: str | None) -> int:
    """Waive a finding. Raises RootcauseError without a reason, or when there is no such finding."""
    if reason is None or not reason.strip():
        raise RootcauseError("a finding is let stand for a reason", hint='say it: --because "..."')
    check = the_one(word)
    with _opened(request, (check,)) as (opened, seen):
        places = _places(seen.counting or seen.findings)
        finding = _chosen(places, place, f"{check.name} finds nothing", seen)
        waiver = Waiver(check.name, reason.strip(), finding.key, finding.text)
        now = clock_in(opened.case.timezone)()
        opened.save(waive(seen.case, waiver, now=now, who=request.by))
        where = next(name for name, one in places.items() if one is finding)
        say(f"{check.name} may stand at {where}. The report says why once it is written anew: {seen.command('report')}")
    return 0


def count_again(request: Request, word: str, place: str | None) -> int:
    """Take a waiver back. Raises RootcauseError when there is no such one."""
    check = named(word)
    name = word if check is None else check.name  # a check that is gone may have left waivers behind
    with _opened(request, () if check is None else (check,)) as (opened, seen):
        waivers = {one: _names_of(one, seen.findings) for one in opened.case.waivers if one.check == name}
        places = {where: one for one, names in waivers.items() for where in names}
        waiver = _chosen(places, place, f"nobody has waived {name}", seen)
        now = clock_in(opened.case.timezone)()
        opened.save(take_back(seen.case, waiver, now=now, who=request.by))
        say(f"{name} counts again. It was waived because: {waiver.reason}")
    return 0


@contextmanager
def _opened(request: Request, checks: Sequence[Check]) -> Iterator[tuple[OpenCase, Looked]]:
    """The case that is meant, locked, with what the checks find in it as it fits its questionnaire today."""
    store, now = store_at(request.folder), epoch(os.environ)
    with store.open(request.reference()) as opened:
        questionnaire, ref = load_for(opened.case, request.folder)
        in_zone = clock_in(zone_of(opened.case))
        case, changes = fitted(opened.case, questionnaire, ref, now=in_zone(), who=request.by)
        tell_changes(case, changes)
        interview = interview_of(case, questionnaire, in_zone if now is None else lambda: now)
        with SeenBefore(request.folder) as before:
            seen = looked(
                case,
                interview,
                folder=opened.folder,
                called=request.reference(),
                cases=request.folder,
                checks=checks,
                now=now,
                seen=before,
            )
        yield opened, seen


def _places(findings: Iterable[Finding]) -> dict[str, Finding]:
    """What each place is called, as people see it and by its key, and the first finding there."""
    found: dict[str, Finding] = {}
    for finding in findings:
        for name in _names(finding):
            found.setdefault(name, finding)
    return found


def _names(finding: Finding) -> tuple[str, ...]:
    names = (finding.where, "" if finding.key is None else str(finding.key))
    return tuple(dict.fromkeys(filter(None, names))) or (_WHOLE,)


def _names_of(waiver: Waiver, findings: Iterable[Finding]) -> tuple[str, ...]:
    names = [name for one in findings if one.waiver == waiver for name in _names(one)]
    return tuple(dict.fromkeys((*names, _WHOLE if waiver.key is None else str(waiver.key))))


def _chosen(places: Mapping[str, _Thing], place: str | None, none: str, seen: Looked) -> _Thing:
    """What stands at that place, or without one the only thing there is. Raises RootcauseError naming the places."""
    if place is not None:
        for name, thing in places.items():
            if name.casefold() == place.strip().casefold():
                return thing
    first: dict[int, str] = {}
    for name, thing in places.items():
        first.setdefault(id(thing), name)
    if place is None and len(first) == 1:
        return next(iter(places.values()))
    listed = ", ".join(f'"{name}"' for name in first.values())
    if not first:
        raise RootcauseError(f"{none} in {seen.called}", hint=f"look at it with: {seen.command('check')} --waived")
    if place is None:
        raise RootcauseError(f"which one? There are {listed}", hint="name it with --at")
    raise RootcauseError(f'{none} at "{place}"', hint=f"there is {listed}")
