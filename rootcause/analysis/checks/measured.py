"""Whether a number in a statement measures what is judged: "poor light, 90 lux", not "poor planning of 12 tours"."""

from __future__ import annotations

import functools
import re
from typing import Final

from rootcause.analysis.checks.examined import BOOK, Examined

# Possessive, and only at the beginning of a number: a long row of figures is read once.
_NUMBER: Final = r"(?<![\w.,])\d[\d.,]*+"
_RATIO: Final = rf"{_NUMBER}\s+(?:of|out of|von)\s+(?:the\s+|den\s+)?{_NUMBER}"


def is_measured(text: str, within: tuple[int, int], examined: Examined) -> bool:
    """Whether the judgement comes with a figure: one with a unit, a share, or any behind a colon, comma or bracket.

    `text` is the clause that judges, so that a figure of what came of it does not count.
    """
    language = examined.language.partition("-")[0]
    if _with_unit(language).search(text):
        return True
    numbers = examined.phrases("number-words")
    behind = re.search(r"[:;,(\u2013\u2014]", text[within[1] :])
    rest = "" if behind is None else text[within[1] + behind.end() :]
    return bool(re.search(r"\d", rest)) or bool(numbers is not None and numbers.spans(rest))


@functools.cache
def _with_unit(language: str) -> re.Pattern[str]:
    units = "|".join(re.escape(word) for line in BOOK.lines("units", language) for word in line.split())
    unit = rf"{_NUMBER}\s*(?:{units})(?!\w)" if units else r"(?!)"
    return re.compile(rf"{unit}|{_RATIO}", re.IGNORECASE)
