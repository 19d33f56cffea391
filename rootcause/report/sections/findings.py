"""What a careful reader would ask: what the checks found and is left, and what was let stand for a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.shown import show_day
from rootcause.report.answers import section
from rootcause.report.model import Block, Emphasis, Items, Paragraph, Strong, Text
from rootcause.report.numbering import in_one_go
from rootcause.report.prose import one_line, shorten
from rootcause.report.words import Words
from rootcause.source.diagnostic import Severity

_ORDER: Final = tuple(Severity)
_PLACE: Final = re.compile(r"(.*?)\s*((?:[B-Z]|\d+/)?\d[\d.]*)")
_MESSAGE: Final = 160
_OF_SEVERAL: Final = {"has": "have", "does": "do", "is": "are", "acts": "act", "names": "name"}
"""How a message goes on about several places; the checks speak English."""


def findings(found: Iterable[Finding], words: Words) -> tuple[Block, ...]:
    """What is left, a line for what asks the same; then the waivers."""
    found = tuple(found)
    left = tuple(_left(group, words) for group in left_over(found))
    waived = tuple(_waived(one, words) for one in found if one.waiver is not None)
    return section(
        words.checking.title,
        *([Items(left)] if left else []),
        *section(words.checking.waived, *([Items(waived)] if waived else []), level=3),
    )


def left_over(found: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """The findings that count, those that ask the same together, what matters most first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in sorted((one for one in found if one.counts), key=lambda one: _ORDER.index(one.severity)):
        groups.setdefault((one.name, one.question), []).append(one)
    return tuple(map(tuple, groups.values()))


def _left(group: Sequence[Finding], words: Words) -> tuple[Block, ...]:
    """`Actions 1 to 10: have no owner. Which person sees to it?`; of messages that differ the first."""
    messages = list(dict.fromkeys(map(_message, group)))
    places = dict.fromkeys(one.where for one in group)
    told = messages[0]
    if len(messages) > 1:
        told = f"{told}; {words.and_more.format(count=len(messages) - 1)}"
    elif len(places) > 1:
        verb, _, rest = told.partition(" ")
        told = f"{_OF_SEVERAL.get(verb, verb)} {rest}"
    asked = (Text(" "), Emphasis(one_line(group[0].question))) if group[0].question else ()
    return (Paragraph((Strong(f"{_places(tuple(places), words)}:", is_label=True), Text(f" {told}."), *asked)),)


def _message(one: Finding) -> str:
    """On one line; what it quotes keeps its end, and not its full stop."""
    return shorten(one.message, _MESSAGE).replace('."', '"')


def _waived(one: Finding, words: Words) -> tuple[Block, ...]:
    """Where it is, what was found, and why it stands; who said so and when, where that is known."""
    assert one.waiver is not None
    told = f" {_message(one)}. {words.checking.reason.format(reason=one_line(one.waiver.reason))}"
    by = [one_line(one.waiver.who or "")] if one.waiver.who else []
    when = [show_day(one.waiver.when.date(), words.formats)] if one.waiver.when else []
    signed = f" ({', '.join([*by, *when])})" if by or when else ""
    label = Strong(f"{_places((one.where,), words)}:", is_label=True)
    return (Paragraph((label, Text(told.rstrip(".") + signed))),)


def _places(places: Sequence[str], words: Words) -> str:
    """`Actions 1 to 10, Cause 1.2`: places of one kind under their kind, in the words of the language."""
    by_kind: dict[str, list[str]] = {}
    for place in map(one_line, places):
        match = _PLACE.fullmatch(place)
        kind, number = (match[1], match[2]) if match else (place, "")
        by_kind.setdefault(kind, []).extend([number] if number else [])
    named = []
    for kind, numbers in by_kind.items():
        one, several = words.checking.places.get(kind, (kind, kind))
        told = " ".join(filter(None, (several if len(numbers) > 1 else one, in_one_go(numbers, words))))
        named.append(told[:1].upper() + told[1:] or words.checking.whole)
    return ", ".join(named)
