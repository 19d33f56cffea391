"""Which of the options was decided for: the decision names it by its number, or says what it is in a few words.

In doubt none is: a mark on the wrong option is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.options import Option
from rootcause.analysis.shared_words import stems
from rootcause.wording.phrases import PhraseBook

_BOOK: Final = PhraseBook(Path(__file__).parent / "words")
_WORD: Final = re.compile(r"[^\W_]+")


def chosen(analysis: Analysis) -> tuple[Option, ...]:
    """The options that the decisions name, in the order in which they stand."""
    named = {
        number for one in analysis.said("decision") for number in _named(one.text, analysis.options, analysis.spoken)
    }
    return tuple(option for option in analysis.options if option.number in named)


def is_number_only(text: str, language: str) -> bool:
    """Whether a decision gives nothing but numbers, so that a reader would have to look them up."""
    words = _WORD.findall(text.casefold())
    beside = _BOOK.lines("option-words", language)
    return any(map(str.isdecimal, words)) and all(word.isdecimal() or word in beside for word in words)


def _named(text: str, options: tuple[Option, ...], language: str) -> Iterator[int]:
    if is_number_only(text, language):
        yield from (int(word) for word in _WORD.findall(text) if word.isdecimal())
        return
    words = _WORD.findall(text.casefold())
    same = [option.number for option in options if words and _WORD.findall(option.what.casefold()) == words]
    if same or set(words) & set(_BOOK.lines("negations", language)):
        yield from same
        return
    said = stems(text, language)
    by_stems = {option.number: stems(option.what, language) for option in options}
    found = [number for number, own in by_stems.items() if own and said and (own <= said or said <= own)]
    hinted_at = [number for number, own in by_stems.items() if own and 2 * len(own & said) >= len(own)]
    if len({*found, *hinted_at}) == len(found) == 1:
        yield found[0]
