"""What the people of a generated case answered, questionnaire by questionnaire."""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from many_cases_words import (
    ACTIONS,
    BEFORE_IT,
    DETAILS,
    INTERIM,
    MEASURES,
    OWNERS,
    Cause,
)

from rootcause.interview.answers import Answer, AnswerKey, Given, Money, Other, Rows, State, Sure
from rootcause.interview.keys import parse_key

Entries = Iterator[tuple[str, Given | Answer]]

_OPTIONAL: Final = ("cost", "damage", "users")
_FOUND_BY: Final = ("customer", "staff", "monitoring", "partner", "other")
_FOUND_BY_SHARES: Final = (45, 25, 22, 5, 3)
_SURE: Final = (Sure.FACT, Sure.REPORTED, Sure.ASSUMPTION)
_ITS_OWN: Final = 0.8
_STRENGTHS: Final = ("weaker", "intermediate", "stronger")


@dataclass(frozen=True)
class Plan:
    """What a case is about."""

    id: str
    asked: str
    begun: datetime
    problem: str
    cause: Cause
    product: str
    part: str
    place: str
    earlier: str | None


@dataclass(frozen=True)
class Told:
    """`dues` are the days of its actions; `people` are those who work on it."""

    people: tuple[str, ...]
    answers: Mapping[AnswerKey, Answer]
    dues: tuple[date, ...]


@dataclass(frozen=True)
class _Story:
    """What the questionnaires have in common."""

    plan: Plan
    people: tuple[str, ...]
    dues: tuple[date, ...]
    started: datetime
    detected: datetime
    resolved: datetime
    chance: random.Random

    @property
    def begun(self) -> datetime:
        return self.plan.begun

    def fill(self, text: str) -> str:
        """The words with what this case is about."""
        return filled(text, self.plan.product, self.plan.part, self.plan.place, self.chance)

    def says(self, texts: tuple[str, ...]) -> str:
        return self.fill(self.chance.choice(texts))


def filled(text: str, product: str, part: str, place: str, chance: random.Random) -> str:
    """The words of a template with what they are about."""
    days, many = chance.randint(2, 21), int(chance.lognormvariate(3, 1.3)) + 2
    return text.format(product=product, part=part, place=place, days=days, many=many)


def told(plan: Plan, chance: random.Random) -> Told:
    """The answers to its questionnaire, in the order of that."""
    begun = plan.begun
    people = tuple(dict.fromkeys(OWNERS[int(len(OWNERS) * chance.random() ** 1.6)] for _ in range(4)))
    detected = begun - timedelta(minutes=_long(chance, 90))
    started = detected - timedelta(minutes=_long(chance, 600))
    resolved = detected + timedelta(minutes=_long(chance, 1500))
    dues = tuple(
        begun.date() + timedelta(2 + int(chance.lognormvariate(3.2, 0.8)))
        for _ in range(chance.choices((1, 2, 3, 4), (68, 20, 8, 4))[0])
    )
    story = _Story(plan, people, dues, started, detected, resolved, chance)
    answers = {
        _key(name): value if isinstance(value, Answer) else _answer(value, story)
        for name, value in _QUESTIONNAIRES[plan.asked](story)
    }
    return Told(people, answers, dues)


def _long(chance: random.Random, median: int) -> int:
    """Minutes, most of them near the median and a few many times as long."""
    return 1 + int(median * chance.lognormvariate(0, 1.2))


@functools.cache
def _key(name: str) -> AnswerKey:
    key = parse_key(name)
    if key is None:
        raise ValueError(name)
    return key


def _answer(value: Given, story: _Story) -> Answer:
    """One in eight says who and when, and one in eight how sure.

    A day always says when: it had to lie ahead then, and that is looked at again.
    """
    chance = story.chance.random()
    if isinstance(value, Rows | datetime):
        return Answer(State.ANSWERED, value)
    if chance < 0.125 or isinstance(value, date):
        when = story.begun + timedelta(minutes=int(chance * 30))
        return Answer(State.ANSWERED, value, who=story.people[0], when=when)
    return Answer(State.ANSWERED, value, sure=story.chance.choice(_SURE) if chance < 0.25 else None)


