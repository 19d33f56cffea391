"""What the checks look at: an analysis with what several of them ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from msgspec import Struct

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.causes import Cause
from rootcause.analysis.checks.participants import names_of_participants
from rootcause.analysis.earlier_causes import EarlierCause
from rootcause.analysis.record import Record
from rootcause.analysis.traceability import Traceability
from rootcause.wording.phrases import PhraseBook, PhraseList

BOOK: Final = PhraseBook(Path(__file__).parent / "words")
"""The lists of phrases that the checks look for."""


class CauseInTree(Struct, frozen=True):
    """A cause with the causes above it, the nearest one last.

    It is a leaf when nobody asked further, or what stands below is not known.
    """

    cause: Cause
    above: tuple[Cause, ...]
    is_leaf: bool


class Examined(Struct, frozen=True, dict=True):
    """A record and its analysis. `today` is for what can be over; None where nobody knows the day.

    `earlier` are causes that earlier cases had too, the latest first, as far as the case is not linked to them.
    """

    record: Record
    analysis: Analysis
    today: date | None = None
    earlier: tuple[EarlierCause, ...] = ()

    @property
    def language(self) -> str:
        """The language that the answers are in."""
        return self.analysis.spoken

    @cached_property
    def causes(self) -> tuple[CauseInTree, ...]:
        """Every cause that is known, each tree from the top down."""
        return tuple(found for tree in self.analysis.causes for cause in tree.causes for found in _walk(cause, ()))

    @cached_property
    def traced(self) -> Traceability:
        """What leads from evidence to cause, action and measure."""
        return self.analysis.traced

    @cached_property
    def participants(self) -> frozenset[str]:
        """The words of the names of people whom the case names."""
        return names_of_participants(self.record, self.phrases("team"))

    def phrases(self, name: str) -> PhraseList | None:
        """A list of phrases in the language of the answers, None when there is none."""
        return BOOK.phrases(name, self.language)


def _walk(cause: Cause, above: tuple[Cause, ...]) -> Iterator[CauseInTree]:
    if cause.text:
        yield CauseInTree(cause, above, cause.is_root or cause.is_deepest_known)
    for below in cause.causes:
        yield from _walk(below, (*above, cause))
