"""The people of a case, and what stands in their place in a report for customers: `Person A`, `Owner B`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from string import ascii_uppercase
from typing import Final

from msgspec import Struct

from rootcause.analysis.customer_names import Hiding, NameWords, names_of_customer, smoothed
from rootcause.analysis.person_names import UNSPACED, WORD, fold, is_ordinary, names_in, parts_of, words_of

# Names with more words than this are looked for only where they stand alone.
_MOST_WORDS: Final = 8
_FEW: Final = 3
_BETWEEN: Final = re.compile(r"[\s.,'\u2019&+-]{1,3}")
_ADDRESS: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*")


class StandIns(Struct, frozen=True):
    """What is written in the place of what is left out. `{letter}` is that of the person."""

    person: str = "Person {letter}"
    owner: str = "Owner {letter}"
    one_of: str = " or "
    several: str = "somebody"
    address: str = "(e-mail address)"
    customer: str = "the customer"
    customers: str = "the customers"


STAND_INS: Final[Mapping[str, StandIns]] = {
    "en": StandIns(),
    "de": StandIns(
        person="Person {letter}",
        owner="Zuständige Person {letter}",
        one_of=" oder ",
        several="jemand",
        address="(E-Mail-Adresse)",
        customer="die Kundschaft",
        customers="die Kundschaft",
    ),
}


class StandIn(Struct, frozen=True):
    """What stands for some words; those that mean something else as well count only with a capital."""

    text: str
    needs_capital: bool = False


class People(Struct, frozen=True, dict=True):
    """Names, by their folded words, and the stand-in of each; `known` are the names as they were written."""

    known: Mapping[str, str]
    by_words: Mapping[tuple[str, ...], StandIn]
    addresses: frozenset[str]
    address: str
    customer: str
    customers: str

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """How many words the longest name has that starts with a word, in its plain form and with an s behind it."""
        found: dict[str, int] = {}
        for first, *rest in self.by_words:
            for word in (first, f"{first}s"):
                found[word] = max(found.get(word, 0), 1 + len(rest))
        return found

    def called(self, names: str) -> str:
        """What stands for an answer that names people."""
        return ", ".join(dict.fromkeys(self.known[name] for name in names_in(names) if name in self.known))

    def hidden(self, text: str) -> str:
        """The text with stand-ins for the names and addresses in it."""
        if "@" not in text:
            return self._without_names(text)
        parts, end = [], 0
        for found in _ADDRESS.finditer(text):
            parts += [self._without_names(text[end : found.start()]), self._address(found[0])]
            end = found.end()
        return "".join((*parts, self._without_names(text[end:])))

    def _address(self, address: str) -> str:
        local = words_of(address.partition("@")[0])
        tells = any((word,) in self.by_words for word in local) or local in self.by_words
        return self.address if tells or fold(address) in self.addresses else address

    def _without_names(self, text: str) -> str:
        found = list(WORD.finditer(text))
        folded = [fold(word[0]) for word in found]
        # Most texts name nobody.
        if self.longest.keys().isdisjoint(folded) and not UNSPACED.search(text):
            return text
        hidings, place = [], 0
        while place < len(found):
            count, stand_in = self._at(text, found, folded, place)
            if count:
                hidings.append(Hiding(found[place].start(), found[place + count - 1].end(), stand_in))
            place += count or 1
        written, end = [], 0
        for one in smoothed(text, hidings, self.customer):
            written += [text[end : one.start], one.text]
            end = one.end
        return "".join((*written, text[end:]))

    def _at(self, text: str, found: list[re.Match[str]], folded: list[str], place: int) -> tuple[int, str]:
        """How many words from here on are a name, the longest one, and what stands for it."""
        best = (0, "")
        for count in range(1, min(self.longest.get(folded[place], 0), len(found) - place) + 1):
            last = place + count - 1
            if count > 1 and not _BETWEEN.fullmatch(text, found[last - 1].end(), found[last].start()):
                break
            stand_in = self._stand_in(tuple(folded[place : last + 1]), found[place][0])
            best = best if stand_in is None else (count, stand_in)
        return best if best[0] or not UNSPACED.search(found[place][0]) else self._inside(found[place][0])

    def _stand_in(self, key: tuple[str, ...], first: str) -> str | None:
        *before, last = key
        for word, ending in ((last, ""), (last.removesuffix("s"), "s")):  # "Annas" is of Anna in German
            found = self.by_words.get((*before, word))
            if found is not None and (first[0].isupper() or not found.needs_capital):
                if word == last:
                    return found.text
                return self.customers if found.text == self.customer else found.text + ending
        return None

    def _inside(self, word: str) -> tuple[int, str]:
        """A name within a run of letters that no spaces part."""
        written, place = "", 0
        while place < len(word):
            lengths = range(min(_MOST_WORDS, len(word) - place), 1, -1)
            size = next((size for size in lengths if (fold(word[place : place + size]),) in self.by_words), 0)
            written += self.by_words[(fold(word[place : place + size]),)].text if size else word[place]
            place += size or 1
        return (1, written) if written != word else (0, "")


def gather(
    named: Iterable[tuple[str, bool]],
    addresses: Iterable[str],
    stand_ins: StandIns,
    customers: Iterable[str] = (),
    language: str = "en",
) -> People:
    """The people that are named, in this order, each with whether an action is theirs, and what names the customer.

    Whoever is named in full and by a part of it that is nobody else's is one person, with one letter.
    """
    owns: dict[str, bool] = {}
    for text, is_owner in named:
        for name in names_in(text):
            owns[name] = owns.get(name, False) or is_owner
    person_of = _persons(owns)
    owners = {person for name, person in person_of.items() if owns[name]}
    persons = dict.fromkeys(person_of.values())
    called = {
        person: (stand_ins.owner if person in owners else stand_ins.person).format(letter=_letter(number))
        for number, person in enumerate(persons)
    }
    known = {name: called[person] for name, person in person_of.items()}
    meant = dict.fromkeys(" ".join(text.split()) for text in customers)
    names = [name for text in meant for name in names_of_customer(text, language)]
    by_words = _by_words(known, names, stand_ins)
    known |= {text: stand_ins.customer for text in meant if text not in known}
    addressed = frozenset(map(fold, addresses))
    return People(known, by_words, addressed, stand_ins.address, stand_ins.customer, stand_ins.customers)


def _persons(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Who each name means."""
    listed = list(names)
    having: dict[str, set[tuple[str, ...]]] = {}
    for name in listed:
        for part in parts_of(name):
            having.setdefault(part, set()).add(tuple(sorted(words_of(name))))
    found = {}
    for name in listed:
        words = words_of(name)
        same = having.get(words[0], set()) if len(words) == 1 else set()
        found[name] = next(iter(same)) if len(same) == 1 else tuple(sorted(words)) or (name,)
    return found


