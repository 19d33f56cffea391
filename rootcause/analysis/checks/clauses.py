"""Which part of a statement is the cause: `the dose was given twice, because both caps are blue` says it at the end.

What stands on the side of the effect is not said to be the cause, so most checks leave it alone: a typo that the names
of two hosts invited is explained, a typo that took down the shop is not. The words that link the two are in lists.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from msgspec import Struct

from rootcause.analysis.checks.examined import BOOK

_ARROW: Final = re.compile(r"\u2192|\u21d2|->|=>")
_COLON: Final = re.compile(r":\s")
_COMMA: Final = re.compile(r"[,;:]")


_MOST: Final = 4096
"""Statements whose parts are remembered, for several checks ask in turn."""


class Part(Struct, frozen=True):
    """A part of a text, from one character to before another."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """What stands in it."""
        return self.text[self.start : self.end]

    def holds(self, within: tuple[int, int]) -> bool:
        """Whether these characters lie in it."""
        return self.start <= within[0] and within[1] <= self.end


@functools.lru_cache(maxsize=_MOST)
def cause_part(text: str, language: str) -> Part:
    """The part behind the last "because", else the one before the first "so", else all of it."""
    back = links_back(text, language)
    forward = sorted([*links_forward(text, language), *(arrow.span() for arrow in _ARROW.finditer(text))])
    start = back[-1][1] if back else 0
    end = next((span[0] for span in forward if span[0] > start), len(text))
    comma = text.find(",", start, end)
    if back and not text[: back[-1][0]].strip() and comma > 0:
        end = comma  # "Because of the storm, ..."
    return Part(text, start, end)


def has_link(text: str, language: str) -> bool:
    """Whether anything in it says what led to what."""
    if _COLON.search(text) or _ARROW.search(text) or links_back(text, language):
        return True
    return bool(links_forward(text, language) or _spans("conditions", text, language))


def links_forward(text: str, language: str) -> list[tuple[int, int]]:
    """Where "so" and the like stand, but for those that link nothing, as in "although the rule says so"."""
    others = [span for span in _spans("not-links", text, language) if not _COMMA.search(text, *span)]
    found = [*_spans("links-forward", text, language), *_behind_comma("links-forward-behind-comma", text, language)]
    return [span for span in found if not any(start <= span[0] and span[1] <= end for start, end in others)]


def links_back(text: str, language: str) -> list[tuple[int, int]]:
    """Where "because" and the like stand; what may also mean a time counts behind a comma."""
    return sorted([*_spans("links-back", text, language), *_behind_comma("links-behind-comma", text, language)])


def _behind_comma(name: str, text: str, language: str) -> list[tuple[int, int]]:
    return [span for span in _spans(name, text, language) if text[: span[0]].rstrip().endswith(",")]


def _spans(name: str, text: str, language: str) -> list[tuple[int, int]]:
    phrases = BOOK.phrases(name, language)
    return [] if phrases is None else phrases.spans(text)
