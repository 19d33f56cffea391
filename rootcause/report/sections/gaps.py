"""What is missing on the way from evidence to action, and which of it is left as it is, for a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from rootcause.analysis.statement import Statement
from rootcause.analysis.traceability import Remembered, Traceability, TracedAction, TracedCause
from rootcause.interview.answers import AnswerKey
from rootcause.report.numbering import in_one_go
from rootcause.report.prose import one_line, shorten
from rootcause.report.sections.causes import numbered
from rootcause.report.words import Words

Left = Mapping[tuple[str, AnswerKey | None], str]
"""The reason for each gap that is left as it is, by the check that found it and the answer."""

_TEXT: Final = 70
_MOST: Final = 3
_ANSWERING: Final = {"went_badly": "went-badly-without-action", "lucky": "luck-without-action"}
"""The checks that raise what no action answers, by its role."""


class Gap(Struct, frozen=True):
    """One thing that is missing. `short` is how it is told beside its like, `text` how it is told by itself."""

    key: tuple[str, AnswerKey | None]
    short: str
    text: str


def told_gaps(traced: Traceability, left: Left, words: Words) -> Iterator[tuple[str, str]]:
    """What is missing, under what it is called; then what is left as it is, with the reason."""
    own = words.tracing
    accepted: list[Gap] = []
    for label, gaps in _numbered_gaps(traced, words):
        accepted += [gap for gap in gaps if gap.key in left]
        if numbers := [gap.short for gap in gaps if gap.key not in left]:
            yield label, in_one_go(numbers, words)
    for role, label in own.unanswered.items():
        gaps = [_of_remembered(one, words) for one in traced.unanswered if one.role == role]
        accepted += [gap for gap in gaps if gap.key in left]
        if texts := [gap.short for gap in gaps if gap.key not in left]:
            more = [words.and_more.format(count=len(texts) - _MOST)] if len(texts) > _MOST else []
            yield label, "; ".join([*texts[:_MOST], *more])
    yield from ((own.left_gap, f"{gap.text}: {one_line(left[gap.key])}") for gap in accepted)


def of_cause(one: TracedCause, words: Words) -> Gap:
    """A cause on which nothing acts."""
    key = ("cause-without-action", one.cause.because.key)
    return Gap(key, one.cause.number, numbered(one.cause, words, _TEXT))


def _numbered_gaps(traced: Traceability, words: Words) -> Iterator[tuple[str, list[Gap]]]:
    own = words.tracing
    yield own.causes_without_action, [of_cause(one, words) for one in traced.causes_without_action]
    name = "action-without-cause"
    yield own.actions_without_cause, _of_actions(name, traced.actions_without_cause, "cause")
    yield own.actions_on_what_is_missing, _of_actions(name, traced.actions_on_what_is_missing, "cause")
    yield own.actions_without_test, _of_actions("no-test-of-done", traced.actions_without_test, "done_when")


def _of_actions(check: str, actions: Iterable[TracedAction], field: str) -> list[Gap]:
    return [
        Gap((check, _key(one.row.cells.get(field))), one.number, f"{one.number} {shorten(one.what, _TEXT)}")
        for one in actions
    ]


def _of_remembered(one: Remembered, words: Words) -> Gap:
    text = words.quoted.format(text=shorten(one.text, _TEXT).rstrip("."))
    return Gap((_ANSWERING[one.role], one.statement.key), text, text)


def _key(statement: Statement | None) -> AnswerKey | None:
    return None if statement is None else statement.key
