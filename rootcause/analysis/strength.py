"""A first guess at how strong an action is, by its first telling verb.

The three levels are those of the action hierarchy of the VA National Center for Patient Safety: what changes the system
is stronger, what helps people intermediate, what relies on their memory weaker. Which verb stands for which level is
our own mapping, and only a guess: strength goes by effect, so whoever knows the action may say otherwise.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from msgspec import Struct

from rootcause.wording.phrases import PhraseBook

LEVELS: Final = ("stronger", "intermediate", "weaker")
_BOOK: Final = PhraseBook(Path(__file__).parent / "words")


class Guess(Struct, frozen=True):
    """A level, and the characters of the action that tell it."""

    level: str
    within: tuple[int, int]


def first_guess(action: str, language: str = "en") -> Guess | None:
    """The level of the first telling verb of an action; None where none tells, or the language has no lists."""
    found = []
    for level in LEVELS:
        phrases = _BOOK.phrases(level, language)
        within = None if phrases is None else phrases.find(action)
        if within is not None:
            found.append(Guess(level, within))
    return min(found, key=lambda guess: guess.within, default=None)
