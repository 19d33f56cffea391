"""All that is told of a period, in its order: first what a team reads in a minute."""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.shown import show_day
from rootcause.trends.by_month import cases_by_month, month_against_month
from rootcause.trends.details import actions, happened_again, overdue, strengths, times, trust
from rootcause.trends.in_brief import in_brief
from rootcause.trends.measuring import Trends
from rootcause.trends.pareto import by_cost, by_count
from rootcause.trends.period import Period
from rootcause.trends.section import Section


def title(period: Period) -> str:
    """What the whole is called."""
    return f"Trends from {show_day(period.since)} to {show_day(period.until)}"


def sections(trends: Trends, top: int) -> tuple[Section, ...]:
    """Parts that have something to say. Of groups the first `top` are shown."""
    return tuple(one for one in _all(trends, top) if one is not None)


def _all(trends: Trends, top: int) -> Iterator[Section | None]:
    yield in_brief(trends)
    if trends.cases.cases:
        yield month_against_month(trends)
        yield cases_by_month(trends)
        yield times(trends)
        yield happened_again(trends)
        yield strengths(trends)
        yield actions(trends)
        yield trust(trends)
    yield overdue(trends)
    if trends.cases.cases:
        yield by_count(trends, top)
        yield from by_cost(trends, top)
