"""Figures of options, costs, counts and judgements: small, usual and large, in several scripts."""

from __future__ import annotations

from collections.abc import Callable

from rootcause.report.diagrams import (
    Bar,
    BarDiagram,
    CostDiagram,
    CostLine,
    Crossing,
    Diagram,
    Figure,
    Mark,
    Point,
    QuadrantDiagram,
    Slope,
    SlopeDiagram,
)
from tests.report.svg.samples import Texts

_MARKS = (Mark.QUICK, Mark.LASTING, Mark.OTHER)
_MONTHS = (0, 3, 6, 12, 24, 36)


def quadrant(count: int, text: Texts) -> Figure:
    """Some at the same place, some at the edges."""
    points = tuple(
        Point(str(n + 1), text(n), (n * 7 % 11 // 3) / 3, (n * 5 % 7 // 3) / 2, _MARKS[n % 3], is_chosen=n == 1)
        for n in range(count)
    )
    corners = ("Do it now", "Plan it", "If there is time", "Rather not")
    marks = ((Mark.QUICK, "A quick fix"), (Mark.LASTING, "A lasting improvement"), (Mark.OTHER, "Something else"))
    return _figure("quadrant", QuadrantDiagram("Effort", "Effect", corners, points, marks, "chosen"))


def cost(count: int, text: Texts) -> Figure:
    """Half of the lines begin low and rise, half begin high and stay."""
    lines = tuple(
        CostLine(text(n), _MARKS[n % 3], tuple(1800.0 + 20 * n if n % 2 else (60.0 + 9 * n) * m for m in _MONTHS))
        for n in range(count)
    )
    crossings = tuple(
        Crossing(24 - n, 1900, f"{text(n)} is cheaper from month {25 - n} on.") for n in range(count // 3)
    )
    return _figure("cost", CostDiagram("EUR", "months", _MONTHS, lines, crossings))


def bars(count: int, text: Texts) -> Figure:
    """Some kinds have none."""
    return _figure("bars", BarDiagram(tuple(Bar(text(n), n * 5 % 7 * 300 % 1100, n) for n in range(count))))


def slope(count: int, text: Texts) -> Figure:
    """Some stages were not judged."""
    slopes = tuple(
        Slope(text(n), (1.0, None if n % 3 == 1 else 0.0, 0.5), ("high", "" if n % 3 == 1 else text(n + 1), "medium"))
        for n in range(count)
    )
    stages = ("Before the problem", "After the problem", "After the recovery")
    return _figure("slope", SlopeDiagram(stages, slopes, "low", "high"))


PICTURES_OF_OPTIONS: dict[str, Callable[[int, Texts], Figure]] = {
    "quadrant": quadrant,
    "cost": cost,
    "bars": bars,
    "slope": slope,
}


def _figure(name: str, diagram: Diagram) -> Figure:
    return Figure(name, f"A picture: {name}", "What it says to those who do not see it.", diagram)