def _by_words(
    known: Mapping[str, str], customers: Iterable[NameWords], stand_ins: StandIns
) -> dict[tuple[str, ...], StandIn]:
    parts: dict[str, dict[str, None]] = {}
    for name, stand_in in known.items():
        for part in parts_of(name):
            parts.setdefault(part, {})[stand_in] = None
    whole = []
    for one in customers:
        if len(one.words) == 1 and one.words[0] in parts:
            parts[one.words[0]][stand_ins.customer] = None
        else:
            whole.append(one)
    found: dict[tuple[str, ...], StandIn] = {
        (part,): StandIn(_either(those, stand_ins), is_ordinary(part)) for part, those in parts.items()
    }
    for name, stand_in in known.items():
        words = words_of(name)
        if not words or len(words) > _MOST_WORDS:
            continue
        is_one_word = len(words) == 1 and is_ordinary(words[0])
        if not is_one_word or not name[0].islower():
            found[words] = StandIn(stand_in, is_one_word)
        if UNSPACED.search(name):
            found[("".join(words),)] = StandIn(stand_in)
    for one in whole:
        found.setdefault(one.words, StandIn(stand_ins.customer, one.needs_capital))
        if UNSPACED.search("".join(one.words)):
            found.setdefault(("".join(one.words),), StandIn(stand_ins.customer))
    return found


def _either(persons: Iterable[str], stand_ins: StandIns) -> str:
    """Whom a part means that several people share; of many it names none."""
    those = tuple(persons)
    return stand_ins.one_of.join(those) if len(those) <= _FEW else stand_ins.several


def _letter(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    above, place = divmod(number, len(ascii_uppercase))
    return (_letter(above - 1) if above else "") + ascii_uppercase[place]


def names_and_stand_ins(people: People) -> Iterator[tuple[str, str]]:
    """Each name as it was written, with what stands in its place."""
    yield from people.known.items()
