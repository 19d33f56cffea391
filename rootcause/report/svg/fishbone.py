"""The fishbone (Ishikawa): kinds of cause as bones above and below a spine that leads to the effect.

Three bones stand side by side at a size that is read on paper; more of them form further rows, each with its spine.
A kind with more causes than fit on half a page has several bones, so that a row is never taller than a page.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from rootcause.report.diagrams import FishboneDiagram
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas
from rootcause.report.svg.measure import wrap
from rootcause.report.svg.ribs import PAD, SIGN, STEP, UNDER, Rib, measured
from rootcause.report.svg.signs import END_SIGN, end_sign

_ABREAST: Final = 3
_WIDTH: Final = 590.0
"""Of the bones; with the effect 760, where text of 12 is still 10.7 on an A4 page."""
_WIDEST: Final = 250.0
_LEAN: Final = 36.0

_EFFECT: Final = 146.0
_EFFECT_LINES: Final = 16
_ARROW: Final = 10.0
_TO_EFFECT: Final = 14.0

_ROWS_APART: Final = 26.0


class _Line(Struct, frozen=True):
    """Where a bone goes: from the height of its label, leaning over to its foot on the spine."""

    foot: float
    spine: float
    outer: float

    def at(self, y: float) -> float:
        """How far to the right it is at this height."""
        return self.foot - _LEAN * (y - self.spine) / (self.outer - self.spine)


class _Row(Struct, frozen=True):
    """Bones along one spine: at even places above it, at odd ones below."""

    ribs: tuple[Rib, ...]

    @property
    def above(self) -> float:
        return max((rib.height for rib in self.ribs[::2]), default=0)

    @property
    def below(self) -> float:
        return max((rib.height for rib in self.ribs[1::2]), default=0)

    @property
    def head(self) -> float:
        """How far the labels above reach."""
        return max((rib.label_height for rib in self.ribs[::2]), default=0)

    @property
    def foot(self) -> float:
        """How far the labels below reach."""
        return max((rib.label_height for rib in self.ribs[1::2]), default=0)


def draw_fishbone(diagram: FishboneDiagram, canvas: Canvas) -> None:
    """Rows of bones, and the effect to which their spines lead."""
    abreast = _abreast(len(diagram.bones))
    ribs = measured(diagram.bones, _room(abreast))
    if (wider := _abreast(len(ribs))) > abreast:
        abreast = wider
        ribs = measured(diagram.bones, _room(abreast))
    spacing = _spacing(abreast)
    rows = [_Row(tuple(ribs[at : at + 2 * abreast])) for at in range(0, len(ribs), 2 * abreast)] or [_Row(())]
    end = spacing * abreast + _TO_EFFECT
    turn = end + _EFFECT / 2
    below = _draw_effect(diagram.effect, end, canvas)
    spine = 0.0
    for place, row in enumerate(rows):
        if place == 0:
            _draw_arrow([(0, 0), (end, 0)], canvas)
        else:
            spine += row.above + row.head
            canvas.line([(0, spine), (turn, spine)], style.SPINE)
        for number, rib in enumerate(row.ribs):
            left = spacing * (number // 2)
            outer = spine - row.above if number % 2 == 0 else spine + row.below
            _draw_rib(rib, _Line(left + spacing, spine, outer), left + PAD, canvas)
        canvas.keep(0, spine - row.above - row.head, end, row.head + row.above + row.below + row.foot)
        if place and place == len(rows) - 1:
            _draw_arrow([(turn, spine), (turn, below)], canvas)
        spine += row.below + row.foot + _ROWS_APART


def _abreast(bones: int) -> int:
    return min(_ABREAST, max(1, (bones + 1) // 2))


def _spacing(abreast: int) -> float:
    return min(_WIDEST, _WIDTH / abreast)


def _room(abreast: int) -> float:
    return _spacing(abreast) - _LEAN - 2 * PAD


def _draw_effect(text: str, x: float, canvas: Canvas) -> float:
    """The lower edge of its box."""
    lines = wrap(text or "…", style.STRONG, _EFFECT - 2 * PAD, _EFFECT_LINES)
    half = lines.height / 2 + PAD
    canvas.rect(x, -half, _EFFECT, 2 * half, style.EFFECT, radius=4)
    canvas.text(x + PAD, -lines.height / 2, lines, room=_EFFECT - 2 * PAD)
    return half


def _draw_arrow(places: list[tuple[float, float]], canvas: Canvas) -> None:
    """A spine with a head at its last place, to the right or upwards."""
    (x, y), (before_x, _) = places[-1], places[-2]
    wide = _ARROW / 2
    if before_x == x:
        back, head = (x, y + _ARROW), [(x, y), (x - wide, y + _ARROW), (x + wide, y + _ARROW)]
    else:
        back, head = (x - _ARROW, y), [(x, y), (x - _ARROW, y - wide), (x - _ARROW, y + wide)]
    canvas.line([*places[:-1], back], style.SPINE)
    canvas.polygon(head, style.SPINE_HEAD)


def _draw_rib(rib: Rib, line: _Line, left: float, canvas: Canvas) -> None:
    """A bone with its label at the far end; its causes stand between `left` and the bone."""
    is_above = line.outer < line.spine
    tip = line.foot - _LEAN
    canvas.line([(tip, line.outer), (line.foot, line.spine)], style.BONE)
    top = line.outer - rib.label_height if is_above else line.outer
    canvas.rect(left, top, tip - left + 2 * PAD, rib.label_height, style.BOX, radius=4)
    canvas.text(left + PAD, top + PAD / 2, rib.label, room=tip - left)
    y = line.outer if is_above else line.outer - rib.height
    twigs: dict[int, float] = {}
    for entry in rib.entries:
        x = left + entry.depth * STEP
        y += entry.gap
        end = y + entry.lines.height + UNDER
        if entry.depth == 0:
            canvas.line([(left, end), (line.at(end), end)], style.LINK)
        else:
            middle = y + entry.lines.font.line_height / 2
            trunk = x - STEP + 3
            canvas.line([(trunk, twigs[entry.depth - 1]), (trunk, middle), (x - 2, middle)], style.LINK)
            twigs[entry.depth - 1] = middle
        twigs[entry.depth] = end
        if entry.is_end:
            end_sign(canvas, x, y + (entry.lines.font.line_height - END_SIGN) / 2)
            x += SIGN
        canvas.text(x, y, entry.lines, room=tip - PAD - x)
        y = end
