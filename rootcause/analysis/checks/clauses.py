"""Which part of a statement is the cause: `the dose was given twice, because both caps are blue` says it at the end.

What stands on the side of the effect is not said to be the cause, so most checks leave it alone: a typo that the names
of two hosts invited is explained, a typo that took down the shop is not. The words that link the two are in lists.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from rootcause.analysis.checks.examined import Examined

_ARROW: Final = re.compile(r"\s*(?:\u2192|\u21d2|->|=>)\s*")
_COLON: Final = re.compile(r":\s")


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


def cause_part(text: str, examined: Examined) -> Part:
    """The part behind the last "because", else the one before the first "so", else all of it."""
    back = links_back(text, examined)
    forward = sorted([*_spans("links-forward", text, examined), *(arrow.span() for arrow in _ARROW.finditer(text))])
    start = back[-1][1] if back else 0
    end = next((span[0] for span in forward if span[0] > start), len(text))
    comma = text.find(",", start, end)
    if back and not text[: back[-1][0]].strip() and comma > 0:
        end = comma  # "Because of the storm, ..."
    return Part(text, start, end)


def has_link(text: str, examined: Examined) -> bool:
    """Whether anything in it says what led to what."""
    if _COLON.search(text) or _ARROW.search(text) or links_back(text, examined):
        return True
    return any(_spans(name, text, examined) for name in ("links-forward", "conditions"))


def links_back(text: str, examined: Examined) -> list[tuple[int, int]]:
    """Where "because" and the like stand; what may also mean a time counts behind a comma."""
    behind_comma = _spans("links-behind-comma", text, examined)
    certain = [span for span in behind_comma if text[: span[0]].rstrip().endswith(",")]
    return sorted([*_spans("links-back", text, examined), *certain])


def _spans(name: str, text: str, examined: Examined) -> list[tuple[int, int]]:
    phrases = examined.phrases(name)
    return [] if phrases is None else phrases.spans(text)
