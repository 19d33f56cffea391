"""How much, where and when: what a statement of a problem says of its extent.

Numbers are digits and number words, but not those of dates and times, nor those that are names ("gate 12"). A place
is a name within the sentence or a preposition with an article; a time is a date, or a word for one.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from rootcause.analysis.checks.examined import BOOK, Examined

_CLOCK: Final = r"\d{1,2}[:.]\d{2}(?!\d)(?:\s?(?:am|pm|h|Uhr))?|\d{1,2}\s?(?:am|pm|Uhr)\b"
_NUMERIC_DAY: Final = r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:\d{2,4})?|\b(?:19|20)\d\d\b"
_DIGITS: Final = re.compile(r"\d")
# Prepositions before names of places; where nouns have capitals as well, a capital alone tells nothing.
_NAME: Final = re.compile(r"(?<=[\w,;)]\s)[A-Z][a-z]{2,}")
_NAME_BEHIND_PREPOSITION: Final = re.compile(r"\b(?:in|aus|bei|nach|um)\s+[A-Z\u00c4\u00d6\u00dc]\w+")
_CAPITALISES_NOUNS: Final = frozenset({"de"})


def has_number(text: str, examined: Examined) -> bool:
    """Whether it says how much."""
    language = examined.language.partition("-")[0]
    rest = _no_extent(language).sub(" ", text)
    numbers = examined.phrases("number-words")
    return bool(_DIGITS.search(rest)) or numbers is None or bool(numbers.spans(rest))


def has_place_or_time(text: str, examined: Examined) -> bool:
    """Whether it says where or when."""
    language = examined.language.partition("-")[0]
    lists = [examined.phrases(name) for name in ("places", "moments")]
    if any(one is None for one in lists) or any(one.spans(text) for one in lists if one is not None):
        return True
    name = _NAME_BEHIND_PREPOSITION if language in _CAPITALISES_NOUNS else _NAME
    return bool(name.search(text) or _moment(language).search(text))


@functools.cache
def _moment(language: str) -> re.Pattern[str]:
    month = "|".join(re.escape(word) for line in BOOK.lines("months", language) for word in line.split("|"))
    day = rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:{month})\b|\b(?:{month})\s+\d{{1,2}}\b" if month else r"(?!)"
    return re.compile(rf"{_NUMERIC_DAY}|{day}|{_CLOCK}", re.IGNORECASE)


@functools.cache
def _no_extent(language: str) -> re.Pattern[str]:
    """What has digits and is a moment or a name."""
    names = "|".join(re.escape(word) for line in BOOK.lines("identifiers", language) for word in line.split())
    named = rf"\b(?:{names})\s+[A-Za-z]?\d[\w.]*" if names else r"(?!)"
    letters = r"\b[A-Za-z]+\d+\w*"
    return re.compile(rf"(?:{_moment(language).pattern})|{named}|{letters}", re.IGNORECASE)
