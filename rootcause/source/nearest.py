"""Did you mean: the known word that a mistyped one comes closest to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 100


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like the word, or None when none is like it; equal ones go by the alphabet."""
    from difflib import get_close_matches

    by_plain = {_plain(candidate): candidate for candidate in sorted(set(candidates), reverse=True)}
    if found := by_plain.get(_plain(word)):
        return found
    letters = sorted(_plain(word)[:_LONGEST])
    if swapped := next((plain for plain in sorted(by_plain) if len(letters) > 2 and sorted(plain) == letters), None):
        return by_plain[swapped]
    # difflib is quadratic in the length of the words.
    found_plain = get_close_matches(
        _plain(word)[:_LONGEST], [plain for plain in by_plain if len(plain) <= _LONGEST], 1, 0.65
    )
    return by_plain[found_plain[0]] if found_plain else None


def _plain(word: str) -> str:
    """Without what people mix up first: capitals, and which of `-`, `_` and space stands between words."""
    return word.casefold().replace("-", "_").replace(" ", "_")
