"""What happened when: the times between the moments, a picture, and the table with a source per row."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date, datetime, timedelta
from itertools import groupby

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.roles import MOMENTS
from rootcause.analysis.shown import show_day, show_duration, show_moment
from rootcause.analysis.statement import Statement
from rootcause.analysis.timeline import Entry, TimeBetween
from rootcause.interview.answers import State
from rootcause.report.answers import answers, said_of_lists, section
from rootcause.report.diagrams import Event, Figure, Period, TimelineDiagram
from rootcause.report.model import (
    Block,
    Column,
    Inline,
    Inlines,
    Items,
    Paragraph,
    Strong,
    Table,
    Text,
)
from rootcause.report.rows import label_of, used_fields
from rootcause.report.wording import anchor, inline, labelled, marks
from rootcause.report.words import Words

_FEWEST_DRAWN = 2
_MOST_DRAWN = 30


def timeline(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """The times between, the picture when it is neither empty nor crowded, the table."""
    entries = analysis.timeline.entries
    lengths = {time.length for time in analysis.timeline.times}
    beside = answers(
        (one for one in analysis.beside("timeline", *MOMENTS) if not _is_computed_here(one, lengths)), words
    )
    items = tuple(
        (Paragraph((*labelled(words.time_to[time.until]), Text(_length(time, words)))),)
        for time in analysis.timeline.times
    )
    return section(
        words.timeline,
        *([Items(items)] if items else []),
        *_picture(entries, words),
        *said_of_lists(analysis.said("timeline"), words),
        *([_table(entries, words)] if entries else []),
        *beside,
    )


def _is_computed_here(statement: Statement, lengths: Set[timedelta]) -> bool:
    """Whether the questionnaire computes a length of time that the report computes from the same moments."""
    is_computed = statement.answer is not None and statement.answer.state is State.COMPUTED
    return is_computed and statement.value in lengths


def how_long(analysis: Analysis, words: Words) -> str:
    """The times to detect, to contain and to resolve in one sentence; those out of order are left out."""
    return ", ".join(
        words.took[f"{time.since}_{time.until}"].format(length=_span(time, words))
        for time in analysis.timeline.times
        if time.length >= timedelta()
    )


def _length(time: TimeBetween, words: Words) -> str:
    if time.length < timedelta():
        return words.out_of_order
    return words.counted_from[time.since].format(length=_span(time, words))


def _span(time: TimeBetween, words: Words) -> str:
    """In days where only days are known: hours would claim more than anybody said."""
    if not time.in_days:
        return show_duration(time.length, words.formats)
    match time.length.days:
        case 0:
            return words.same_day
        case 1:
            return words.one_day
        case days:
            return words.several_days.format(count=days)


def _table(entries: tuple[Entry, ...], words: Words) -> Table:
    rows = [entry.row for entry in entries if entry.row is not None]
    extras = tuple(field for field in used_fields(rows, words) if field not in ("at", "what"))
    columns = (
        Column(words.when),
        Column(words.what_happened),
        *(Column(label_of(rows, field, words)) for field in extras),
    )
    return Table(columns, tuple(_cells(entry, extras, words) for entry in entries))


def _cells(entry: Entry, extras: tuple[str, ...], words: Words) -> tuple[Inlines, ...]:
    cells: Mapping[str, Statement] = {} if entry.row is None else entry.row.cells
    what = inline(cells.get("what"), words)
    when = inline(entry.when, words) if entry.row is not None else (Text(entry.moments[0].statement.text),)
    return (
        when,
        (*_moments(entry, words, followed=bool(what)), *what),
        *(inline(cells.get(field), words) for field in extras),
    )


def _moments(entry: Entry, words: Words, *, followed: bool) -> Inlines:
    """The moments by name, with what was said about them: `Started (fact; E1): `."""
    found: list[Inline] = []
    for moment in entry.moments:
        found += [Text(", ")] if found else []
        found += [anchor(moment.statement), Strong(words.moments[moment.role]), *marks(moment.statement, words)]
    return (*found, Text(": ")) if found and followed else tuple(found)


def _picture(entries: tuple[Entry, ...], words: Words) -> tuple[Figure, ...]:
    drawn = [(entry.at, entry) for entry in entries if entry.at is not None]
    if not _FEWEST_DRAWN <= len(drawn) <= _MOST_DRAWN:
        return ()
    first = next((at for at, _ in drawn if isinstance(at, datetime)), None)
    if first is None:
        periods: tuple[Period, ...] = (
            Period("", tuple(_event(at, show_day(at, words.formats), entry, None, words) for at, entry in drawn)),
        )
    else:
        days = groupby(drawn, lambda one: show_moment(one[0], words.formats).partition(",")[0])
        periods = tuple(
            Period(day, tuple(_event(at, _time(at, words), entry, first, words) for at, entry in of_day))
            for day, of_day in days
        )
    described = words.pictures.timeline_described.format(
        count=len(drawn), first=show_moment(drawn[0][0], words.formats), last=show_moment(drawn[-1][0], words.formats)
    )
    return (Figure("timeline", words.pictures.timeline, described, TimelineDiagram(periods, words.formats)),)


def _event(at: date, shown: str, entry: Entry, first: datetime | None, words: Words) -> Event:
    """What happened, with the seconds since the first event whose time is known; of a bare day there are none."""
    seconds = int((at - first).total_seconds()) if first is not None and isinstance(at, datetime) else None
    what = "" if entry.row is None else entry.row.text("what")
    return Event(shown, what, seconds, tuple(words.moments[moment.role] for moment in entry.moments))


def _time(at: date, words: Words) -> str:
    return show_moment(at, words.formats).partition(", ")[2] or show_day(at, words.formats)
