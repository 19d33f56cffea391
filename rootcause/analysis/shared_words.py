"""Whether two texts are about the same: the words of content that they share.

The measure is ours, and the same everywhere: words in small letters, without those of grammar, cut to their stem by one
ending from a list. It needs lists of a language; without them every word counts, as it is written.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from unicodedata import normalize

from rootcause.wording.phrases import PhraseBook

_BOOK: Final = PhraseBook(Path(__file__).parent / "words")
_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST_STEM: Final = 3


def stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words of content in a text."""
    return frozenset(stem for word in _words(text) if (stem := _stem(word, language)))


def telling_stems(text: str, language: str) -> frozenset[str]:
    """The stems of which one that two texts share tells that both are about the same; all of them when none tells.

    Verbs such as "ask" and "use" may stand in any sentence, and so may numbers.
    """
    found = stems(text, language)
    telling = frozenset(stem for stem in found - _common(language) if not stem.isdecimal())
    return telling or found


def is_left_out(word: str, language: str) -> bool:
    """Whether a word says nothing of what a text is about."""
    return word.casefold() in _left_out(language)


def range_words(language: str) -> tuple[str, ...]:
    """The words that stand between the ends of a range."""
    return _BOOK.lines("range-words", language)


def knows(language: str) -> bool:
    """Whether there are lists for that language."""
    return bool(_left_out(language))


def _words(text: str) -> Iterator[str]:
    """The words, however their accents were typed.

    Of a script without capitals, which may have no spaces, each pair of letters that stand together is one.
    """
    for word in _WORD.findall(normalize("NFC", text).casefold()):
        if not word.isascii() and word.upper() == word:
            yield from (word[at : at + 2] for at in range(max(len(word) - 1, 1)))
        else:
            yield word


@functools.lru_cache(maxsize=10_000)
def _stem(word: str, language: str) -> str:
    """`planned`, `planning` and `plans` become `plan`; a word that is left out becomes nothing."""
    if word in _left_out(language) or (len(word) == 1 and word.isascii()):
        return ""
    endings = _endings(language)
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word[:-1] if endings and len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


@functools.cache
def _left_out(language: str) -> frozenset[str]:
    return frozenset(word for line in _BOOK.lines("stop-words", language) for word in line.split())


@functools.cache
def _common(language: str) -> frozenset[str]:
    return frozenset(_stem(word, language) for line in _BOOK.lines("common-words", language) for word in line.split())


@functools.cache
def _endings(language: str) -> tuple[str, ...]:
    return _BOOK.lines("suffixes", language)