def _what_why_different(story: _Story) -> Entries:
    chance = story.chance
    if chance.random() < 0.7:
        yield "customer", f"Customer {chance.randrange(10_000, 99_999)}"
    yield "problem", story.plan.problem
    yield from _product(story)
    is_part = chance.random() < 0.6
    yield "extent", "part" if is_part else "whole"
    if is_part:
        yield "extent_part", story.plan.part
    yield "started", story.started
    yield "detected", story.detected
    yield "found_by", _found_by(story)
    yield from _cost(story)
    yield from _causes(story, story.plan.cause.kind)
    yield from _meanwhile(story)
    yield from _actions(story)
    is_over = chance.random() < 0.85
    if is_over:
        yield "resolved", story.resolved
    is_content = is_over and chance.random() < 0.6
    yield "satisfied", "content" if is_content else chance.choice(("not_asked", "partly", "unhappy"))
    if not is_content:
        yield "follow_up", story.begun.date() + timedelta(14 + chance.randrange(40))
    yield from _trust(story)


def _problem_to_opportunity(story: _Story) -> Entries:
    chance = story.chance
    yield "problem", story.plan.problem
    yield from _product(story)
    if chance.random() < 0.05:
        yield "damage", _deferred(story)
    yield "found_by", _found_by(story)
    yield (
        "cause_kinds",
        (story.plan.cause.kind,) if chance.random() < 0.9 else (story.plan.cause.kind, Other("The weather")),
    )
    yield from _causes(story, story.plan.cause.kind)
    currency = _currency(story)
    yield "options", Rows(((1,),), closed=True)
    yield "options[1].what", story.says(ACTIONS["stronger"])
    yield "options[1].kind", "lasting"
    yield "options[1].one_off", Money(Decimal(chance.randrange(2, 90) * 100), currency)
    yield "options[1].feasible", True
    yield "decision", "1"
    yield from _meanwhile(story)
    yield from _actions(story)
    yield "follow_up", story.begun.date() + timedelta(20 + chance.randrange(60))
    yield from _trust(story)


def _complaint_resolution(story: _Story) -> Entries:
    chance = story.chance
    yield "problem", story.plan.problem
    yield from _product(story)
    yield "customer", f"Customer {chance.randrange(10_000, 99_999)}"
    yield "complaint_kind", chance.choice(("quality", "delivery", "delivery", "price", "invoicing", "redress"))
    yield "reached_us", story.detected
    yield "talked", story.begun
    yield "heard", story.fill("They had planned the day around the {product} and were told nothing")
    yield "apologised", True
    yield "wish", story.fill("A {product} with its {part}, and a call before")
    yield "agreed", story.fill("A new {part} by the end of the week, and the driver calls")
    yield from _actions(story, plain=True)
    yield "follow_up_on", story.begun.date() + timedelta(3 + chance.randrange(20))
    is_satisfied = chance.random() < 0.7
    yield "result", "satisfied" if is_satisfied else chance.choice(("partly", "unsatisfied", "not_asked"))
    if is_satisfied:
        yield "settled", max(story.resolved, story.detected)


def _incident_review(story: _Story) -> Entries:
    chance = story.chance
    is_over = chance.random() < 0.95
    yield "problem", story.plan.problem
    yield "service", story.plan.product
    yield "started", story.started
    yield "detected", story.detected
    if chance.random() < 0.8:
        yield "contained", story.detected + (story.resolved - story.detected) * chance.random()
    yield "over", is_over
    if is_over:
        yield "resolved", story.resolved
    yield "harm", story.fill("{many} users could not order the {product}")
    yield "users", int(chance.lognormvariate(4, 1.5)) if chance.random() < 0.9 else Answer(State.UNKNOWN)
    yield from _cost(story)
    yield "found_by", _found_by(story)
    yield "trigger", chance.choice(("binary_push", "configuration_push", "provider_change", "capacity", "manual_step"))
    yield from _causes(story, story.plan.cause.software)
    yield from _meanwhile(story)
    yield from _actions(story)
    yield "follow_up", story.begun.date() + timedelta(30 + chance.randrange(60))


