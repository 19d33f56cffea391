"""Whether "nobody" and "everybody" say of how many they speak: "nobody on the rota of 12"."""

from __future__ import annotations

import re
from typing import Final

from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import Said

_NEAR: Final = re.compile(r"\s+(?:on|of|in|among|from|at|von|im|auf|aus)\b[^,.;:]*")
_WORDS: Final = 6


def is_bounded(one: Said, examined: Examined) -> bool:
    """Whether a number stands in the few words behind it, in the same clause."""
    behind = _NEAR.match(one.statement.text, one.within[1])
    words = behind[0].split()[:_WORDS] if behind else []
    numbers = examined.phrases("number-words")
    return any(word.isdecimal() or (numbers is not None and bool(numbers.spans(word))) for word in words)
