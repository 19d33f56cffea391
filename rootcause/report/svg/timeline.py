"""The timeline: how long it took from moment to moment, on one scale, and below it what happened, from top to bottom.

Between two events stands the time that passed, with a bar; all bars of the list are on one scale too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Final

from msgspec import Struct

from rootcause.analysis.shown import Formats, show_duration
from rootcause.report.diagrams import Event, TimelineDiagram
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas, Side
from rootcause.report.svg.measure import wrap
from rootcause.report.svg.signs import MOMENT_SIGN, moment_sign

_WIDTH: Final = 620.0
_SPAN_LABEL: Final = 190.0
_SPAN_LENGTH: Final = 118.0
_THICK: Final = 8.0
_LEAST: Final = 2.0
_PAD: Final = 12.0
_AFTER_SPANS: Final = 18.0

_WIDEST_TIME: Final = 110.0
_TIME_LINES: Final = 2
_EVENT_LINES: Final = 4
_LONGEST_GAP: Final = 160.0
_GAP_THICK: Final = 3.0
_GAP_HEIGHT: Final = 20.0
_BETWEEN: Final = 9.0


class _Moment(Struct, frozen=True):
    """A moment by its name, in the order of the timeline."""

    name: str
    seconds: int


def draw_timeline(diagram: TimelineDiagram, canvas: Canvas) -> None:
    """The spans between the moments, where there are any, and the list."""
    events = [event for period in diagram.periods for event in period.events]
    top = _draw_spans(list(_moments(events)), diagram.formats, canvas)
    _draw_list(diagram, events, top, canvas)


def _moments(events: list[Event]) -> Iterator[_Moment]:
    for event in events:
        if event.seconds is not None and event.moments:
            yield _Moment(", ".join(event.moments), event.seconds)


def _draw_spans(moments: list[_Moment], formats: Formats, canvas: Canvas) -> float:
    """A row for each span, from left to right as time passes; where the list can begin."""
    spans = [(before, after) for before, after in pairwise(moments) if before.seconds <= after.seconds]
    if not spans or moments[0].seconds >= moments[-1].seconds:
        return 0
    left, right = _SPAN_LABEL + _PAD, _WIDTH - _SPAN_LENGTH - _PAD
    scale = (right - left) / (moments[-1].seconds - moments[0].seconds)
    y = 0.0
    for before, after in spans:
        label = wrap(f"{before.name} → {after.name}", style.LABEL, _SPAN_LABEL, lines=2)
        middle = y + label.height / 2
        start = left + (before.seconds - moments[0].seconds) * scale
        wide = max(_LEAST, (after.seconds - before.seconds) * scale)
        canvas.text(0, y, label)
        canvas.line([(left, middle), (right, middle)], style.TRACK)
        canvas.rect(start, middle - _THICK / 2, wide, _THICK, style.BAR)
        length = wrap(_length(before.seconds, after.seconds, formats), style.STRONG, _SPAN_LENGTH, lines=1)
        canvas.text(right + _PAD, middle - length.height / 2, length)
        y += label.height + 5
    return y + _AFTER_SPANS


def _draw_list(diagram: TimelineDiagram, events: list[Event], y: float, canvas: Canvas) -> None:
    times = [wrap(event.time, style.LABEL, _WIDEST_TIME, _TIME_LINES) for event in events]
    longest = max((after - before for before, after in pairwise(_known(events))), default=0)
    column = max((time.width for time in times), default=0.0)
    column = max(column, min(_WIDEST_TIME, 84.0))
    axis = column + _PAD + MOMENT_SIGN / 2
    left = axis + _PAD + MOMENT_SIGN / 2
    last: int | None = None
    signs = 0
    before: float | None = None
    number = 0
    for period in diagram.periods:
        for place, event in enumerate(period.events):
            if last is not None and event.seconds is not None and event.seconds > last:
                passed = wrap(_length(last, event.seconds, diagram.formats), style.SMALL, _WIDEST_TIME, lines=1)
                canvas.text(column, y + (_GAP_HEIGHT - passed.height) / 2 - 4, passed, Side.RIGHT)
                wide = max(1.0, _LONGEST_GAP * (event.seconds - last) / longest)
                canvas.rect(left, y + _GAP_HEIGHT / 2 - 4 - _GAP_THICK / 2, wide, _GAP_THICK, style.GAP)
                y += _GAP_HEIGHT
            if place == 0 and period.title:
                title = wrap(period.title, style.TITLE, _WIDTH - left, lines=2)
                y += 6 if before is not None else 0
                canvas.text(left, y, title, room=_WIDTH - left)
                y += title.height + 5
            time = times[number]
            number += 1
            name = wrap(", ".join(event.moments), style.STRONG, _WIDTH - left, lines=2)
            text = wrap(event.text or ("" if event.moments else "…"), style.LABEL, _WIDTH - left, _EVENT_LINES)
            middle = y + style.LABEL.line_height / 2
            sign = MOMENT_SIGN / 2 + 2 if event.moments else 3
            if before is not None:
                canvas.line([(axis, before), (axis, middle - sign)], style.LINK)
            before = middle + sign
            if event.moments:
                moment_sign(canvas, axis, middle, signs)
                signs += 1
            else:
                canvas.circle(axis, middle, 3, style.DOT)
            canvas.text(column, y, time, Side.RIGHT)
            canvas.text(left, y, name, room=_WIDTH - left)
            canvas.text(left, y + name.height, text, room=_WIDTH - left)
            y += max(time.height, name.height + text.height) + _BETWEEN
            last = event.seconds if event.seconds is not None else last


def _known(events: list[Event]) -> list[int]:
    return [event.seconds for event in events if event.seconds is not None]


def _length(start: int, end: int, formats: Formats) -> str:
    return show_duration(timedelta(seconds=end - start), formats)
