"""Looks up which earlier cases had the same cause, and what became of it there.

Causes that share words are found through the stems that are rare among all of them, then compared one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Final

from msgspec import Struct

from rootcause.analysis.earlier_causes import Became, EarlierAction, EarlierCause
from rootcause.analysis.same_cause import Said, least, likeness
from rootcause.analysis.shared_words import stems
from rootcause.analysis.sought_causes import LOOK_BACK, Sought
from rootcause.index.index import Index

AT_MOST: Final = 5
"""For each cause so many earlier cases are looked into, the latest of them."""

_FREQUENT: Final = 2_000
"""A stem in so many wordings leads to too many of them, unless it is among the rarest of a cause."""

_RAREST: Final = 3
_SHARED: Final = 2

_HOW_FREQUENT: Final = "SELECT COUNT(*) FROM (SELECT 1 FROM stems WHERE stem = :stem LIMIT :most)"
_ALIKE: Final = """
SELECT DISTINCT causes.words, causes.cause_text, causes.kind, cases.language
FROM (
  SELECT wording FROM stems WHERE stem IN ({places}) GROUP BY wording HAVING COUNT(*) >= :shared
) AS near
JOIN wordings ON wordings.wording = near.wording
JOIN causes ON causes.words = wordings.words
JOIN cases ON cases.case_id = causes.case_id
WHERE causes.happened_on >= :since"""
_IN_THESE_WORDS: Final = """
SELECT cases.begun_at, cases.case_id, cases.title, cases.happened_on, cases.language,
       causes.number, causes.cause_text, causes.kind
FROM causes
JOIN cases ON cases.case_id = causes.case_id
WHERE causes.words = :words AND causes.happened_on >= :since AND (causes.root = 1 OR :is_end)
  AND (cases.happened_on, cases.begun_at, cases.case_id) < (:happened_on, :begun_at, :case_id)"""
_ACTIONS: Final = """
SELECT acts_on, what, status, due_on, done_on FROM actions
WHERE case_id = :case_id AND kind = 'action' ORDER BY due_on IS NULL, due_on, answer_key"""


class _Match(Struct, frozen=True, order=True):
    """A cause of an earlier case; in order, the latest case is the greatest, and in it the cause most alike."""

    happened_on: str
    begun_at: str
    case_id: str
    likeness: float
    number: str
    text: str
    title: str


def earlier_causes(
    index: Index,
    case_id: str,
    happened_on: date,
    begun: datetime,
    causes: Iterable[Sought],
    *,
    linked: Collection[str] = (),
    look_back: timedelta = LOOK_BACK,
    at_most: int = AT_MOST,
) -> tuple[EarlierCause, ...]:
    """The causes of cases that happened earlier and are the same as one of these, the latest first; at most so many.

    Cases in `linked` come on top of them. One of two causes at least must be where its case knows no further: what
    lies on the way there may be the same in any two.
    """
    bounds = {
        "happened_on": happened_on.isoformat(),
        "case_id": case_id,
        "begun_at": f"{begun.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "since": (happened_on - min(look_back, happened_on - date.min)).isoformat(),
    }
    found: list[tuple[_Match, Sought]] = []
    for cause in causes:
        latest = _latest(index, cause, bounds)
        kept = (one for place, one in enumerate(latest) if place < at_most or one.case_id in linked)
        found += ((one, cause) for one in kept)
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(_earlier(index, match, cause, happened_on) for match, cause in found)


def _latest(index: Index, cause: Sought, bounds: Mapping[str, str]) -> list[_Match]:
    """The cause most alike of each earlier case that has one, the latest case first."""
    same = _same(index, cause.said, bounds)
    best: dict[str, _Match] = {}
    for words in sorted({words for words, _ in same}):
        alike = {key: value for (of, key), value in same.items() if of == words}
        rows = index.query(_IN_THESE_WORDS, {**bounds, "words": words, "is_end": int(cause.is_end)})
        for begun_at, case_id, title, happened_on, language, number, text, kind in rows:
            found = alike.get((text, kind, language))
            if found is not None:
                match = _Match(happened_on, begun_at, case_id, found, number, text, title)
                best[case_id] = max(match, best.get(case_id, match))
    return sorted(best.values(), reverse=True)


def _same(index: Index, said: Said, bounds: Mapping[str, str]) -> dict[tuple[str, tuple[str, str | None, str]], float]:
    """How alike those causes are that are the same, by their words and by their text, kind and language."""
    looked_up = _looked_up(index, stems(said.text, said.language))
    if not looked_up:
        return {}
    names = {f"stem_{place}": stem for place, stem in enumerate(looked_up)}
    near = index.query(
        _ALIKE.format(places=", ".join(f":{name}" for name in names)),
        {"since": bounds["since"], "shared": min(_SHARED, len(looked_up)), **names},
    )
    found = {}
    for words, text, kind, language in near:
        other = Said(text, kind, language)
        if (alike := likeness(said, other)) >= least(said, other):
            found[words, (text, kind, language)] = alike
    return found


def _looked_up(index: Index, among: Iterable[str]) -> list[str]:
    """The stems by which wordings are found, the rarest first."""
    most = _FREQUENT + 1
    counted = sorted((index.query(_HOW_FREQUENT, {"stem": one, "most": most})[0][0], one) for one in among)
    known = [(count, stem) for count, stem in counted if count]
    return [stem for place, (count, stem) in enumerate(known) if count < most or place < _RAREST]


def _earlier(index: Index, match: _Match, cause: Sought, day: date) -> EarlierCause:
    became, actions = _became(index, match, day.isoformat())
    return EarlierCause(
        cause.number,
        match.case_id,
        match.title,
        date.fromisoformat(match.happened_on),
        match.text,
        match.likeness,
        became,
        actions,
    )


def _became(index: Index, match: _Match, day: str) -> tuple[Became, tuple[EarlierAction, ...]]:
    """What was done about a cause of an earlier case before that day, or on it."""
    rows = index.query(_ACTIONS, {"case_id": match.case_id})
    # Where no action says what it acts on, nobody was asked: then each counts.
    says = any(acts_on for acts_on, *_ in rows)
    rows = [row for row in rows if not says or any(_reaches(one, match.number) for one in row[0].split(","))]
    if not rows:
        return Became.NO_ACTION, ()
    undone = [row for row in rows if row[2] == "open" or (row[4] or "") > day]
    if undone:
        return Became.NOT_DONE, tuple(EarlierAction(what, _day(due)) for _, what, _, due, _ in undone)
    done = sorted(((done_on or "", what) for _, what, _, _, done_on in rows), reverse=True)
    return Became.DID_NOT_HELP, tuple(EarlierAction(what, _day(done_on)) for done_on, what in done)


def _reaches(acted_on: str, number: str) -> bool:
    """Whether an action on one cause is one on another: on it, above it, or on what led to it."""
    return acted_on == number or number.startswith(f"{acted_on}.") or acted_on.startswith(f"{number}.")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
