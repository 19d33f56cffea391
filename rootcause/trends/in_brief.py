"""What a team reads in a minute: one line for each thing, the most important first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rootcause.trends.figures import Cost, Effects, FoundByCustomers, Recurrence, Time
from rootcause.trends.measuring import Trends
from rootcause.trends.section import Section
from rootcause.trends.wording import ENOUGH, counted, length, money, number, percent, share

_FEW = 3


def in_brief(trends: Trends) -> Section:
    """The lines; what nobody said is said to be so."""
    return Section("In brief", tuple(_lines(trends)))


def _lines(trends: Trends) -> Iterator[tuple[str, str]]:
    cases = trends.cases
    yield "Cases", f"{number(cases.cases)}, of these {number(cases.finished)} finished"
    if trends.unread:
        yield "Left out", f"{counted(trends.unread, 'case')} that could not be read"
    if cases.cases:
        yield "Happened again", again(trends.recurrence)
        if trends.by == "cause":
            yield "Most frequent", _most_frequent(trends)
        yield "Cost", cost(trends.cost)
        yield "Found by customers", found_by_customers(trends.found_by_customers)
        yield "Time to resolve", within(next((one for one in trends.times if one.step == "resolve"), None))
        yield "Actions on time", _on_time(trends)
    yield "Overdue today", _overdue(trends)
    if cases.cases:
        yield "Causes acted on", _coverage(trends)
        yield "Effect looked at", effect(trends.effects)
        yield "Trust", _trust(trends)


def again(found: Recurrence) -> str:
    """How many cases are the same again, and what had been done about the earlier one."""
    if found.cases == 0:
        return "no case has a root cause yet"
    if found.again == 0:
        return f"none of {counted(found.cases, 'case')} with a root cause"
    reasons = (
        (found.not_done, "an action of the earlier case was not done"),
        (found.did_not_help, "all were done and did not help"),
        (found.no_action, "there was none"),
    )
    told = ", ".join(f"in {number(count)} {words}" for count, words in reasons if count)
    return f"{share(found.again, found.cases, 'cases')}: {told}"


def _most_frequent(trends: Trends) -> str:
    known = [group for group in trends.groups if group.name]
    if not known:
        return "no case has a root cause yet"
    first, told = known[0], trends.cases.cases
    if first.cases == 1:
        return "no root cause occurs in two cases in the same words"
    more = ""
    if len(known) > _FEW and told >= ENOUGH:
        more = f"; the first {_FEW} are behind {percent(known[_FEW - 1].together, told)} of cases"
    return f"{first.label} ({counted(first.cases, 'case')}{more})"


def cost(found: tuple[Cost, ...]) -> str:
    """What cases cost, by currency."""
    if not found:
        return "nobody said what a case cost"
    return "; ".join(f"{money(one.total_cost, one.currency)} ({counted(one.cases, 'case')})" for one in found)


def found_by_customers(found: FoundByCustomers) -> str:
    """The share that customers found before we did."""
    return share(found.by_customers, found.said, "cases") if found.said else "nobody said who found the problem"


def within(found: Time | None) -> str:
    """The median and the p90 as one says them; of few, the p90 is just the longest."""
    if found is None:
        return "nobody said when"
    middle, slow = length(found.median_minutes), length(found.p90_minutes)
    if found.cases == 1:
        return f"{middle} (n = 1)"
    most = f"nine in ten within {slow}" if found.cases >= ENOUGH else f"the longest {slow}"
    return f"half within {middle}, {most} (n = {number(found.cases)})"


def _on_time(trends: Trends) -> str:
    found = trends.actions_on_time
    if found.judged == 0:
        return "no action with a day has come due" if found.actions else "no case has an action"
    rest = ((found.late, "done late"), (found.missing, "not done yet"))
    told = ", ".join(f"{number(count)} {words}" for count, words in rest if count)
    return share(found.on_time, found.judged, "actions") + (f"; {told}" if told else "")


def _overdue(trends: Trends) -> str:
    by_kind = {one.kind: one for one in trends.overdue}
    if not by_kind:
        return "nothing"
    told = [counted(one.overdue, *KINDS[kind]) for kind in KINDS if (one := by_kind.get(kind)) is not None]
    oldest = by_kind.get("action")
    if oldest is None:
        return ", ".join(told)
    long = days(oldest.median_due_on, trends.period.today)
    since = f"The action for {long}" if oldest.overdue == 1 else f"Half of the actions for {long} or longer"
    return f"{', '.join(told)}. {since}"


KINDS = {
    "action": ("action", "actions"),
    "interim": ("interim fix past its end", "interim fixes past their end"),
    "promise": ("promise to a customer", "promises to customers"),
    "review": ("effect review", "effect reviews"),
    "question": ("question left to somebody", "questions left to somebody"),
}
"""Kinds of follow-ups, one and more of them."""


def days(since: str, today: date) -> str:
    """How long ago a day is."""
    return counted((today - date.fromisoformat(since)).days, "day")


def _coverage(trends: Trends) -> str:
    found = trends.coverage
    return share(found.covered, found.root_causes, "root causes") if found.root_causes else "no root causes yet"


def effect(found: Effects) -> str:
    """How many actions that are done were looked at again, and what was seen."""
    if found.reviews == 0:
        return "no action with a test of done is done yet"
    unsaid = found.done - found.moved - found.not_moved
    seen = ((found.moved, "the measure moved"), (found.not_moved, "it did not move"), (unsaid, "nobody said"))
    told = ", ".join(f"in {number(count)} {words}" for count, words in seen if count)
    return share(found.done, found.reviews, "actions that are done") + (f": {told}" if told else "")


def _trust(trends: Trends) -> str:
    found = trends.trust_change
    if found.cases == 0:
        return "no case says it for before and after"
    changes = ((found.rose, "rose"), (found.stayed, "stayed"), (found.fell, "fell"))
    told = ", ".join(f"{words} in {number(count)}" for count, words in changes if count)
    return f"{told} of {counted(found.cases, 'case')}, from before the problem to after the recovery"
