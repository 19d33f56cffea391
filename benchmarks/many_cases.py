"""Makes the cases of three years of a company: seeded, each different, valid for the bundled questionnaires.

    python benchmarks/many_cases.py FOLDER --cases 10000 [--seed 1]

The same seed gives the same files. Busy months and quiet ones, few causes that come back often and many that are rare,
actions that get done, late or never, times with long tails. A case is about 2.5 KB: as after `triage --quick` with what
trends are made of, few answers with who and when, and a history without the giving of each answer. Nothing in them is
later than LAST.
"""

from __future__ import annotations

import argparse
import functools
import gc
import itertools
import random
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from many_cases_follow_up import followed_up
from many_cases_told import Told, told
from many_cases_words import CAUSES, PRODUCTS, Cause
from msgspec.structs import replace

from rootcause.case.model import Case, Event, Link, QuestionnaireRef, What
from rootcause.case.naming import slug
from rootcause.case.record import to_json
from rootcause.interview.answers import Answer, AnswerKey
from rootcause.questionnaire.catalog import Catalog

FIRST: Final = date(2023, 11, 1)
LAST: Final = date(2026, 10, 31)

# The share of each questionnaire; the default one is used most.
_ASKED: Final = {
    "what-why-different": 40,
    "complaint-resolution": 30,
    "problem-to-opportunity": 15,
    "incident-review": 15,
}
# How busy a month is: the holidays of the summer, and the weeks before the end of the year.
_SEASON: Final = (8, 7, 8, 8, 9, 10, 13, 12, 8, 9, 14, 16)
_WEEK: Final = (12, 11, 10, 10, 11, 4, 2)
_ZONES: Final = (ZoneInfo("Europe/Paris"), ZoneInfo("Europe/Paris"), ZoneInfo("UTC"), ZoneInfo("America/New_York"))
_COMES_BACK: Final = 0.3  # of the cases whose cause was there before somebody sees it
_LEFT: Final = 0.06  # of the cases were begun and left


def cases(count: int, seed: int = 1) -> Iterator[Case]:
    """So many, the oldest first; the busy days of the three years have more."""
    chance = random.Random(f"{seed} {count}")
    names: Counter[str] = Counter()
    same: defaultdict[Cause, deque[str]] = defaultdict(lambda: deque(maxlen=20))
    ranks = list(itertools.accumulate(1 / (rank + 1) ** 1.1 for rank in range(len(CAUSES))))
    sold = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(PRODUCTS))))
    for begun in _moments(count, chance):
        cause = chance.choices(CAUSES, cum_weights=ranks)[0]
        product, parts = chance.choices(PRODUCTS, cum_weights=sold)[0]
        asked = chance.choices(list(_ASKED), list(_ASKED.values()))[0]
        found = told(asked, begun, cause, (product, chance.choice(parts)), chance)
        name = f"{begun:%Y-%m-%d}-{slug(found.title)}"
        names[name] += 1
        id = name if names[name] == 1 else f"{name}-{names[name]}"
        case = Case(id, found.title, _referred_to(asked), begun, chance.choice(found.people), str(begun.tzinfo))
        yield _lived(case, found, chance.choice((None, *same[cause])), chance)
        same[cause].append(id)


def _moments(count: int, chance: random.Random) -> Iterator[datetime]:
    days = [FIRST + timedelta(number) for number in range((LAST - FIRST).days)]
    # Every month has one more in a hundred than the one before.
    weights = [_SEASON[day.month - 1] * _WEEK[day.weekday()] * 1.01 ** (number / 30) for number, day in enumerate(days)]
    chosen = Counter(chance.choices(days, weights, k=count))
    for day in sorted(chosen):
        for minute in sorted(chance.choices(range(8 * 60, 18 * 60), k=chosen[day])):
            yield datetime.combine(day, time(minute // 60, minute % 60), chance.choice(_ZONES))


def _lived(case: Case, found: Told, earlier: str | None, chance: random.Random) -> Case:
    """The case with its answers, and with what became of it."""
    answers, begun = dict(found.answers), case.begun
    history = [Event(begun, case.by, What.ANSWERED, AnswerKey("problem"))]
    if chance.random() < _LEFT:
        at = _left_at(answers, chance)
        return replace(case, answers=answers, at=at, history=tuple(history))
    history += followed_up(found, answers, begun, datetime.combine(LAST, time(18), UTC), chance)
    links: tuple[Link, ...] = ()
    if earlier is not None and chance.random() < _COMES_BACK:
        when = begun + timedelta(minutes=40)
        history.append(Event(when, case.by, What.LINKED, note=earlier))
        links = (Link(earlier, chance.choice((None, "the same cause")), case.by, when),)
    return replace(case, answers=answers, history=tuple(sorted(history, key=lambda event: event.when)), links=links)


def _left_at(answers: dict[AnswerKey, Answer], chance: random.Random) -> AnswerKey:
    """Take away all answers from one outside of rows on; the key of that one."""
    keys = list(answers)
    plain = [place for place, key in enumerate(keys) if place > 2 and not key.instance]
    place = chance.choice(plain)
    for key in keys[place:]:
        del answers[key]
    return keys[place]


@functools.cache
def _referred_to(asked: str) -> QuestionnaireRef:
    """As a case refers to the questionnaire of today."""
    found = Catalog.around(Path()).load(asked).questionnaire
    if found is None:
        raise ValueError(asked)
    return QuestionnaireRef(found.id, found.version, found.digest)


def write_cases(folder: Path, count: int, seed: int = 1) -> None:
    """Write them below a folder, without the care that the store takes for power cuts."""
    folder.mkdir(parents=True, exist_ok=True)
    gc.disable()  # nothing here makes a cycle, and looking for some takes a fifth of the time
    for case in cases(count, seed):
        (folder / case.id).mkdir()
        (folder / case.id / "case.json").write_text(to_json(case), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_cases(given.folder, given.cases, given.seed)


if __name__ == "__main__":
    main()
