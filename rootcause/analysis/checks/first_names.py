"""Whether a subject is the name of somebody whom no answer named: "Anna", "Peter Hahn".

A first name from a list, alone or with capitals behind it. Lists of all languages count together: people work abroad.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from rootcause.analysis.checks.examined import BOOK
from rootcause.analysis.person_names import IS_GROUP, IS_PARTICLE

_LANGUAGES: Final = ("de", "en")
_MOST_WORDS: Final = 4


def is_persons_name(words: Sequence[str]) -> bool:
    """Whether these words are a first name, and surnames behind it. A street or a firm may begin like one."""
    if (
        not 0 < len(words) <= _MOST_WORDS
        or words[0].casefold() not in _words("first-names")
        or not _has_capital(words[0])
    ):
        return False
    behind = words[1:]
    things = _words("not-surnames") | IS_GROUP
    is_written_like_one = all(_has_capital(word) or word in IS_PARTICLE for word in behind)
    return is_written_like_one and all(word.casefold() not in things for word in behind)


def _has_capital(word: str) -> bool:
    """Whether only the first letters of its parts are capitals, unlike in `SAP`."""
    return word[0].isupper() and not word.isupper()


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for code in _LANGUAGES for line in BOOK.lines(name, code) for word in line.split())
