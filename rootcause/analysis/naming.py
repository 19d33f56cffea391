"""Which causes somebody means who writes `1.2`, `2.1.1, 2.1.2 and 2.2`, `1.1-1.3`, or a few words of a cause."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from functools import cached_property
from typing import Final, Generic, TypeVar

from msgspec import Struct

from rootcause.analysis.causes import Cause
from rootcause.analysis.shared_words import is_left_out, range_words, stems

# A second tree has numbers such as B1.2, a 27th such as 27/1.2.
_ONE: Final = r"(?:[B-Zb-z]|\d{1,4}/)?\d{1,4}(?:\.\d{1,4})*"
_DASH: Final = r"\s*[-\u2013\u2014\u2026]\s*"
_WORD_BEHIND: Final = re.compile(r"\s+([^\W\d_]+)")
_PARTS: Final = re.compile(r"[,;\n]+")

_MOST_MEANT: Final = 5
_MOST_COMPARED: Final = 16

_K = TypeVar("_K", bound=Hashable)


class Named(Struct, frozen=True):
    """The causes that a text names, and what it names that is no cause."""

    causes: tuple[Cause, ...] = ()
    missing: tuple[str, ...] = ()


class Worded(Struct, Generic[_K], frozen=True, dict=True):
    """Texts that can be named in a few of their words.

    A word that many texts hold does not tell which one is meant; of those that share it, the first are enough.
    """

    texts: Mapping[_K, str]
    language: str

    def named_in(self, text: str) -> tuple[_K, ...]:
        """Those that hold most of the words of content in a text, and at least half of them.

        Words that fit many equally well name none.
        """
        said = stems(text, self.language)
        holding = [found for stem in said if len(found := self._by_stem.get(stem, [])) < _MOST_COMPARED]
        shared = Counter(one for found in holding for one in found)
        most = max(shared.values(), default=0)
        named = [one for one in shared if shared[one] == most] if 0 < len(said) <= 2 * most else []
        return self._in_order(named) if len(named) <= _MOST_MEANT else ()

    def sharing(self, said: Iterable[str]) -> tuple[_K, ...]:
        """Those that hold at least one of these stems."""
        return self._in_order({one for stem in said for one in self._by_stem.get(stem, ())})

    def _in_order(self, found: Collection[_K]) -> tuple[_K, ...]:
        return tuple(sorted(found, key=self._places.__getitem__))

    @cached_property
    def _places(self) -> Mapping[_K, int]:
        return {one: place for place, one in enumerate(self.texts)}

    @cached_property
    def _by_stem(self) -> Mapping[str, list[_K]]:
        found: dict[str, list[_K]] = {}
        for one, text in self.texts.items():
            for stem in stems(text, self.language):
                found.setdefault(stem, []).append(one)
        return {stem: holding[:_MOST_COMPARED] for stem, holding in found.items()}


class Naming(Struct, frozen=True, dict=True):
    """Causes by their number and by their words."""

    causes: tuple[Cause, ...]
    language: str

    def read(self, text: str) -> Named:
        """What a text names. A number decides, words beside it explain; words alone are taken part by part."""
        numbers, missing = self._numbers(text)
        if numbers:
            return Named(numbers, missing)
        parts = [part for part in _PARTS.split(text) if part.strip()]
        found = dict.fromkeys(number for part in parts for number in self._worded.named_in(part))
        if found := found or dict.fromkeys(self._worded.named_in(text)):
            return Named(tuple(self._by_number[number] for number in found))
        return Named(missing=missing or ((text.strip(),) if text.strip() else ()))

    def _numbers(self, text: str) -> tuple[tuple[Cause, ...], tuple[str, ...]]:
        """The causes whose numbers stand in a text, and the numbers that no cause has."""
        found: dict[str, None] = {}
        has_words = any(not stem.isdecimal() for stem in stems(text, self.language))
        for match in _numbers_in(self.language).finditer(text):
            behind = _WORD_BEHIND.match(text, match.end())
            if match[1].isdecimal() and behind and not is_left_out(behind[1], self.language):
                continue  # "2 hosts" counts hosts
            first = match[1].upper()
            last = _in_tree_of(first, (match[2] or match[1]).upper())
            found.update(dict.fromkeys(self._between(first, last)))
        # Among words a whole number may be a year.
        missing = (one for one in found if one not in self._by_number and not (has_words and one.isdecimal()))
        return tuple(self._by_number[one] for one in found if one in self._by_number), tuple(missing)

    def _between(self, first: str, last: str) -> tuple[str, ...]:
        """The numbers from one to another that stands beside it; the two alone when they do not stand side by side."""
        beside = self._beside.get(_above(first), [])
        if first not in beside or last not in beside:
            return first, last
        start, end = sorted((beside.index(first), beside.index(last)))
        return tuple(beside[start : end + 1])

    @cached_property
    def _by_number(self) -> Mapping[str, Cause]:
        return {cause.number: cause for cause in self.causes}

    @cached_property
    def _beside(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for number in self._by_number:
            found.setdefault(_above(number), []).append(number)
        return found

    @cached_property
    def _worded(self) -> Worded[str]:
        return Worded({cause.number: cause.text for cause in self.causes if cause.text}, self.language)


def _above(number: str) -> str:
    """What the numbers of causes side by side have in common; `B` for those at the top of the second tree."""
    above, dot, _ = number.rpartition(".")
    return above if dot else number.rstrip("0123456789")


def _in_tree_of(first: str, last: str) -> str:
    """The end of a range that names its tree once, `B1.1-1.3`."""
    return first[0] + last if first[0].isalpha() and last[0].isdigit() else last


@functools.cache
def _numbers_in(language: str) -> re.Pattern[str]:
    """A number, or a range of them."""
    between = "|".join((_DASH, *(rf"\s+{re.escape(word)}\s+" for word in range_words(language))))
    return re.compile(rf"(?<![\w.,])({_ONE})(?:(?:{between})({_ONE}))?(?![\w/])", re.IGNORECASE)
