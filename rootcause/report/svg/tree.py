"""The cause tree: columns from left to right while they stay wide enough to read, else steps that grow downwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from rootcause.report.diagrams import Node, TreeDiagram
from rootcause.report.svg import style
from rootcause.report.svg.canvas import Canvas
from rootcause.report.svg.measure import Lines, wrap
from rootcause.report.svg.signs import END_SIGN, end_sign

_PAD: Final = 8.0
_SIGN: Final = END_SIGN + 5
_BETWEEN: Final = 10.0

_MOST_COLUMNS: Final = 4
_WIDEST_COLUMN: Final = 230.0
_GUTTER: Final = 26.0
_COLUMN_LINES: Final = 14
_TALLEST: Final = 900.0
"""About a page; in the middle of taller columns nobody finds the effect."""

_STEP: Final = 24.0
_STEP_ROOM: Final = 400.0
_STEP_LINES: Final = 6


class _Block(Struct, frozen=True):
    """A node with its text in lines, and the size of its box."""

    node: Node
    level: int
    lines: Lines
    width: float
    height: float


class _Branch(Struct, frozen=True):
    """A box and the branches to the right of it, which take up `inner` of the height of it all."""

    block: _Block
    branches: tuple[_Branch, ...]
    inner: float

    @property
    def height(self) -> float:
        return max(self.block.height, self.inner)


def draw_tree(diagram: TreeDiagram, canvas: Canvas) -> None:
    """The effect at the left or at the top, what led to it to the right or below."""
    nodes = list(_walk(diagram.root))
    levels = 1 + max(level for _, level in nodes)
    branch = _branch(diagram.root, 0, _column(levels)) if levels <= _MOST_COLUMNS else None
    if branch is not None and branch.height <= _TALLEST:
        _draw_columns(branch, levels, canvas)
    else:
        _draw_steps(nodes, levels, canvas)


def _walk(root: Node) -> Iterator[tuple[Node, int]]:
    """Each node before what is below it, with how deep it is."""
    left = [(root, 0)]
    while left:
        node, level = left.pop()
        yield node, level
        left += [(child, level + 1) for child in reversed(node.children)]


def _block(node: Node, level: int, room: float, lines: int) -> _Block:
    sign = _SIGN if node.is_end else 0.0
    font = style.STRONG if level == 0 or node.is_end else style.LABEL
    text = wrap(node.text or "…", font, room - 2 * _PAD - sign, lines)
    return _Block(node, level, text, text.width + 2 * _PAD + sign, text.height + 2 * _PAD - 4)


def _draw_box(block: _Block, x: float, y: float, width: float, canvas: Canvas) -> None:
    is_end = block.node.is_end
    look = style.END if is_end else style.EFFECT if block.level == 0 else style.BOX
    canvas.rect(x, y, width, block.height, look, radius=4)
    top = y + (block.height - block.lines.height) / 2
    if is_end:
        end_sign(canvas, x + _PAD, top + (block.lines.font.line_height - END_SIGN) / 2)
    left = x + _PAD + (_SIGN if is_end else 0)
    canvas.text(left, top, block.lines, room=x + width - _PAD - left)


def _column(levels: int) -> float:
    """How wide a column can be."""
    return min(_WIDEST_COLUMN, (style.PAGE - _GUTTER * (levels - 1)) / levels)


def _draw_columns(branch: _Branch, levels: int, canvas: Canvas) -> None:
    """Each level is a column; a box stands in the middle of what is to the right of it."""
    widths = [0.0] * levels
    for block in _blocks(branch):
        widths[block.level] = max(widths[block.level], block.width)
    lefts = [sum(widths[:level]) + _GUTTER * level for level in range(levels)]
    _draw_branch(branch, 0, list(zip(lefts, widths, strict=True)), canvas)


def _branch(node: Node, level: int, room: float) -> _Branch:
    branches = tuple(_branch(child, level + 1, room) for child in node.children)
    inner = sum(branch.height + _BETWEEN for branch in branches) - _BETWEEN
    return _Branch(_block(node, level, room, _COLUMN_LINES), branches, inner)


def _blocks(branch: _Branch) -> Iterator[_Block]:
    yield branch.block
    for inner in branch.branches:
        yield from _blocks(inner)


def _draw_branch(branch: _Branch, top: float, columns: list[tuple[float, float]], canvas: Canvas) -> float:
    """Draw it all below `top`; the height of the middle of its box, where a line can reach it."""
    x, width = columns[branch.block.level]
    half = branch.block.height / 2
    middle = top + branch.height / 2
    y = top + (branch.height - branch.inner) / 2
    middles = []
    for inner in branch.branches:
        middles.append(_draw_branch(inner, y, columns, canvas))
        y += inner.height + _BETWEEN
    if middles:
        between = (middles[0] + middles[-1]) / 2
        middle = min(max(between, top + half), top + branch.height - half)
        trunk = x + width + _GUTTER / 2
        canvas.line([(x + width, middle), (trunk, middle)], style.LINK)
        canvas.line([(trunk, min(middle, *middles)), (trunk, max(middle, *middles))], style.LINK)
        for place in middles:
            canvas.line([(trunk, place), (x + width + _GUTTER, place)], style.LINK)
    _draw_box(branch.block, x, middle - half, width, canvas)
    return middle


def _draw_steps(nodes: Sequence[tuple[Node, int]], levels: int, canvas: Canvas) -> None:
    """Below each box what led to it, one step to the right."""
    step = min(_STEP, (style.PAGE - _STEP_ROOM) / levels)
    top = 0.0
    placed: list[tuple[_Block, float]] = []
    for node, level in nodes:
        block = _block(node, level, _STEP_ROOM, _STEP_LINES)
        placed.append((block, top))
        top += block.height + _BETWEEN
    last: dict[int, tuple[float, float]] = {}
    for block, y in placed:
        x = block.level * step
        if block.level:
            trunk, start = last[block.level - 1]
            middle = y + block.height / 2
            canvas.line([(trunk, start), (trunk, middle), (x, middle)], style.LINK)
            last[block.level - 1] = (trunk, middle)
        last[block.level] = (x + step / 2, y + block.height)
    for block, y in placed:
        _draw_box(block, block.level * step, y, block.width, canvas)
