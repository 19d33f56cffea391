"""Earlier cases with the same cause: told when a case is closed or checked, and linked to it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Final, Self

from rootcause.analysis.analysis import analyse
from rootcause.analysis.earlier_causes import EarlierCause, unlinked
from rootcause.analysis.happening import happened_on
from rootcause.analysis.record import Record
from rootcause.analysis.sought_causes import sought_in
from rootcause.case.follow_through import link, unlink
from rootcause.case.model import Case
from rootcause.case.store import CASE_FILE, CaseStore
from rootcause.cli.indexing import index_at
from rootcause.cli.output import say
from rootcause.cli.recording import record_of
from rootcause.cli.taking_up import clock_in, look_at, zone_of
from rootcause.cli.whereabouts import command, store_at
from rootcause.errors import RootcauseError
from rootcause.index.earlier import earlier_causes
from rootcause.index.index import Index

PATIENCE: Final = 10.0
_LISTED_AT_MOST: Final = 3
_LONGEST: Final = 70

RECURRENCE: Final = "recurrence-not-linked"
"""The check that asks for the link."""


class SeenBefore:
    """Looks up earlier cases with the same cause, with one index for all that is asked. A context manager."""

    def __init__(self, cases: str | None) -> None:
        self._cases = cases
        self._index: Index | None = None

    def unlinked(self, case: Case, record: Record) -> tuple[EarlierCause, ...]:
        """Causes that earlier cases had too, and that no link tells of yet; the latest first."""
        if not _has_others(case, self._cases):
            return ()
        if self._index is None:
            self._index = index_at(self._cases)
        linked = [one.case for one in case.links]
        sought = sought_in(analyse(record))
        day = happened_on(record, case.begun)
        return unlinked(earlier_causes(self._index, case.id, day, case.begun, sought, linked=linked), linked)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._index is not None:
            self._index.close()


def tell(found: Sequence[EarlierCause], case: str, cases: str | None) -> None:
    """Say which earlier cases had the same cause, what became of it there, and ask for the link."""
    if not found:
        return
    for one in _by_case(found)[:_LISTED_AT_MOST]:
        for line in _lines(one):
            say(line)
    first = found[0].case_id
    say(f"Is it the same again? Then say so: {command('link', case, cases)} {first} --because ...")


def list_the_same(name: str, cases: str | None) -> None:
    """Say to which cases a case is linked, and which others had the same cause."""
    case, interview = look_at(store_at(cases).read(name), cases)
    for one in case.links:
        say(f"Linked to {one.case}" + (f": {one.reason}" if one.reason else ""))
    with SeenBefore(cases) as seen:
        found = seen.unlinked(case, record_of(case, interview))
    for each in _by_case(found):
        for line in _lines(each):
            say(line)
    if found:
        say(f"Is one of them the same again? {command('link', name, cases)} EARLIER --because ...")
    elif not case.links:
        say("No earlier case of the last two years has a cause in the same or in similar words.")


def link_to(name: str, earlier: str, reason: str | None, by: str | None, cases: str | None, *, remove: bool) -> None:
    """Link a case to an earlier one, or take that back. Raises RootcauseError when it cannot be the same again."""
    store = CaseStore(store_at(cases).root, patience=PATIENCE)
    folder = store.folder(name)
    with store.open(folder / CASE_FILE) as opened:
        case, now = opened.case, clock_in(zone_of(opened.case))()
        if remove:
            gone = next((one.case for one in case.links if one.case == earlier or earlier in one.case), None)
            if gone is None:
                raise RootcauseError(
                    f'{case.id} has no link to "{earlier}"', hint=f"see: {command('link', name, cases)}"
                )
            opened.save(unlink(case, gone, now=now, who=by))
            say(f"{case.id} is not linked to {gone} any more.")
            return
        other = store.read(earlier)
        if other.id == case.id:
            raise RootcauseError("a case is not the same again as itself", hint="name the earlier one second")
        if _moment(other, cases) > _moment(case, cases):
            raise RootcauseError(
                f"{other.id} happened after {case.id}; a link goes to the earlier one",
                hint=command("link", other.id, cases) + f" {case.id}",
            )
        opened.save(link(case, other.id, now=now, who=by, reason=reason))
        say(f"{case.id} is the same again as {other.id}; trends count it so.")


def _moment(case: Case, cases: str | None) -> tuple[date, datetime]:
    """By what one case is earlier than another, also when its questionnaire is gone."""
    try:
        looked, interview = look_at(case, cases)
    except RootcauseError:
        return case.begun.date(), case.begun
    return happened_on(record_of(looked, interview), case.begun), case.begun


def _has_others(case: Case, cases: str | None) -> bool:
    """Whether there may be an earlier case at all; so the first one costs nothing."""
    try:
        with os.scandir(store_at(cases).root) as entries:
            return any(not one.name.startswith(".") and one.name != case.id for one in entries)
    except OSError:
        return False


def _by_case(found: Iterable[EarlierCause]) -> list[list[EarlierCause]]:
    gathered: defaultdict[str, list[EarlierCause]] = defaultdict(list)
    for one in found:
        gathered[one.case_id].append(one)
    return list(gathered.values())


def _lines(same: Sequence[EarlierCause]) -> list[str]:
    """A case, and what became there of each cause that is there again."""
    lines = [f'Seen before: "{_cut(same[0].title)}", {same[0].happened_on} ({same[0].case_id})']
    for one in same:
        lines.append(f"  cause {one.number}: {one.in_words}")
    return lines


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
