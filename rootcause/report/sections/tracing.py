"""From evidence to cause to action to measure: a table, and the gaps in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.statement import Statement
from rootcause.analysis.traceability import Traceability, TracedAction, TracedCause
from rootcause.report.answers import section
from rootcause.report.model import Block, Column, Emphasis, Inline, Inlines, Items, Link, Paragraph, Table, Text
from rootcause.report.numbering import in_one_go
from rootcause.report.prose import one_line, shorten
from rootcause.report.sections.causes import numbered
from rootcause.report.sections.gaps import Left, of_cause, told_gaps
from rootcause.report.wording import labelled, missing
from rootcause.report.words import Words

_CELL: Final = 70


def tracing(traced: Traceability, words: Words, findings: Iterable[Finding] = ()) -> tuple[Block, ...]:
    """Nothing without causes and actions, or when no action was asked what it acts on: nothing could be traced.

    A gap that the findings say is left as it is stands there with its reason, and is none.
    """
    if not traced.causes or not traced.actions or not traced.asks_for_causes:
        return ()
    left = {(one.name, one.key): one.waiver.reason for one in findings if one.waiver is not None}
    titles = (words.tracing.evidence, words.tracing.cause, words.tracing.action, words.tracing.measure)
    rows = tuple(row for one in traced.causes if one.is_end or one.on_it for row in _rows(one, left, words))
    gaps = tuple((Paragraph((*labelled(label), Text(text))),) for label, text in told_gaps(traced, left, words))
    table = Table(tuple(map(Column, titles)), rows)
    return section(words.tracing.title, table, *([Items(gaps)] if gaps else []))


def _rows(one: TracedCause, left: Left, words: Words) -> Iterator[tuple[Inlines, ...]]:
    """A row for each action on a cause; evidence and cause stand in the first one."""
    cause: Inlines = (Text(numbered(one.cause, words, _CELL), to=_place(one.cause.because)),)
    lead = (_evidence(one, words), cause)
    if not one.on_it:
        yield (*lead, _no_action(one, left, words), ())
    for action in one.on_it:
        text = f"{action.number} {shorten(action.what, _CELL)}"
        yield (*lead, (Text(text, to=_place(action.row.cells.get("what"))),), _measure(action, left, words))
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


def _no_action(one: TracedCause, left: Left, words: Words) -> Inlines:
    if one.from_above:
        numbers = in_one_go([action.number for action in one.from_above], words)
        return (Text(words.tracing.from_above.format(actions=numbers)),)
    if one.is_covered:
        return ()
    return (Emphasis(words.tracing.left if of_cause(one, words).key in left else words.tracing.no_action),)


def _measure(action: TracedAction, left: Left, words: Words) -> Inlines:
    if action.measure is not None:
        return (Text(shorten(action.measure.text, _CELL)),)
    asked = action.row.cells.get("done_when")
    if asked is None:
        return ()
    is_left = ("no-test-of-done", asked.key) in left
    return (Emphasis(words.tracing.left if is_left else missing(asked, words) or words.tracing.no_measure),)


def _place(statement: Statement | None) -> str:
    return "" if statement is None else str(statement.key)
