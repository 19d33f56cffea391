"""Where the conditions of a proof stand in the file, and what each of them says."""

from __future__ import annotations

from collections.abc import Iterable

from rootcause.expression.writer import unparse
from rootcause.lint.asked import check_place
from rootcause.lint.context import Context
from rootcause.lint.reachability.condition import Condition, Role
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Label
from rootcause.source.text import Span


def labels(context: Context, chain: Iterable[Condition]) -> tuple[Label, ...]:
    """A label at each condition."""
    found = []
    for condition in chain:
        place = place_of(context, condition)
        found.append(Label(_span(place, condition), said(condition), place.tree.source))
    return tuple(found)


def place_of(context: Context, condition: Condition) -> Place:
    """Where a condition stands."""
    if condition.role is Role.SECTION_WHEN:
        return context.loaded.sections[condition.owner] / "when"
    place = context.by_key[condition.owner].place
    match condition.role:
        case Role.CHECK:
            return check_place(place, condition.index) / "that"
        case Role.BOUNDS:
            return next((place / key for key in ("max", "min") if place.has(key)), place / "id")
        case _:
            key: str = condition.role.value
            return place / key


def said(condition: Condition) -> str:
    """What a condition says, in a few words."""
    text = "" if condition.node is None else unparse(condition.node)
    match condition.role:
        case Role.WHEN:
            return f'"{condition.owner}" is asked only when {text}'
        case Role.SECTION_WHEN:
            return f'the section "{condition.owner}" is asked only when {text}'
        case Role.CHECK:
            return f'an answer to "{condition.owner}" is taken only when {text}'
        case Role.COMPUTE:
            return f'"{condition.owner}" is {text}'
        case Role.BOUNDS:
            return f'so many options of "{condition.owner}" can be chosen'


def _span(place: Place, condition: Condition) -> Span:
    if condition.node is None or place.value is None:
        return place.span
    return place.tree.span_within(place.route, condition.node.start, condition.node.end)
