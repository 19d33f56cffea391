"""The numbers by which rows are known, several of them in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rootcause.report.words import Words

_FEW: Final = 2


def in_one_go(numbers: Sequence[str], words: Words) -> str:
    """`1 to 10` for three or more that follow each other, else each by itself."""
    first = int(numbers[0]) if numbers and numbers[0].isdecimal() else 0
    following = [str(number) for number in range(first, first + len(numbers))]
    if len(numbers) > _FEW and list(numbers) == following:
        return words.on.format(first=numbers[0], last=numbers[-1])
    return ", ".join(numbers)
