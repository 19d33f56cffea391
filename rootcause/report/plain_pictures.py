"""The pictures of a report as plain text, for readers of Markdown as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from rootcause.report.diagrams import (
    BarDiagram,
    CostDiagram,
    Diagram,
    FishboneDiagram,
    Node,
    QuadrantDiagram,
    SlopeDiagram,
    TimelineDiagram,
    TreeDiagram,
)
from rootcause.report.mermaid.labels import wrap
from rootcause.report.prose import one_line
from rootcause.source.visible import visible, width

_COLUMNS: Final = 76
_LEAST: Final = 20
_BAR: Final = 30
_LABEL: Final = 30
_SIDE: Final = (33, 13)
"""Columns and lines of the square of options."""


def plain_picture(diagram: Diagram) -> str:
    """Lines of at most 76 columns, deep trees apart; none of them holds a sign that could end a block of code."""
    match diagram:
        case TreeDiagram(root):
            lines = _tree(root)
        case FishboneDiagram(effect, bones):
            lines = _tree(Node(effect, tuple(Node(bone.kind, bone.causes) for bone in bones)))
        case TimelineDiagram():
            lines = _timeline(diagram)
        case QuadrantDiagram():
            lines = _quadrant(diagram)
        case CostDiagram():
            lines = _costs(diagram)
        case BarDiagram(bars):
            lines = _bars([(bar.label, bar.count, str(bar.count)) for bar in bars])
        case SlopeDiagram():
            lines = _slopes(diagram)
        case _:
            assert_never(diagram)
    return "\n".join(line.rstrip().replace("```", "'''") for line in lines)


def _tree(root: Node) -> Iterator[str]:
    waiting = [(root, "", "")]
    while waiting:
        node, first, rest = waiting.pop()
        text = f"{node.text} ◎" if node.is_end else node.text
        for number, line in enumerate(_wrapped(text, _COLUMNS - width(rest))):
            yield (first if number == 0 else rest + ("│ " if node.children else "  ")) + line
        *others, last = node.children or (None,)
        below = [(child, f"{rest}├─ ", f"{rest}│  ") for child in others if child is not None]
        below += [] if last is None else [(last, f"{rest}└─ ", f"{rest}   ")]
        waiting += reversed(below)


def _timeline(diagram: TimelineDiagram) -> Iterator[str]:
    events = [event for period in diagram.periods for event in period.events]
    column = min(max((width(_typed(event.time)) for event in events), default=0), _LABEL)
    for period in diagram.periods:
        if period.title:
            yield _typed(period.title)
        for event in period.events:
            sign = "●" if event.moments else "│"
            told = ": ".join(filter(None, (", ".join(event.moments), event.text)))
            start = f"{_padded(event.time, column)} {sign} "
            for number, line in enumerate(_wrapped(told, _COLUMNS - column - 3)):
                yield (start if number == 0 else f"{' ' * column} │ ") + line


def _quadrant(diagram: QuadrantDiagram) -> Iterator[str]:
    wide, high = _SIDE
    grid = [["·" if place == wide // 2 or line == high // 2 else " " for place in range(wide)] for line in range(high)]
    for point in diagram.points:
        line = round((1 - min(max(point.effect, 0.0), 1.0)) * (high - 1))
        place = round(min(max(point.effort, 0.0), 1.0) * (wide - len(point.label)))
        _put(grid, line, place, point.label)
    yield f"↑ {_typed(diagram.effect)}"
    yield f"┌{'─' * wide}┐"
    yield from (f"│{''.join(row)}│" for row in grid)
    yield f"└{'─' * wide}┘ → {_typed(diagram.effort)}"
    upper_left, upper_right, lower_left, lower_right = map(_typed, diagram.corners)
    yield f"{upper_left} | {upper_right}"
    yield f"{lower_left} | {lower_right}"
    for point in diagram.points:
        chosen = f" ({diagram.chosen})" if point.is_chosen else ""
        yield from _hung(f"{point.label} ", f"{point.text}{chosen}")


def _put(grid: list[list[str]], line: int, place: int, label: str) -> None:
    """As near to its place as there is room with a gap on both sides; where all is full, only the list has it."""
    free = (
        (abs(row - line) + abs(start - place), row, start)
        for row in range(len(grid))
        for start in range(len(grid[row]) - len(label) + 1)
        if set(grid[row][max(start - 1, 0) : start + len(label) + 1]) <= {" ", "·"}
    )
    if (found := min(free, default=None)) is not None:
        _, row, start = found
        grid[row][start : start + len(label)] = list(label)


def _costs(diagram: CostDiagram) -> Iterator[str]:
    for place, month in enumerate(diagram.months):
        yield f"{month} {_typed(diagram.axis)}"
        figures = [(line.label, line.costs[place]) for line in diagram.lines]
        most = max((cost for line in diagram.lines for cost in line.costs), default=0)
        yield from _bars([(label, cost, f"{cost:,.0f} {diagram.currency}".rstrip()) for label, cost in figures], most)
    for crossing in diagram.crossings:
        yield from _hung("", crossing.text)


def _slopes(diagram: SlopeDiagram) -> Iterator[str]:
    for slope in diagram.slopes:
        if slope.label:
            yield from _hung("", slope.label)
        judged = zip(diagram.stages, slope.values, slope.shown, strict=True)
        yield from _bars([(stage, value or 0, shown) for stage, value, shown in judged if value is not None], 1)


def _bars(bars: Sequence[tuple[str, float, str]], most: float = 0) -> Iterator[str]:
    most = most or max((value for _, value, _ in bars), default=0) or 1
    column = min(max((width(_typed(label)) for label, _, _ in bars), default=0), _LABEL)
    for label, value, shown in bars:
        *above, last = _wrapped(label, column)
        yield from above
        bar = "█" * round(_BAR * value / most)
        yield from _hung(f"{_padded(last, column)} ┤{bar} ", shown)


def _hung(start: str, text: str) -> Iterator[str]:
    for number, line in enumerate(_wrapped(text, _COLUMNS - width(start))):
        yield (start if number == 0 else " " * width(start)) + line


def _wrapped(text: str, columns: int) -> list[str]:
    return wrap(_typed(text), max(columns, _LEAST)) or ["…"]


def _padded(text: str, columns: int) -> str:
    shown = _typed(text)
    return shown + " " * (columns - width(shown))


def _typed(text: str) -> str:
    return visible(one_line(text))
