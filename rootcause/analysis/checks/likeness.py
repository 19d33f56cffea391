"""How much of a cause another statement says already.

The measure: of the words of content on the side of the cause, the share that the other statement holds too, cut to
their stems. From 0.8 on it counts as the same: of five words one may be new. On statements of our own, causes that say
something new stayed at or below 0.5. A cause with one word of content is too short to tell by a share; it counts when
the other statement says nothing else either. Each cause is compared with those above it only.
"""

from __future__ import annotations

import functools
from typing import Final

from rootcause.analysis.checks.clauses import cause_part
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.shared_words import knows, stems

_SAME: Final = 0.8
_MOST: Final = 4096


def says_again(text: str, other: str, examined: Examined) -> bool:
    """Whether the cause that a statement states is in another statement already."""
    if text.casefold() == other.casefold():
        return True
    if not knows(examined.language):
        return False
    said = _stems(cause_part(text, examined.language).words, examined.language)
    before = _stems(other, examined.language)
    if len(said) <= 1:
        return bool(said) and said == before
    return len(said & before) / len(said) >= _SAME


@functools.lru_cache(maxsize=_MOST)
def _stems(text: str, language: str) -> frozenset[str]:
    """The stems of a statement, which is compared with each below it."""
    return stems(text, language)
