"""The bones of a fishbone, measured: causes in lines, and no bone taller than half a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from rootcause.report.diagrams import Bone, Node
from rootcause.report.svg import style
from rootcause.report.svg.measure import Lines, wrap
from rootcause.report.svg.signs import END_SIGN

PAD: Final = 8.0
STEP: Final = 12.0
"""How far a cause stands to the right of what it led to."""
SIGN: Final = END_SIGN + 4
UNDER: Final = 2.0
"""Between a cause and the line below it."""
_LABEL_LINES: Final = 12
_CAUSE_LINES: Final = 16
_DEEPEST: Final = 4
_BETWEEN: Final = 10.0
_SHORTEST: Final = 56.0
_TALLEST: Final = 330.0


class Entry(Struct, frozen=True):
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
        """With what is above and below it."""
        return self.gap + self.lines.height + UNDER


class Rib(Struct, frozen=True):
    """A bone."""

    label: Lines
    entries: tuple[Entry, ...]

    @property
    def height(self) -> float:
        """Without its label."""
        return max(_SHORTEST, sum(entry.height for entry in self.entries) + _BETWEEN)

    @property
    def label_height(self) -> float:
        """How far the label reaches beyond it."""
        return self.label.height + PAD


def measured(bones: Sequence[Bone], room: float) -> list[Rib]:
    """In as many bones as the causes of a kind need; text is no wider than the room."""
    return [rib for bone in bones for rib in _of_kind(bone, room)]


def _of_kind(bone: Bone, room: float) -> Iterator[Rib]:
    """A cause stays with those below it."""
    label = wrap(bone.kind or "…", style.STRONG, room + PAD, _LABEL_LINES)
    entries: list[Entry] = []
    height = 0.0
    for cause in bone.causes:
        branch = [_entry(node, depth, room) for node, depth in _walk(cause)]
        taken = sum(entry.height for entry in branch)
        if entries and height + taken > _TALLEST:
            yield Rib(label, tuple(entries))
            entries, height = [], 0.0
        entries += branch
        height += taken
    yield Rib(label, tuple(entries))


def _walk(cause: Node) -> Iterator[tuple[Node, int]]:
    left = [(cause, 0)]
    while left:
        node, depth = left.pop()
        yield node, depth
        left += [(child, min(depth + 1, _DEEPEST)) for child in reversed(node.children)]


def _entry(node: Node, depth: int, room: float) -> Entry:
    font = style.STRONG if node.is_end else style.LABEL
    taken = depth * STEP + (SIGN if node.is_end else 0)
    return Entry(wrap(node.text or "…", font, room - taken, _CAUSE_LINES), depth, node.is_end)
