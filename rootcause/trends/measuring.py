"""Asks for all figures of a period, and for the few that tell a month from the month before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from msgspec import Struct

from rootcause.trends.figures import (
    ALWAYS,
    ActionsOnTime,
    By,
    Cases,
    CausesPerCase,
    Cost,
    Coverage,
    Effects,
    FoundByCustomers,
    Group,
    GroupCost,
    InterimFixes,
    MonthOfCases,
    Overdue,
    Recurrence,
    Strength,
    Time,
    Trust,
    TrustChange,
    gathered,
)
from rootcause.trends.period import Period
from rootcause.trends.statements import filled, statement

Ask = Callable[[Sequence[tuple[str, Mapping[str, object]]]], Sequence[Sequence[tuple[object, ...]]]]
"""Runs several pieces of SQL, each with its named parameters, over the flat tables; the rows of each."""

_OF_MONTH: Final = (
    "cases",
    "cost",
    "recurrence",
    "times",
    "found_by_customers",
    "actions_on_time",
    "coverage",
)

_Row = TypeVar("_Row", bound=Struct)


class Month(Struct, frozen=True):
    """What tells a month from another."""

    period: Period
    cases: Cases
    cost: tuple[Cost, ...]
    recurrence: Recurrence
    times: tuple[Time, ...]
    found_by_customers: FoundByCustomers
    actions_on_time: ActionsOnTime
    coverage: Coverage


class Trends(Struct, frozen=True):
    """All figures of a period. `groups` and what they cost are by what was asked for.

    `month` is the last one that is over, `month_before` the one before; None where the period has none. `unread` are
    the cases that could not be read, which no figure counts.
    """

    period: Period
    by: By
    cases: Cases
    cases_by_month: tuple[MonthOfCases, ...]
    cost: tuple[Cost, ...]
    recurrence: Recurrence
    times: tuple[Time, ...]
    found_by_customers: FoundByCustomers
    actions_on_time: ActionsOnTime
    overdue: tuple[Overdue, ...]
    strength: tuple[Strength, ...]
    coverage: Coverage
    effects: Effects
    interim_fixes: InterimFixes
    trust: tuple[Trust, ...]
    trust_change: TrustChange
    causes_per_case: CausesPerCase
    groups: tuple[Group, ...]
    group_costs: tuple[GroupCost, ...]
    month: Month | None
    month_before: Month | None
    unread: int = 0


class _Answers(Struct, frozen=True):
    """Rows by their figure and period, for one of the periods."""

    all: Mapping[tuple[str, Period], Sequence[tuple[object, ...]]]
    period: Period

    def rows(self, figure: str, kind: type[_Row]) -> tuple[_Row, ...]:
        return tuple(kind(*row) for row in self.all[figure, self.period])

    def row(self, figure: str, kind: type[_Row]) -> _Row:
        (row,) = self.rows(figure, kind)
        return row


def measure(ask: Ask, period: Period, by: By = "cause", unread: int = 0) -> Trends:
    """All figures."""
    months = period.last_whole_months() or ()
    wanted = [(figure, period) for figure in ALWAYS | gathered(by)]
    wanted += [(figure, month) for month in months for figure in _OF_MONTH]
    asked = [(statement(figure), one.parameters()) for figure, one in wanted]
    answers = dict(zip(wanted, ask(asked), strict=True))
    of = _Answers(answers, period)
    month, before = (_month(_Answers(answers, one)) for one in months) if months else (None, None)
    return Trends(
        period=period,
        by=by,
        cases=of.row("cases", Cases),
        cases_by_month=of.rows("cases_by_month", MonthOfCases),
        cost=of.rows("cost", Cost),
        recurrence=of.row("recurrence", Recurrence),
        times=of.rows("times", Time),
        found_by_customers=of.row("found_by_customers", FoundByCustomers),
        actions_on_time=of.row("actions_on_time", ActionsOnTime),
        overdue=of.rows("overdue", Overdue),
        strength=of.rows("strength", Strength),
        coverage=of.row("coverage", Coverage),
        effects=of.row("effects", Effects),
        interim_fixes=of.row("interim_fixes", InterimFixes),
        trust=of.rows("trust", Trust),
        trust_change=of.row("trust_change", TrustChange),
        causes_per_case=of.row("causes_per_case", CausesPerCase),
        groups=of.rows(f"by_{by}", Group),
        group_costs=of.rows(f"cost_by_{by}", GroupCost),
        month=month,
        month_before=before,
        unread=unread,
    )


def _month(of: _Answers) -> Month:
    return Month(
        of.period,
        of.row("cases", Cases),
        of.rows("cost", Cost),
        of.row("recurrence", Recurrence),
        of.rows("times", Time),
        of.row("found_by_customers", FoundByCustomers),
        of.row("actions_on_time", ActionsOnTime),
        of.row("coverage", Coverage),
    )


def script(period: Period, by: By) -> str:
    """The SQL of all figures of a period, filled in, each below the name of its file."""
    known = period.parameters()
    return "\n".join(f"-- {name}.sql\n{filled(statement(name), known).rstrip()};\n" for name in ALWAYS | gathered(by))
