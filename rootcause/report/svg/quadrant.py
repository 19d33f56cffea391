"""Options by effort and effect: signs with numbers in a square of four quarters, and beside it what they stand for."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from rootcause.report.diagrams import Point, QuadrantDiagram
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Box, Canvas, Kind, Place, Side
from rootcause.report.svg.measure import wrap
from rootcause.report.svg.signs import OPTION_SIGN, option_sign

_SIDE: Final = 360.0
_INSET: Final = 36.0
_GAP: Final = 24.0
_LIST: Final = 270.0
_CORNER: Final = 150.0
_STEP: Final = 5.0
_TURN: Final = math.pi * (3 - math.sqrt(5))
"""The golden angle: places in a spiral by it never line up, so they fill the ground evenly (Vogel 1979)."""


def draw_quadrant(diagram: QuadrantDiagram, canvas: Canvas) -> None:
    """The square, the signs, the list."""
    effect = wrap(f"↑ {diagram.effect}", style.SMALL, _SIDE, lines=1)
    canvas.text(0, -effect.height - 6, effect)
    canvas.rect(0, 0, _SIDE, _SIDE, style.BOX)
    canvas.line([(_SIDE / 2, 0), (_SIDE / 2, _SIDE)], style.LINK)
    canvas.line([(0, _SIDE / 2), (_SIDE, _SIDE / 2)], style.LINK)
    effort = wrap(f"{diagram.effort} →", style.SMALL, _SIDE, lines=1)
    canvas.text(_SIDE, _SIDE + 6, effort, Side.RIGHT)
    places = list(_places(diagram.points, list(_draw_corners(diagram, canvas))))
    for point, place in zip(diagram.points, places, strict=True):
        _draw_way(_wished(point), place, canvas)
    for point, place in zip(diagram.points, places, strict=True):
        option_sign(canvas, *place, point.mark, number=point.label, is_chosen=point.is_chosen)
    _draw_list(diagram, canvas)


def _draw_corners(diagram: QuadrantDiagram, canvas: Canvas) -> Iterator[Box]:
    """The names of the quarters, at the outer corners."""
    for number, name in enumerate(diagram.corners):
        text = wrap(name, style.SMALL, _CORNER, lines=2)
        is_right, is_low = number % 2 == 1, number >= 2
        x = _SIDE - 6 if is_right else 6.0
        y = _SIDE - 6 - text.height if is_low else 6.0
        if box := canvas.text(x, y, text, Side.RIGHT if is_right else Side.LEFT):
            yield box


def _places(points: Sequence[Point], taken: list[Box]) -> Iterator[Place]:
    """Where the signs go: to the place they mean, or near by where something else is."""
    for point in points:
        for place in _spiral(*_wished(point)):
            x, y = place
            box = Box(x - OPTION_SIGN, y - OPTION_SIGN, 2 * OPTION_SIGN, 2 * OPTION_SIGN, Kind.SHAPE)
            if not any(_touch(box, other) for other in taken):
                break
        taken.append(box)
        yield place


def _draw_way(wished: Place, place: Place, canvas: Canvas) -> None:
    """A line from the place that is meant to the sign that did not find room there; the signs are drawn over it."""
    if math.dist(wished, place) > 1:
        canvas.circle(*wished, 2, style.DOT)
        canvas.line([wished, place], style.LINK)


def _wished(point: Point) -> Place:
    return _inside(point.effort), _inside(1 - point.effect)


def _spiral(x: float, y: float) -> Iterator[Place]:
    """The place itself, then places further and further from it, all within the square."""
    yield x, y
    for number in range(1, 4_000):
        away = _STEP * math.sqrt(number) * 1.5
        place = x + away * math.cos(number * _TURN), y + away * math.sin(number * _TURN)
        if all(OPTION_SIGN + 2 <= one <= _SIDE - OPTION_SIGN - 2 for one in place):
            yield place


def _draw_list(diagram: QuadrantDiagram, canvas: Canvas) -> None:
    x, y = _SIDE + _GAP, 0.0
    text_x = x + 2 * OPTION_SIGN + 8
    room = _LIST - 2 * OPTION_SIGN - 8
    for point in diagram.points:
        text = wrap(point.text or "…", style.STRONG if point.is_chosen else style.LABEL, room, lines=6)
        chosen = wrap(diagram.chosen if point.is_chosen else "", style.SMALL, room, lines=1)
        height = max(text.height + chosen.height, 2 * OPTION_SIGN)
        middle = y + height / 2
        option_sign(canvas, x + OPTION_SIGN, middle, point.mark, number=point.label, is_chosen=point.is_chosen)
        top = middle - (text.height + chosen.height) / 2
        canvas.text(text_x, top, text)
        canvas.text(text_x, top + text.height, chosen)
        y += height + 6
    y += 8
    for mark, meaning in diagram.marks:
        text = wrap(meaning, style.SMALL, room, lines=2)
        height = max(text.height, OPTION_SIGN)
        option_sign(canvas, x + OPTION_SIGN, y + height / 2, mark)
        canvas.text(text_x, y + (height - text.height) / 2, text)
        y += height + 5


def _inside(share: float) -> float:
    return _INSET + (_SIDE - 2 * _INSET) * min(max(share, 0.0), 1.0)


def _touch(one: Box, other: Box) -> bool:
    gap = 2.0
    return (
        one.x < other.right + gap
        and other.x < one.right + gap
        and one.y < other.bottom + gap
        and other.y < one.bottom + gap
    )
