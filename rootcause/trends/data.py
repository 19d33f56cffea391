"""For programs: every figure under the name of its file of SQL, every column under its own."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec.structs import asdict

from rootcause.trends.figures import ALWAYS, gathered
from rootcause.trends.measuring import Month, Trends

FORMAT: Final = 1
_OF_MONTHS: Final = ("cases", "cost", "recurrence", "times", "found_by_customers", "actions_on_time", "coverage")


def as_data(trends: Trends) -> dict[str, object]:
    """The period, the figures, and the last two months that are over; nothing is rounded or left out."""
    return {
        "format": FORMAT,
        "since": trends.period.since.isoformat(),
        "until": trends.period.until.isoformat(),
        "today": trends.period.today.isoformat(),
        "by": trends.by,
        "unread": trends.unread,
        "figures": {name: msgspec.to_builtins(rows) for name, rows in figures_of(trends).items()},
        "month": _month(trends.month),
        "month_before": _month(trends.month_before),
    }


def figures_of(trends: Trends) -> dict[str, object]:
    """A row or rows by the name of the figure."""
    count, cost = gathered(trends.by)
    return {name: getattr(trends, name) for name in ALWAYS} | {count: trends.groups, cost: trends.group_costs}


def _month(month: Month | None) -> dict[str, object] | None:
    if month is None:
        return None
    figures = {name: value for name, value in asdict(month).items() if name in _OF_MONTHS}
    return {"month": f"{month.period.since:%Y-%m}", "figures": msgspec.to_builtins(figures)}
