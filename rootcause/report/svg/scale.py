"""A scale from zero with round marks, and places that keep a distance from one another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

_STEPS: Final = (1, 2, 2.5, 5, 10)


def marks(most: float, count: int = 5) -> tuple[float, ...]:
    """About so many round numbers from 0 to the first that is not below `most`."""
    if most <= 0:
        return (0.0, 1.0)
    rough = most / count
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * step for step in _STEPS if size * step >= rough * (1 - 1e-9))
    return tuple(step * number for number in range(math.ceil(most / step - 1e-9) + 1))


def spread(places: Sequence[float], sizes: Sequence[float], least: float) -> list[float]:
    """Starts for stretches of these sizes, each as near to its wished middle as there is room for, from `least` on.

    They keep the order of their wishes and do not overlap.
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    groups: list[tuple[float, float, list[int]]] = []  # start, length, members
    for index in order:
        start, length, members = places[index] - sizes[index] / 2, sizes[index], [index]
        while groups and groups[-1][0] + groups[-1][1] > start:
            before, taken, others = groups.pop()
            wished = (before * len(others) + (start - taken) * len(members)) / (len(others) + len(members))
            start, length, members = wished, taken + length, [*others, *members]
        start = max(start, least)
        groups.append((start, length, members))
    found = [0.0] * len(places)
    end = least
    for start, _, members in groups:
        at = max(start, end)
        for index in members:
            found[index] = at
            at += sizes[index]
        end = at
    return found
