"""Whether two causes are the same: whether what is done about one would keep the other from happening.

The measure is ours. A cause is the stems of its words of content (`shared_words`). A stem weighs 1; half of it when any
sentence may hold it, as a verb of every day or a number; and a third of what it would when it stands on the side of the
effect only: behind "so", in front of "because". Two stems meet when they are equal; long ones also when they differ by
one letter or by a short ending. With w the weight of a cause, and m of it the weight of the stems that meet one of the
other cause, a and b are as alike as

    likeness = (m(a) + m(b)) / (w(a) + w(b))

A short cause may stand in a longer one: when it weighs at least 2, the likeness is no less than 0.8 * m / w of the one
that weighs less. When one says only what the other denies, it is halved. Equal kinds add 0.02 to it, no more: causes
that share words and are different ones are mostly of one kind as well. From 0.63 on two causes are the same; in a
language without lists of words, where those of grammar count too, from 0.85 on.

Only the two causes count, not what else lies in the folder: what is the same today stays so.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from rootcause.analysis.checks.clauses import cause_part
from rootcause.analysis.shared_words import knows, stems, telling_stems
from rootcause.wording.phrases import PhraseBook, words_of

SAME: Final = 0.63
"""Found on the labelled pairs in tests/analysis/same_cause/pairs.yaml."""

SAME_BY_EVERY_WORD: Final = 0.85

# In sixths, so that sums are whole numbers, the same in any order.
_TELLING: Final = 6
_COMMON: Final = 3
_THIRD: Final = 3
_ENOUGH: Final = 2 * _TELLING

_WITHIN: Final = 0.8
_DENIED: Final = 0.5
_EQUAL_KIND: Final = 0.02

_LONG: Final = 5
_ENDING: Final = 3
_MOST: Final = 16_384

_BOOK: Final = PhraseBook(Path(__file__).parent / "words")


class Said(Struct, frozen=True):
    """A cause as somebody stated it. `kind` is the choice taken, or words of their own."""

    text: str
    kind: str | None
    language: str


def is_same(one: Said, other: Said) -> bool:
    """Whether both are the same cause."""
    return likeness(one, other) >= least(one, other)


def least(one: Said, other: Said) -> float:
    """The likeness from which on they are the same."""
    return SAME if knows(one.language) and knows(other.language) else SAME_BY_EVERY_WORD


def likeness(one: Said, other: Said) -> float:
    """How alike two causes are, from 0 to 1; the same either way round."""
    if " ".join(one.text.casefold().split()) == " ".join(other.text.casefold().split()):
        return 1.0
    mine, theirs = _weights(one.text, one.language), _weights(other.text, other.language)
    if not mine or not theirs:
        return 0.0
    met, met_too = _met(mine, theirs), _met(theirs, mine)
    weighs, weighs_too = sum(mine.values()), sum(theirs.values())
    found = (met + met_too) / (weighs + weighs_too)
    if min(weighs, weighs_too) >= _ENOUGH:
        share = met / weighs if weighs < weighs_too else met_too / weighs_too
        found = max(found, _WITHIN * (max(share, met / weighs) if weighs == weighs_too else share))
    says_no_more = met == weighs or met_too == weighs_too
    if says_no_more and _denies(one) != _denies(other):
        found *= _DENIED
    if found and one.kind is not None and one.kind == other.kind:
        found += _EQUAL_KIND
    return min(found, 1.0)


@functools.lru_cache(maxsize=_MOST)
def _weights(text: str, language: str) -> Mapping[str, int]:
    telling = telling_stems(text, language)
    cause = stems(cause_part(text, language).words, language)
    return {
        stem: (_TELLING if stem in telling else _COMMON) // (1 if stem in cause else _THIRD)
        for stem in stems(text, language)
    }


def _met(mine: Mapping[str, int], theirs: Mapping[str, int]) -> int:
    """The weight of the stems that meet one of the others."""
    return sum(weight for stem, weight in mine.items() if stem in theirs or any(_near(stem, one) for one in theirs))


@functools.lru_cache(maxsize=_MOST)
def _near(one: str, other: str) -> bool:
    """Whether two stems are one word, with a slip or another ending."""
    short, long = sorted((one, other), key=lambda stem: (len(stem), stem))
    if len(short) < _LONG or len(long) - len(short) > _ENDING:
        return False
    if long.startswith(short):
        return True
    at = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


@functools.lru_cache(maxsize=_MOST)
def _denies(said: Said) -> bool:
    """Whether a cause holds a word that denies."""
    words = words_of(said.text)
    denying = _BOOK.lines("denials", said.language)
    return any(word in words for word in denying) or any(word.endswith("n't") for word in words)
