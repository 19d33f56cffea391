"""The months side by side, and the last one that is over against the one before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from rootcause.analysis.shown import ENGLISH
from rootcause.trends.measuring import Month, Trends
from rootcause.trends.section import Section, bars, table
from rootcause.trends.wording import counted, length, money, number, share

_MOST: Final = 24
"""Months; of a longer period the last ones."""

STEPS: Final = {
    "detect": "to detect",
    "contain": "to contain",
    "resolve": "to resolve",
    "follow_up": "to follow up",
}


def cases_by_month(trends: Trends) -> Section:
    """How many cases began in each month; those without a case too."""
    known = {one.month: one.cases for one in trends.cases_by_month}
    months = trends.period.months()[-_MOST:]
    counts = [(_name(month, trends.period.until), known.get(month, 0)) for month in months]
    rows = ((label, number(count)) for label, count in counts)
    title = "Cases by month"
    notes = () if len(trends.period.months()) <= _MOST else (f"The last {_MOST} months; JSON and CSV have all.",)
    return Section(
        title, figure=bars("cases-by-month", title, counts), table=table("Month", ["Cases"], rows), notes=notes
    )


def month_against_month(trends: Trends) -> Section | None:
    """One line each; None where no month of the period is over, or nothing happened in either."""
    month, before = trends.month, trends.month_before
    if month is None or before is None or not (month.cases.cases or before.cases.cases):
        return None
    title = f"{_long(month.period.since)} against {_long(before.period.since)}"
    return Section(title, tuple(_lines(month, before)))


def _lines(month: Month, before: Month) -> Iterator[tuple[str, str]]:
    currencies = sorted({one.currency for of in (month, before) for one in of.cost})
    both: tuple[tuple[str, Callable[[Month], str]], ...] = (
        ("Cases", lambda one: number(one.cases.cases)),
        ("Happened again", lambda one: _share(one.recurrence.again, one.recurrence.cases)),
        *((_in(currency), lambda one, currency=currency: _cost(one, currency)) for currency in currencies),
        ("Found by customers", lambda one: _share(one.found_by_customers.by_customers, one.found_by_customers.said)),
        *((f"Time {words}", lambda one, step=step: _median(one, step)) for step, words in STEPS.items()),
        ("Actions on time", lambda one: _share(one.actions_on_time.on_time, one.actions_on_time.judged)),
        ("Causes acted on", lambda one: _share(one.coverage.covered, one.coverage.root_causes)),
    )
    for label, told in both:
        now, then = told(month), told(before)
        if now or then:
            yield label, f"{now or 'not known'}, after {then or 'not known'}"


def _share(part: int, whole: int) -> str:
    return share(part, whole) if whole else ""


def _in(currency: str) -> str:
    return f"Cost in {currency}" if currency else "Cost"


def _cost(month: Month, currency: str) -> str:
    found = next((one for one in month.cost if one.currency == currency), None)
    return "0" if found is None else f"{money(found.total_cost, '')} ({counted(found.cases, 'case')})"


def _median(month: Month, step: str) -> str:
    found = next((one for one in month.times if one.step == step), None)
    return "" if found is None else f"{length(found.median_minutes)} (median, n = {number(found.cases)})"


def _name(month: str, until: date) -> str:
    day = date.fromisoformat(f"{month}-01")
    goes_on = f"{until:%Y-%m}" == f"{until + timedelta(1):%Y-%m}" == month
    return f"{ENGLISH.months[day.month - 1][:3]} {day.year}{' so far' if goes_on else ''}"


def _long(day: date) -> str:
    return f"{ENGLISH.months[day.month - 1]} {day.year}"
