"""What became of what was to be done: in the rows of the actions, and in words where somebody said more."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.follow_ups import FollowUp, Kind
from rootcause.analysis.shown import show_day
from rootcause.analysis.statement import Row
from rootcause.report.answers import section
from rootcause.report.model import Block, Items, Paragraph, Text
from rootcause.report.prose import one_line
from rootcause.report.wording import labelled
from rootcause.report.words import Words

_SAID_IN: tuple[str, ...] = ("status", "due")


def in_effect(row: Row, one: FollowUp | None, words: Words) -> Row:
    """The row of an action as things stand, where more is known of it than its answers say."""
    said = "" if one is None else standing(one, words)
    field = next((name for name in _SAID_IN if name in row.cells), next(iter(row.cells), None))
    if not said or field is None:
        return row
    cell = row.cells[field]
    text = said if field == "status" else f"{cell.text} ({said})" if cell.text else said
    return replace(row, cells={**row.cells, field: replace(cell, text=text)})


def standing(one: FollowUp, words: Words) -> str:
    """How a follow-up stands, as somebody said after the interview; empty when nobody did."""
    progress, said = one.progress, words.following
    if progress.done:
        return said.done if one.done_on is None else said.done_on.format(day=show_day(one.done_on, words.formats))
    if progress.until is not None:
        return said.put_off.format(day=show_day(progress.until, words.formats))
    return "" if progress.done is None else said.open_again


def what_became_of_it(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """A line for each follow-up of which something was said, and for each effect that is looked at."""
    items = tuple(_items(analysis, words))
    return section(words.following.title, Items(items), level=3) if items else ()


def happened_before(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """The earlier cases of which somebody said that this one is the same again, and why."""
    links = analysis.links
    told = (f"{one.case}: {one_line(one.reason)}" if one.reason else one.case for one in links)
    lines = tuple((Paragraph((*labelled(words.following.before), Text(text))),) for text in told)
    return (Items(lines),) if lines else ()


def _items(analysis: Analysis, words: Words) -> Iterator[tuple[Block, ...]]:
    for one in analysis.follow_ups:
        said = list(_said(one, words))
        if said:
            yield (Paragraph((*labelled(_label(one, words)), Text(". ".join(said)))),)


def _label(one: FollowUp, words: Words) -> str:
    if one.row is None:
        return one.what
    if one.kind is Kind.REVIEW:
        return words.following.effect.format(number=one.row.number)
    return f"{one.row.number} {one.what}"


def _said(one: FollowUp, words: Words) -> Iterator[str]:
    stands, progress = standing(one, words), one.progress
    if one.kind is Kind.REVIEW and not stands and one.due is not None:
        stands = words.following.look_on.format(day=show_day(one.due, words.formats))
    if stands:
        yield stands
    if progress.moved is not None:
        yield words.following.moved if progress.moved else words.following.not_moved
    said = progress.result if progress.done else progress.why
    if said and said.strip():
        yield said.strip()
