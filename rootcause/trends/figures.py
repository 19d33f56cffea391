"""What the SQL of each figure gives: a row as a Struct, whose fields are the columns in their order.

Money is in hundredths of a currency, a length of time in minutes, trust from 0 to 100. A median and a p90 are by
nearest rank, so always values that occurred; None where there are no values.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from msgspec import Struct

By = Literal["cause", "kind", "part", "product", "owner", "strength"]
"""By what cases are gathered."""


class Cases(Struct, frozen=True):
    """Cases that began in the period."""

    cases: int
    finished: int


class MonthOfCases(Struct, frozen=True):
    """Cases that began in a month, `2026-01`."""

    month: str
    cases: int


class Cost(Struct, frozen=True):
    """What cases cost in one currency, empty where none was named."""

    currency: str
    cases: int
    total_cost: int


class FoundByCustomers(Struct, frozen=True):
    """Cases that say who found the problem, and those that a customer found."""

    said: int
    by_customers: int


class Coverage(Struct, frozen=True):
    """Root causes, and those that an action acts on."""

    root_causes: int
    covered: int


class CausesPerCase(Struct, frozen=True):
    """How many root causes a case has, of those that have one."""

    cases: int
    median_causes: int | None
    p90_causes: int | None


class Time(Struct, frozen=True):
    """How long a step took: detect, contain, resolve, follow_up."""

    step: str
    cases: int
    median_minutes: int
    p90_minutes: int


class ActionsOnTime(Struct, frozen=True):
    """Actions against the day that was set first; `judged` are those on time, late, and missing."""

    actions: int
    done: int
    judged: int
    on_time: int
    late: int
    missing: int


class Overdue(Struct, frozen=True):
    """Follow-ups of one kind whose day is over; the days belong to the median and the p90 of their age."""

    kind: str
    overdue: int
    median_due_on: str
    p90_due_on: str


class Strength(Struct, frozen=True):
    """Actions of one strength, empty where it is not known."""

    strength: str
    actions: int


class Effects(Struct, frozen=True):
    """Effect reviews, those that were done, and what they found where somebody said so."""

    reviews: int
    done: int
    moved: int
    not_moved: int


class InterimFixes(Struct, frozen=True):
    """Temporary fixes; the last two are still there."""

    fixes: int
    removed: int
    past_end: int
    without_end: int


class Trust(Struct, frozen=True):
    """How customers trusted us at a stage: before, problem, after."""

    stage: str
    cases: int
    median_trust: int


class TrustChange(Struct, frozen=True):
    """Cases by what became of trust from before the problem to after the recovery."""

    cases: int
    rose: int
    stayed: int
    fell: int


class Recurrence(Struct, frozen=True):
    """Cases that can be judged, those that are the same again, and what had been done about the earlier one."""

    cases: int
    again: int
    linked: int
    not_done: int
    did_not_help: int
    no_action: int


class Group(Struct, frozen=True):
    """Cases with something in common; `together` are those of this group or of one above it."""

    name: str
    label: str
    cases: int
    together: int


class GroupCost(Struct, frozen=True):
    """What cases with something in common cost in one currency."""

    currency: str
    name: str
    label: str
    cases: int
    total_cost: int


ALWAYS: Final[dict[str, type[Struct]]] = {
    "cases": Cases,
    "cases_by_month": MonthOfCases,
    "cost": Cost,
    "recurrence": Recurrence,
    "times": Time,
    "found_by_customers": FoundByCustomers,
    "actions_on_time": ActionsOnTime,
    "overdue": Overdue,
    "strength": Strength,
    "coverage": Coverage,
    "effects": Effects,
    "interim_fixes": InterimFixes,
    "trust": Trust,
    "trust_change": TrustChange,
    "causes_per_case": CausesPerCase,
}
"""The row of each figure by the name of its file; those that are always told."""


def gathered(by: By) -> dict[str, type[Struct]]:
    """The figures that gather cases by something: how many, and what they cost."""
    return {f"by_{by}": Group, f"cost_by_{by}": GroupCost}


FIGURES: Final[dict[str, type[Struct]]] = ALWAYS | {
    name: kind for by in get_args(By) for name, kind in gathered(by).items()
}
"""All of them."""
