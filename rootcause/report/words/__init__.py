"""The fixed words of a report, a table for each language. What belongs together has a group of its own."""

from collections.abc import Mapping
from typing import Final

from rootcause.report.words.english import ENGLISH
from rootcause.report.words.fixed import Words
from rootcause.report.words.german import GERMAN

__all__ = ["ENGLISH", "GERMAN", "WORDS", "Words", "words_for"]

WORDS: Final[Mapping[str, Words]] = {"en": ENGLISH, "de": GERMAN}


def words_for(language: str | None) -> Words:
    """The words of a language, `de` for `de-AT` too; English ones where there are none."""
    return WORDS.get((language or "en").partition("-")[0], ENGLISH)
