"""Cases with something in common, the most frequent first, and what they cost (Pareto)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from rootcause.report.prose import shorten
from rootcause.trends.figures import By, GroupCost
from rootcause.trends.measuring import Trends
from rootcause.trends.section import Section, bars, table
from rootcause.trends.wording import ENOUGH, counted, money, number, percent

TITLES: Final[dict[By, str]] = {
    "cause": "Root causes",
    "kind": "Kinds of root cause",
    "part": "Parts of the product",
    "product": "Products",
    "owner": "Owners of actions",
    "strength": "Strength of actions",
}
_MORE_THAN_ONE: Final[dict[By, str]] = {
    "cause": "A case with several root causes counts for each of them.",
    "kind": "A case with root causes of several kinds counts for each kind.",
    "owner": "A case with several owners counts for each of them.",
    "strength": "A case with actions of several strengths counts for each.",
}
_UNSAID: Final[dict[By, str]] = {
    "cause": "(no root cause named)",
    "kind": "(nobody said the kind)",
    "part": "(nobody said the part)",
    "product": "(nobody said the product)",
    "owner": "(no owner)",
    "strength": "(no action, or its strength is not known)",
}
_LONGEST: Final = 160


def by_count(trends: Trends, top: int) -> Section | None:
    """The groups with the most cases; what nobody said stands last. None where there is no case."""
    if not trends.groups:
        return None
    by, all = trends.by, trends.cases.cases
    known = [group for group in trends.groups if group.name]
    shown = [*known[:top], *(group for group in trends.groups if not group.name)]
    counts = [(_label(by, group.name, group.label), group.cases) for group in shown]
    title = f"{TITLES[by]}, the most frequent first"
    drawn = bars("by-count", title, counts[: len(known[:top])])
    rows: list[tuple[str, ...]] = [(label, number(count)) for label, count in counts]
    notes, heads = (*_notes(by), *_rest(known, top)), ["Cases"]
    if all >= ENOUGH:
        together = (percent(group.together, all) if group.name else "" for group in shown)
        rows = [(*row, percent(group.cases, all), more) for row, group, more in zip(rows, shown, together, strict=True)]
        notes = (f"Shares are of {counted(all, 'case')}; together: this one or one above it.", *notes)
        heads = ["Cases", "Share", "Together"]
    return Section(title, (), drawn, table(TITLES[by], heads, rows), notes)


def by_cost(trends: Trends, top: int) -> Iterator[Section]:
    """What the groups cost, a section for each currency."""
    for currency, costs in groupby(trends.group_costs, lambda one: one.currency):
        found = list(costs)
        known = [one for one in found if one.name]
        shown = [*known[:top], *(one for one in found if not one.name)]
        yield _in_currency(trends.by, currency, shown, tuple(_rest(known, top)))


def _in_currency(by: By, currency: str, shown: Sequence[GroupCost], rest: tuple[str, ...]) -> Section:
    labels = [_label(by, one.name, one.label) for one in shown]
    title = f"{TITLES[by]} by cost, {f'in {currency}' if currency else 'no currency named'}"
    # A bar is drawn to the whole unit; the table beside it has the hundredths.
    whole = [(one.total_cost + 50) // 100 for one in shown]
    said = [(label, cost) for label, cost, one in zip(labels, whole, shown, strict=True) if one.name]
    drawn = bars(f"by-cost-{currency}", title, said)
    rows = [(x, money(one.total_cost, ""), number(one.cases)) for x, one in zip(labels, shown, strict=True)]
    told = table(TITLES[by], [f"Cost in {currency}" if currency else "Cost", "Cases"], rows)
    return Section(title, (), drawn, told, ("The whole cost of a case counts each time.", *rest))


def _label(by: By, name: str, label: str) -> str:
    if by in ("kind", "strength"):  # choices, which are there by their ids
        label = label.replace("_", " ")
    return shorten(label, _LONGEST) if name else _UNSAID[by]


def _notes(by: By) -> Iterator[str]:
    if by in _MORE_THAN_ONE:
        yield _MORE_THAN_ONE[by]
    if by in ("product", "part"):
        yield f"Cases say it where a question has the role {by}."
    if by == "cause":
        yield "Causes are one when they say the same words; the wording shown is the latest."


def _rest(known: Sequence[object], top: int) -> Iterator[str]:
    if len(known) > top:
        yield f"The first {number(top)} of {number(len(known))}; --top shows more, JSON and CSV have all."
