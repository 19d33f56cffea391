"""What becomes of a case when somebody lets a finding stand, or takes that back; the history keeps every reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace

from rootcause.case.model import Case, Event, Waiver, What
from rootcause.interview.answers import AnswerKey


def waive(case: Case, waiver: Waiver, *, now: datetime, who: str | None = None) -> Case:
    """The case with one more waiver; it takes the place of one for the same check, place and answer."""
    given = replace(waiver, who=who, when=now)
    left = tuple(one for one in case.waivers if not _is_for_the_same(one, given))
    return _noted(case, (*left, given), Event(now, who, What.WAIVED, given.key, note=_words(given)))


def take_back(case: Case, waiver: Waiver, *, now: datetime, who: str | None = None) -> Case:
    """The case without that waiver. Raises ValueError when it has none such."""
    if waiver not in case.waivers:
        raise ValueError(f"the case has no waiver of {waiver.check} there")
    left = tuple(one for one in case.waivers if one != waiver)
    return _noted(case, left, Event(now, who, What.UNWAIVED, waiver.key, note=_words(waiver)))


def moved(case: Case, renamed: Mapping[AnswerKey, AnswerKey]) -> Case:
    """The case with its waivers at the new keys of their questions."""
    if not any(one.key in renamed for one in case.waivers):
        return case
    return replace(case, waivers=tuple(_moved(one, renamed) for one in case.waivers))


def _moved(waiver: Waiver, renamed: Mapping[AnswerKey, AnswerKey]) -> Waiver:
    return waiver if waiver.key is None else replace(waiver, key=renamed.get(waiver.key, waiver.key))


def _is_for_the_same(one: Waiver, other: Waiver) -> bool:
    return (one.check, one.key, one.about) == (other.check, other.key, other.about)


def _noted(case: Case, waivers: tuple[Waiver, ...], event: Event) -> Case:
    return replace(case, waivers=waivers, history=(*case.history, event))


def _words(waiver: Waiver) -> str:
    return f"{waiver.check}: {waiver.reason}"
