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
from rootcause.report.diagrams import Event, Period, TimelineDiagram
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas, Side
from rootcause.report.svg.measure import Lines, wrap
from rootcause.report.svg.signs import MOMENT_SIGN, moment_sign

_WIDTH: Final = 620.0
_SPAN_LABEL: Final = 190.0
_SPAN_LENGTH: Final = 118.0
_THICK: Final = 8.0
_LEAST: Final = 2.0
_PAD: Final = 12.0
_AFTER_SPANS: Final = 18.0

_WIDEST_TIME: Final = 110.0
_LEAST_TIME: Final = 90.0
_TIME_LINES: Final = 2
_EVENT_LINES: Final = 6
_LONGEST_GAP: Final = 160.0
_GAP_THICK: Final = 3.0
_GAP_HEIGHT: Final = 20.0
_BETWEEN: Final = 9.0
_ABOVE_TITLE: Final = 6.0
_DOT: Final = 3.0


class _Moment(Struct, frozen=True):
    """A moment by its name, in the order of the timeline."""

    name: str
    seconds: int


def draw_timeline(diagram: TimelineDiagram, canvas: Canvas) -> None:
    """The spans between the moments, where there are any, and the list."""
    events = [event for period in diagram.periods for event in period.events]
    top = _draw_spans(list(_moments(events)), diagram.formats, canvas)
    drawn = _List(events, diagram.formats, top, canvas)
    for period in diagram.periods:
        drawn.draw(period)


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


class _List:
    """What happened, from top to bottom: times at the left of an axis, texts at its right."""

    def __init__(self, events: list[Event], formats: Formats, top: float, canvas: Canvas) -> None:
        self.canvas = canvas
        self.formats = formats
        known = [event.seconds for event in events if event.seconds is not None]
        self.longest = max((after - before for before, after in pairwise(known)), default=0)
        times = (_time(event).width for event in events)
        self.column = max(times, default=0.0) if not known else max(_LEAST_TIME, *times)
        self.axis = self.column + _PAD + MOMENT_SIGN / 2
        self.left = self.axis + _PAD + MOMENT_SIGN / 2
        self.room = _WIDTH - self.left
        self.y = top
        self.seconds: int | None = None
        self.axis_end: float | None = None
        self.moments = 0

    def draw(self, period: Period) -> None:
        """The events of a day below its title, which stands behind the time that passed before."""
        for place, event in enumerate(period.events):
            self._draw_gap(event)
            if place == 0 and period.title:
                self.y += _ABOVE_TITLE
                title = wrap(period.title, style.TITLE, self.room, lines=2)
                self.canvas.text(self.left, self.y, title)
                self.y += title.height + 5
            self._draw_event(event)

    def _draw_gap(self, event: Event) -> None:
        if event.seconds is None:
            return
        if self.seconds is not None and event.seconds > self.seconds:
            middle = self.y + _GAP_HEIGHT / 2 - 4
            passed = wrap(_length(self.seconds, event.seconds, self.formats), style.SMALL, self.column, lines=2)
            self.canvas.text(self.column, middle - style.SMALL.line_height / 2, passed, Side.RIGHT)
            wide = max(1.0, _LONGEST_GAP * (event.seconds - self.seconds) / self.longest)
            self.canvas.rect(self.left, middle - _GAP_THICK / 2, wide, _GAP_THICK, style.GAP)
            self.y += max(_GAP_HEIGHT, passed.height + 4)
        self.seconds = event.seconds

    def _draw_event(self, event: Event) -> None:
        time = _time(event)
        name = wrap(", ".join(event.moments), style.STRONG, self.room, lines=2)
        text = wrap(event.text or ("" if event.moments else "…"), style.LABEL, self.room, _EVENT_LINES)
        self._draw_sign(event, self.y + style.LABEL.line_height / 2)
        self.canvas.text(self.column, self.y, time, Side.RIGHT)
        self.canvas.text(self.left, self.y, name)
        self.canvas.text(self.left, self.y + name.height, text)
        self.y += max(time.height, name.height + text.height) + _BETWEEN

    def _draw_sign(self, event: Event, middle: float) -> None:
        half = MOMENT_SIGN / 2 + 2 if event.moments else _DOT
        if self.axis_end is not None:
            self.canvas.line([(self.axis, self.axis_end), (self.axis, middle - half)], style.LINK)
        self.axis_end = middle + half
        if event.moments:
            moment_sign(self.canvas, self.axis, middle, self.moments)
            self.moments += 1
        else:
            self.canvas.circle(self.axis, middle, _DOT, style.DOT)


def _time(event: Event) -> Lines:
    return wrap(event.time, style.LABEL, _WIDEST_TIME, _TIME_LINES)


def _length(start: int, end: int, formats: Formats) -> str:
    return show_duration(timedelta(seconds=end - start), formats)
