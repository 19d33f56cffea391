"""Makes the cases of three years of a company: seeded, each different, valid for the bundled questionnaires.

    python benchmarks/many_cases.py FOLDER --cases 10000 [--seed 1]

The same seed gives the same files. Busy months and quiet ones, few causes that come back often and many that are rare,
actions that get done, late or never, times with long tails. A case is 2 to 5 KB: as after `triage --quick` with what
trends are made of, few answers with who and when, and a history without the giving of each answer. Nothing in them is
later than LAST.
"""

from __future__ import annotations

import argparse
import functools
import gc
import itertools
import os
import random
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from many_cases_follow_up import followed_up
from many_cases_told import Plan, filled, told
from many_cases_words import CAUSES, PLACES, PROBLEMS, PRODUCTS, Cause
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


def cases(count: int, seed: int = 1, *, each: int = 1, beginning: int = 0) -> Iterator[Case]:
    """So many, the oldest first; the busy days of the three years have more. Of these only `each`, from `beginning`."""
    for number, plan in enumerate(_plans(count, random.Random(f"{seed} {count}"))):
        if number % each == beginning:
            yield _lived(plan, random.Random(f"{seed} {plan.id}"))


def _plans(count: int, chance: random.Random) -> Iterator[Plan]:
    names: Counter[str] = Counter()
    same: defaultdict[Cause, deque[str]] = defaultdict(lambda: deque(maxlen=20))
    ranks = list(itertools.accumulate(1 / (rank + 1) ** 1.1 for rank in range(len(CAUSES))))
    sold = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(PRODUCTS))))
    for begun in _moments(count, chance):
        cause = chance.choices(CAUSES, cum_weights=ranks)[0]
        product, parts = chance.choices(PRODUCTS, cum_weights=sold)[0]
        part, place = chance.choice(parts), chance.choice(PLACES)
        asked = chance.choices(list(_ASKED), list(_ASKED.values()))[0]
        problem = filled(chance.choice(PROBLEMS), product, part, place, chance)
        name = f"{begun:%Y-%m-%d}-{slug(problem)}"
        names[name] += 1
        id = name if names[name] == 1 else f"{name}-{names[name]}"
        comes_back = bool(same[cause]) and chance.random() < _COMES_BACK
        earlier = chance.choice(same[cause]) if comes_back else None
        yield Plan(id, asked, begun, problem, cause, product, part, place, earlier)
        same[cause].append(id)


def _moments(count: int, chance: random.Random) -> Iterator[datetime]:
    days = [FIRST + timedelta(number) for number in range((LAST - FIRST).days)]
    # Every month has one more in a hundred than the one before.
    weights = [_SEASON[day.month - 1] * _WEEK[day.weekday()] * 1.01 ** (number / 30) for number, day in enumerate(days)]
    chosen = Counter(chance.choices(days, weights, k=count))
    for day in sorted(chosen):
        for minute in sorted(chance.choices(range(8 * 60, 18 * 60), k=chosen[day])):
            yield datetime.combine(day, time(minute // 60, minute % 60), chance.choice(_ZONES))


def _lived(plan: Plan, chance: random.Random) -> Case:
    """The case with its answers, and with what became of it."""
    found, begun = told(plan, chance), plan.begun
    by, answers = found.people[0], dict(found.answers)
    case = Case(plan.id, plan.problem, _referred_to(plan.asked), begun, by, str(begun.tzinfo))
    history = [Event(begun, by, What.ANSWERED, AnswerKey("problem"))]
    if chance.random() < _LEFT:
        at = _left_at(answers, chance)
        return replace(case, answers=answers, at=at, history=tuple(history))
    history += followed_up(found, answers, begun, datetime.combine(LAST, time(18), UTC), chance)
    links: tuple[Link, ...] = ()
    if plan.earlier is not None:
        when = begun + timedelta(minutes=40)
        history.append(Event(when, by, What.LINKED, note=plan.earlier))
        links = (Link(plan.earlier, chance.choice((None, "the same cause")), by, when),)
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
    """Write them below a folder, without the care that the store takes for power cuts; all processors help."""
    folder.mkdir(parents=True, exist_ok=True)
    processes = min(os.cpu_count() or 1, 1 + count // 2000)
    if processes == 1:
        _write_share(folder, count, seed, 1, 0)
        return
    with ProcessPoolExecutor(processes) as pool:
        shares = [pool.submit(_write_share, folder, count, seed, processes, number) for number in range(processes)]
        for share in shares:
            share.result()


def _write_share(folder: Path, count: int, seed: int, each: int, beginning: int) -> None:
    gc.disable()  # nothing here makes a cycle, and looking for some takes a fifth of the time
    for case in cases(count, seed, each=each, beginning=beginning):
        (folder / case.id).mkdir()
        (folder / case.id / "case.json").write_text(to_json(case), encoding="utf-8")
    gc.enable()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_cases(given.folder, given.cases, given.seed)


if __name__ == "__main__":
    main()
