"""The fishbone (Ishikawa): kinds of cause as bones above and below a spine that leads to the effect.

Three bones stand side by side at a size that is read on paper; more of them form further rows, each with its spine.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from rootcause.report.diagrams import Bone, FishboneDiagram, Node
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas
from rootcause.report.svg.measure import Lines, wrap
from rootcause.report.svg.signs import END_SIGN, end_sign

_ABREAST: Final = 3
_WIDTH: Final = 590.0
"""Of the bones; with the effect 760, where text of 12 is still 10.7 on an A4 page."""
_WIDEST: Final = 250.0
_LEAN: Final = 36.0
_PAD: Final = 8.0
_LABEL_LINES: Final = 2
_SHORTEST: Final = 56.0

_EFFECT: Final = 146.0
_EFFECT_LINES: Final = 10
_ARROW: Final = 10.0
_TO_EFFECT: Final = 14.0

_STEP: Final = 12.0
_DEEPEST: Final = 4
_SIGN: Final = END_SIGN + 4
_CAUSE_LINES: Final = 5
_UNDER: Final = 2.0
_BETWEEN: Final = 10.0
_ROWS_APART: Final = 26.0


class _Entry(Struct, frozen=True):
    """A cause in lines; at depth 0 it has a twig of its own."""

    lines: Lines
    depth: int
    is_end: bool

    @property
    def gap(self) -> float:
        """Above it."""
        return _BETWEEN if self.depth == 0 else 3

    @property
    def height(self) -> float:
        return self.gap + self.lines.height + _UNDER


class _Rib(Struct, frozen=True):
    """A bone, measured."""

    label: Lines
    entries: tuple[_Entry, ...]

    @property
    def height(self) -> float:
        return max(_SHORTEST, sum(entry.height for entry in self.entries) + _BETWEEN)

    @property
    def label_height(self) -> float:
        return self.label.height + _PAD


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

    ribs: tuple[_Rib, ...]

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
    abreast = min(_ABREAST, max(1, (len(diagram.bones) + 1) // 2))
    spacing = min(_WIDEST, _WIDTH / abreast)
    ribs = [_rib(bone, spacing - _LEAN - 2 * _PAD) for bone in diagram.bones]
    rows = [_Row(tuple(ribs[at : at + 2 * abreast])) for at in range(0, len(ribs), 2 * abreast)] or [_Row(())]
    end = spacing * abreast + _TO_EFFECT
    below = _draw_effect(diagram.effect, end, canvas)
    spine = 0.0
    for place, row in enumerate(rows):
        if place == 0:
            _draw_arrow([(0, 0), (end, 0)], canvas)
        else:
            spine += row.above + row.head
            turn = end + _EFFECT / 2
            _draw_arrow([(0, spine), (turn, spine), (turn, below)], canvas)
        for number, rib in enumerate(row.ribs):
            left = spacing * (number // 2)
            outer = spine - row.above if number % 2 == 0 else spine + row.below
            _draw_rib(rib, _Line(left + spacing, spine, outer), left + _PAD, canvas)
        spine += row.below + row.foot + _ROWS_APART


def _rib(bone: Bone, room: float) -> _Rib:
    label = wrap(bone.kind or "…", style.STRONG, room + _PAD, _LABEL_LINES)
    return _Rib(label, tuple(_entry(node, depth, room) for cause in bone.causes for node, depth in _walk(cause)))


def _walk(cause: Node) -> Iterator[tuple[Node, int]]:
    left = [(cause, 0)]
    while left:
        node, depth = left.pop()
        yield node, depth
        left += [(child, min(depth + 1, _DEEPEST)) for child in reversed(node.children)]


def _entry(node: Node, depth: int, room: float) -> _Entry:
    font = style.STRONG if node.is_end else style.LABEL
    taken = depth * _STEP + (_SIGN if node.is_end else 0)
    return _Entry(wrap(node.text or "…", font, room - taken, _CAUSE_LINES), depth, node.is_end)


def _draw_effect(text: str, x: float, canvas: Canvas) -> float:
    """The lower edge of its box."""
    lines = wrap(text or "…", style.STRONG, _EFFECT - 2 * _PAD, _EFFECT_LINES)
    half = lines.height / 2 + _PAD
    canvas.rect(x, -half, _EFFECT, 2 * half, style.EFFECT, radius=4)
    canvas.text(x + _PAD, -lines.height / 2, lines, room=_EFFECT - 2 * _PAD)
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


def _draw_rib(rib: _Rib, line: _Line, left: float, canvas: Canvas) -> None:
    """A bone with its label at the far end; its causes stand between `left` and the bone."""
    is_above = line.outer < line.spine
    tip = line.foot - _LEAN
    canvas.line([(tip, line.outer), (line.foot, line.spine)], style.BONE)
    top = line.outer - rib.label_height if is_above else line.outer
    canvas.rect(left, top, tip - left + 2 * _PAD, rib.label_height, style.BOX, radius=4)
    canvas.text(left + _PAD, top + _PAD / 2, rib.label, room=tip - left)
    y = line.outer if is_above else line.outer - rib.height
    twigs: dict[int, float] = {}
    for entry in rib.entries:
        x = left + entry.depth * _STEP
        y += entry.gap
        end = y + entry.lines.height + _UNDER
        if entry.depth == 0:
            canvas.line([(left, end), (line.at(end), end)], style.LINK)
        else:
            middle = y + entry.lines.font.line_height / 2
            trunk = x - _STEP + 3
            canvas.line([(trunk, twigs[entry.depth - 1]), (trunk, middle), (x - 2, middle)], style.LINK)
        twigs[entry.depth] = end
        if entry.is_end:
            end_sign(canvas, x, y + (entry.lines.font.line_height - END_SIGN) / 2)
            x += _SIGN
        canvas.text(x, y, entry.lines, room=tip - _PAD - x)
        y = end
