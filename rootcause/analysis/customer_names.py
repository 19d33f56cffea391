"""The names of a customer, a family or a company too, and `the customer` in their place so that it reads well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from rootcause.analysis.person_names import (
    IS_GROUP,
    IS_PARTICLE,
    SHORTEST_PART,
    TELLS_NOBODY,
    WORD,
    fold,
    is_ordinary,
)
from rootcause.analysis.shared_words import is_left_out

_SHORTEST_NUMBER: Final = 4
_JOINS: Final = re.compile(r"[ \t]*[\s.'\u2019&-][ \t]*")
_COMPANIES: Final = """
ag aps brothers bros bureau bv cie co corporation gbr hospital hotel institute kg kgaa llp museum nv ohg oy partner
partners plc practice pty restaurant sa sarl school se shop sons spa srl store ug university
"""
_COMPANY: Final = frozenset(_COMPANIES.split())
_HOUSEHOLD: Final = frozenset(("family", "familie", "families", "household", "the"))
_IN_A_PLACE: Final = frozenset(("in", "at", "from", "near", "im", "aus"))
_LEAD: Final = re.compile(
    r"(?<![\w-])(?:(?:mr|mrs|ms|herr|frau)\.?\s+(?:and|und|&|\+)|"
    r"(?:mr|mrs|ms|miss|mister|dr|prof|sir|madam|lady|lord|herr|herrn|frau|family|familie|customer|client|guest|"
    r"kunde|kunden|kundin|gast|the|our|der|die|das|den|dem|des|unser|unsere|unserem|unseren)\.?)\s+$",
    re.IGNORECASE,
)
_FARTHEST_LEAD: Final = 20
_BEHIND: Final = re.compile(r"[ \t]+(?:family|familie)\b", re.IGNORECASE)
_AND: Final = re.compile(r"[ \t]*(?:and|und|&|\+|,)?[ \t]*")
_QUOTES: Final = " \t\"'(*\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"


class NameWords(Struct, frozen=True):
    """Folded words by which a customer is called; some count only with a capital."""

    words: tuple[str, ...]
    needs_capital: bool = False


class Hiding(Struct, frozen=True):
    """A part of a text, and what stands in its place."""

    start: int
    end: int
    text: str


def names_of_customer(said: str, language: str) -> Iterator[NameWords]:
    """Everything in an answer that names the customer: `Family Irene and Jonas Falk`, `Irene`, `Jonas Falk`, `Falk`.

    The words of a company count with a capital only, `North Sea Trading Ltd`, as most of them mean something else.
    """
    whole = WORD.findall(fold(said))
    runs = list(_runs(said))
    if len(whole) > 1 or (whole and whole[0].isdigit() and len(whole[0]) >= _SHORTEST_NUMBER):
        yield NameWords(tuple(whole))
    for run in runs:
        words = tuple(map(fold, run))
        telling = tuple(word for word in words if not tells_nobody(word) and word not in IS_PARTICLE)
        if len(telling) == 1 and is_left_out(telling[0], language):
            continue
        if words[0] in _HOUSEHOLD and telling and telling[-1].endswith("s"):  # "The Smiths" are of a Smith
            yield NameWords((telling[-1].removesuffix("s"),), needs_capital=True)
        is_company = any(word in IS_GROUP or word in _COMPANY for word in words)
        core = _core(words)
        if len(core) > 1:
            yield NameWords(core)
        for word in telling:
            if len(word) >= SHORTEST_PART or len(telling) == 1:
                yield NameWords((word,), is_company or is_ordinary(word) or is_left_out(word, language))


def tells_nobody(word: str) -> bool:
    """Whether a folded word of a customer's name, a title or `family`, is that of many."""
    return word in TELLS_NOBODY or word in _HOUSEHOLD or word in IS_GROUP or word in _COMPANY


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without what stands in front of it and behind it: no `Family`, no `Ltd`."""
    telling = [place for place, word in enumerate(words) if not tells_nobody(word)]
    return words[telling[0] : telling[-1] + 1] if telling else ()


def _runs(said: str) -> Iterator[list[str]]:
    """Words with a capital that stand together, with `van` and `de` between them; not `Lyon` of `guests in Lyon`."""
    run: list[str] = []
    end = 0
    before = ""
    for found in WORD.finditer(said):
        word = found[0]
        joined = _JOINS.fullmatch(said, end, found.start()) is not None
        is_name = word[0].isalpha() and not word[0].islower()
        if run and (not joined or not (is_name or fold(word) in IS_PARTICLE)):
            yield run
            run = []
        if run or (is_name and before not in _IN_A_PLACE):
            run.append(word)
        before = word
        end = found.end()
    if run:
        yield run


def smoothed(text: str, hidings: Iterable[Hiding], customer: str) -> list[Hiding]:
    """The same, with what belongs to a customer's name gone too: `Mrs Falk`, `the Falks`, `Irene and Jonas Falk`."""
    found: list[Hiding] = []
    for one in hidings:
        if not one.text.startswith(customer):
            found.append(one)
            continue
        last = found[-1] if found else None
        start = _led(text, 0 if last is None else last.end, one.start)
        behind = _BEHIND.match(text, one.end)
        end = one.end if behind is None else behind.end()
        if last is not None and _is(last, customer) and _AND.fullmatch(text, last.end, start):
            found[-1] = Hiding(last.start, end, last.text[0] + one.text[1:])
        else:
            found.append(Hiding(start, end, _begun(text, start, one.text)))
    return found


def _is(hiding: Hiding, customer: str) -> bool:
    return fold(hiding.text).startswith(fold(customer))


def _led(text: str, floor: int, start: int) -> int:
    while (lead := _LEAD.search(text, max(floor, start - _FARTHEST_LEAD), start)) is not None:
        start = lead.start()
    return start


def _begun(text: str, start: int, stand_in: str) -> str:
    """With a capital where a sentence begins."""
    before = text[max(0, start - _FARTHEST_LEAD) : start].rstrip(_QUOTES)
    is_first = before[-1:] in ("", ".", "!", "?", "\n")
    return stand_in[0].upper() + stand_in[1:] if is_first else stand_in