def _product(story: _Story) -> Entries:
    if story.chance.random() < 0.9:
        yield "product", story.plan.product


def _found_by(story: _Story) -> Given:
    found = story.chance.choices(_FOUND_BY, _FOUND_BY_SHARES)[0]
    return Other("A neighbour of theirs") if found == "other" else found


def _currency(story: _Story) -> str:
    return "USD" if str(story.begun.tzinfo) == "America/New_York" else "EUR"


def _cost(story: _Story) -> Entries:
    chance = story.chance.random()
    if chance < 0.8:
        cents = int(story.chance.lognormvariate(9.5, 1.4))
        yield "cost", Money(Decimal(cents).scaleb(-2), _currency(story))
    elif chance < 0.86:
        yield "cost", _deferred(story)
    elif chance < 0.9:
        yield "cost", Answer(State.UNKNOWN)


def _deferred(story: _Story) -> Answer:
    by = story.begun.date() + timedelta(story.chance.randrange(3, 40))
    return Answer(State.DEFERRED, to=story.people[-1], by=by)


def _causes(story: _Story, kind: str) -> Entries:
    """One chain of two, or with a second branch."""
    chance = story.chance
    instances = ((1,), (1, 1), (2,)) if chance.random() < 0.2 else ((1,), (1, 1))
    yield "causes", Rows(instances, closed=True)
    yield "causes[1].because", story.says(BEFORE_IT)
    yield "causes[1].proof", chance.choice(("measurement", "record", "witnesses", "witness"))
    yield "causes[1].fixable", False
    because = story.says(story.plan.cause.wordings)
    # What is at the bottom of a case is mostly told with what only this case has.
    is_its_own = story.plan.earlier is None and chance.random() < _ITS_OWN
    yield "causes[1.1].because", because + story.says(DETAILS) if is_its_own else because
    yield "causes[1.1].proof", chance.choice(("record", "record", "expert", "assumption"))
    yield "causes[1.1].fixable", True
    yield "causes[1.1].kind", kind if chance.random() < 0.96 else Other("How we buy")
    if len(instances) == 3:
        yield "causes[2].because", story.says(BEFORE_IT)
        yield "causes[2].proof", "assumption"
        yield "causes[2].fixable", False


def _meanwhile(story: _Story) -> Entries:
    has_fix = story.chance.random() < 0.3
    yield "interim", has_fix
    if has_fix:
        yield "interim_fix", story.says(INTERIM)
        yield "interim_fix_end", story.begun.date() + timedelta(story.chance.randrange(10, 120))


def _actions(story: _Story, *, plain: bool = False) -> Entries:
    chance = story.chance
    yield "actions", Rows(tuple((number,) for number in range(1, len(story.dues) + 1)), closed=True)
    for number, due in enumerate(story.dues, start=1):
        strength = chance.choices(_STRENGTHS, (45, 38, 17))[0]
        row = f"actions[{number}]"
        yield f"{row}.what", story.says(ACTIONS[strength])
        if not plain:
            yield f"{row}.cause", chance.choice(("1.1", "1.1", "1.1", "1", "the training"))
            yield f"{row}.kind", chance.choice(("prevent", "prevent", "detect", "mitigate"))
            yield f"{row}.strength", strength
        yield f"{row}.owner", chance.choice(story.people)
        if not plain and chance.random() < 0.3:
            yield f"{row}.status", chance.choice(("open", "doing", "done"))
        yield f"{row}.due", due
        if not plain and chance.random() < 0.5:
            yield f"{row}.done_when", story.says(MEASURES)


def _trust(story: _Story) -> Entries:
    levels = ("low", "medium", "high")
    for stage, shares in (("before", (15, 45, 40)), ("problem", (60, 35, 5)), ("after", (20, 45, 35))):
        yield f"account_{stage}", story.chance.choices(levels, shares)[0]


_QUESTIONNAIRES: Final[Mapping[str, Callable[[_Story], Entries]]] = {
    "what-why-different": _what_why_different,
    "problem-to-opportunity": _problem_to_opportunity,
    "complaint-resolution": _complaint_resolution,
    "incident-review": _incident_review,
}
