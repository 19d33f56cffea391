"""What counts as the name of a person: how one is told from other words, and which of its parts tell who it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

SHORTEST_PART: Final = 3
_MOST_WORDS: Final = 5

# Letters and figures with their marks, so that a word of an Indian script stays whole; U+0964 ends a sentence there.
WORD: Final = re.compile(
    "(?:[^\\W_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff])+"
)
UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff]")
"""Letters of scripts that put nothing between words, or put endings right behind a name."""

_SEVERAL: Final = re.compile(r"[,;/&+\n]|\s(?:and|und|et|y)\s")
_BESIDE: Final = re.compile(r"[(<\[].*", re.DOTALL)

# A name with one of these in it is still a name; they tell nobody alone.
_PARTICLES: Final = "al bin da de del della den der di dos du el la le van ten ter und von zu zum zur y"
_TITLES: Final = "dame doctor dr frau herr lady lord madam miss mister mr mrs ms prof professor sir"
_GROUPS: Final = """
agency bank center centre company corp customer department desk engineering finance gmbh group helpdesk inc
infrastructure legal limited llc logistics ltd management marketing office operations ops platform procurement product
production quality sales security service services shift support team warehouse
"""
_ORDINARY: Final = """
all amber and angel any art autumn bank bell best bill black bond booker bright brook brown bush butler carpenter carter
case chance chase christian clay cook cooper daisy dale dawn dean day der die drew earl faith falk field fisher for ford
forest fox frank friend fuchs gene gray green grant guy hall hand heath herb hill holly hope hunter ivy iris jack jade
jay jean joy june kaiser king klein knight koch lance lang lee lily long love major man march mark marks mason may miles
mill miller moor more neu new nick north old olive page park pat paul penny pepper peter pierce pike piper poole pope
porter potter price prince ray rice rich rob robin rock rod rose ruby rush sage sandy scott self sharp short skip sky
smith star stone storm sue summer sun swift tailor tanner taylor the trip turner vic violet wade walker wall ward warner
way weber weiss west white will wolf wood wright young
"""
IS_PARTICLE: Final = frozenset(_PARTICLES.split())
IS_GROUP: Final = frozenset(_GROUPS.split())
TELLS_NOBODY: Final = frozenset((*_PARTICLES.split(), *_TITLES.split()))
_MEANS_MORE: Final = frozenset((*_GROUPS.split(), *_ORDINARY.split()))


def fold(text: str) -> str:
    """As names are compared: one way to write accents, no capitals."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFC", text).casefold()


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, to be compared."""
    return tuple(WORD.findall(fold(text)))


def names_in(text: str) -> Iterator[str]:
    """The names in an answer that asks for people: `Anna Kim, Bo Lee (night shift)` names two."""
    parts = [part.strip() for part in _SEVERAL.split(_BESIDE.sub("", text)) if part.strip()]
    # A name without capitals may be a sentence, and its commas part something else.
    yield from parts if parts and all(map(is_like_a_name, parts)) else (text.strip(),)


def is_like_a_name(text: str) -> bool:
    """Whether it is written as names of people are: a few words that start with a capital."""
    words = text.split()
    return 1 <= len(words) <= _MOST_WORDS and all(
        fold(word) in IS_PARTICLE or (word[0].isalpha() and not word[0].islower()) for word in words
    )


def is_ordinary(word: str) -> bool:
    """Whether a folded word means something else as well, `mark` or `will`: a name only with a capital."""
    return len(word) < SHORTEST_PART or word in _MEANS_MORE


def parts_of(name: str) -> tuple[str, ...]:
    """The words of `First Last`, folded, by which people call somebody; none for a team or a description."""
    words = words_of(name)
    if len(words) < 2 or not is_like_a_name(name) or any(word in IS_GROUP for word in words):
        return ()
    return tuple(word for word in words if len(word) >= SHORTEST_PART and word not in TELLS_NOBODY)
