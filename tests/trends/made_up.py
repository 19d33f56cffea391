"""Cases made up at random as rows: gaps, ties, several of everything, days that repeat, links that lead nowhere."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from rootcause.index.tables import ActionRow, CaseRow, CaseTables, CauseRow

FIRST = date(2024, 1, 1)
STEP = 5
"""Days between the days on which things happen: so many of them fall on the same, on borders too."""
WORDS = (
    "",
    "queue full",
    "price wrong",
    "mail lost",
    "disk old",
    "größe falsch",
    "O'Hara | quote",
    *map("rare {}".format, range(40)),
)
PRODUCTS = (None, "", "Shop", "shop", "Kasse Süd", "=SUM(1)", "Über")
OWNERS = (None, "Ann", "Bo", "Zoë", "Ann ")
KINDS = (None, "people", "machine", "método")
STRENGTHS = (None, "weaker", "intermediate", "stronger")
CURRENCIES = (None, "EUR", "EUR", "USD")


def made_up(count: int, seed: int) -> list[CaseTables]:
    chance = Random(seed)
    ids = [f"case-{number:03}" for number in range(count)]
    chance.shuffle(ids)
    return [_case(id, ids, chance) for id in ids]


def _day(chance: Random) -> date:
    return FIRST + _while(chance, 800)


def _while(chance: Random, most: int) -> timedelta:
    return timedelta(days=STEP * chance.randrange(most // STEP))


def _maybe(chance: Random, most: int, gap: float = 0.3) -> int | None:
    return None if chance.random() < gap else chance.randrange(most)


def _case(id: str, ids: list[str], chance: Random) -> CaseTables:
    begun = _day(chance)
    day, month = begun.isoformat(), f"{begun:%Y-%m}"
    causes = tuple(_cause(id, month, day, number, chance) for number in range(chance.choice((0, 0, 1, 1, 2, 3, 5))))
    actions = tuple(_action(id, month, begun, number, chance) for number in range(chance.choice((0, 1, 2, 4))))
    roots = [cause for cause in causes if cause.root]
    linked = chance.choice((*ids, "gone")) if chance.random() < 0.1 else None
    return CaseTables(_row(id, month, day, roots, linked, chance), causes, actions, ())


def _row(id: str, month: str, day: str, roots: list[CauseRow], linked: str | None, chance: Random) -> CaseRow:
    cost = _maybe(chance, 500_000, 0.4)
    return CaseRow(
        case_id=id,
        month=month,
        happened_on=day,
        begun_at=f"{day}T08:00:00Z",
        title=f"Case {id}",
        questionnaire="asked",
        questionnaire_version="1.0.0",
        language="en",
        opened_by=None,
        finished=chance.randrange(2),
        problem=None,
        finding=None,
        product=chance.choice(PRODUCTS),
        part=chance.choice(PRODUCTS),
        found_by=None,
        found_by_customer=_maybe(chance, 2),
        started_at=None,
        detected_at=None,
        contained_at=None,
        resolved_at=None,
        followed_up_at=None,
        minutes_to_detect=None if chance.random() < 0.3 else chance.randrange(-3, 40),
        minutes_to_contain=_maybe(chance, 5_000),
        minutes_to_resolve=_maybe(chance, 60_000),
        minutes_to_follow_up=_maybe(chance, 3, 0.9),
        cost=cost,
        currency=None if cost is None else chance.choice(CURRENCIES),
        trust_before=_maybe(chance, 101),
        trust_problem=_maybe(chance, 101),
        trust_after=_maybe(chance, 101),
        root_causes=len(roots),
        root_causes_covered=sum(cause.covered for cause in roots),
        answered=0,
        unknown=0,
        deferred=0,
        linked_to=linked,
    )


def _cause(id: str, month: str, day: str, number: int, chance: Random) -> CauseRow:
    words = chance.choice(WORDS)
    return CauseRow(
        case_id=id,
        month=month,
        happened_on=day,
        number=f"1.{number}",
        depth=2,
        cause_text=f"{words} in {id}, {number}",
        words=words,
        kind=chance.choice(KINDS),
        proof=None,
        assumed=0,
        root=int(chance.random() < 0.7),
        covered=chance.randrange(2),
    )


def _action(id: str, month: str, begun: date, number: int, chance: Random) -> ActionRow:
    due = None if chance.random() < 0.2 else (begun + _while(chance, 60)).isoformat()
    is_done = chance.random() < 0.6
    done = (begun + _while(chance, 90)).isoformat() if is_done and chance.random() < 0.8 else None
    return ActionRow(
        case_id=id,
        month=month,
        happened_on=begun.isoformat(),
        item_id=f"{id}-{number}",
        kind=chance.choice(("action", "action", "action", "review", "interim", "promise", "question")),
        answer_key=f"actions[{number}]",
        what="Do it",
        owner=chance.choice(OWNERS),
        due_on=due,
        first_due_on=due if chance.random() < 0.8 else None,
        status="done" if is_done else "open",
        done_on=done,
        result=None,
        moved=_maybe(chance, 2),
        snoozed_until=None,
        strength=chance.choice(STRENGTHS),
        action_kind=None,
        acts_on="",
        done_when=None,
    )
