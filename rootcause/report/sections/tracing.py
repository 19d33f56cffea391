"""From evidence to cause to action to measure: a table, and the gaps in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rootcause.analysis.statement import Statement
from rootcause.analysis.traceability import Remembered, Traceability, TracedAction, TracedCause
from rootcause.report.answers import section
from rootcause.report.model import Block, Column, Emphasis, Inline, Inlines, Items, Link, Paragraph, Table, Text
from rootcause.report.numbering import in_one_go
from rootcause.report.prose import one_line, shorten
from rootcause.report.wording import labelled, missing
from rootcause.report.words import Words

_CELL: Final = 70
_MOST: Final = 3


def tracing(traced: Traceability, words: Words) -> tuple[Block, ...]:
    """Nothing without causes and actions, or when no action was asked what it acts on: nothing could be traced."""
    if not traced.causes or not traced.actions or not traced.asks_for_causes:
        return ()
    titles = (words.tracing.evidence, words.tracing.cause, words.tracing.action, words.tracing.measure)
    rows = tuple(row for one in traced.causes if one.is_end or one.on_it for row in _rows(one, words))
    gaps = tuple((Paragraph((*labelled(label), Text(text))),) for label, text in _gaps(traced, words))
    table = Table(tuple(map(Column, titles)), rows)
    return section(words.tracing.title, table, *([Items(gaps)] if gaps else []))


def _rows(one: TracedCause, words: Words) -> Iterator[tuple[Inlines, ...]]:
    """A row for each action on a cause; evidence and cause stand in the first one."""
    cause: Inlines = (Text(f"{one.cause.number} {shorten(one.cause.text, _CELL)}", to=_place(one.cause.because)),)
    lead = (_evidence(one, words), cause)
    if not one.on_it:
        yield (*lead, _no_action(one, words), ())
    for action in one.on_it:
        text = f"{action.number} {shorten(action.what, _CELL)}"
        yield (*lead, (Text(text, to=_place(action.row.cells.get("what"))),), _measure(action, words))
        lead = ((), ())


def _evidence(one: TracedCause, words: Words) -> Inlines:
    """The numbers of the evidence, else where it can be looked up, else in a few words how it is known."""
    if one.sources:
        found: list[Inline] = []
        for name in map("E{}".format, one.sources):
            found += [*([Text(", ")] if found else []), Text(name, to=name)]
        return tuple(found)
    said = one_line(one.cause.row.text("evidence") or one.cause.row.text("proof"))
    if said.startswith(("https://", "http://")):
        return (Link(said),)
    return (Text(shorten(said, _CELL)),) if said else (Emphasis(words.tracing.no_evidence),)


def _no_action(one: TracedCause, words: Words) -> Inlines:
    if one.from_above:
        numbers = in_one_go([action.number for action in one.from_above], words)
        return (Text(words.tracing.from_above.format(actions=numbers)),)
    return () if one.is_covered else (Emphasis(words.tracing.no_action),)


def _measure(action: TracedAction, words: Words) -> Inlines:
    if action.measure is not None:
        return (Text(shorten(action.measure.text, _CELL)),)
    asked = action.row.cells.get("done_when")
    return () if asked is None else (Emphasis(missing(asked, words) or words.tracing.no_measure),)


def _gaps(traced: Traceability, words: Words) -> Iterator[tuple[str, str]]:
    """What is missing on the way, under what it is called."""
    own = words.tracing
    numbered = {
        own.causes_without_action: [one.cause.number for one in traced.causes_without_action],
        own.actions_without_cause: _numbers(traced.actions_without_cause),
        own.actions_on_what_is_missing: _numbers(traced.actions_on_what_is_missing),
        own.actions_without_test: _numbers(traced.actions_without_test),
    }
    yield from ((label, in_one_go(numbers, words)) for label, numbers in numbered.items() if numbers)
    for role, label in own.unanswered.items():
        found = [one for one in traced.unanswered if one.role == role]
        if found:
            yield label, _quoted(found, words)


def _numbers(actions: Iterable[TracedAction]) -> list[str]:
    return [one.number for one in actions]


def _quoted(found: list[Remembered], words: Words) -> str:
    shown = [words.quoted.format(text=shorten(one.text, _CELL).rstrip(".")) for one in found[:_MOST]]
    more = [words.and_more.format(count=len(found) - _MOST)] if len(found) > _MOST else []
    return "; ".join([*shown, *more])


def _place(statement: Statement | None) -> str:
    return "" if statement is None else str(statement.key)
