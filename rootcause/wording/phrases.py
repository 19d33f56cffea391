"""Lists of phrases, a file for each list and language, and where a phrase stands in a text.

A line of a list is a phrase: words in small letters. `a|b` is one of several words, `word*` any word that begins so,
`...` up to four words, `^` in front the beginning of a sentence. A text that holds a phrase with `- ` in front of it is
left alone. A language without a file has no phrases.
"""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeVar

from msgspec import Struct

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SIGNS: Final = {ord(sign): " " for sign in string.punctuation.replace("'", "")}
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_BETWEEN: Final = r"[\s,;:]+"
_QUOTED: Final = re.compile(r"\"[^\"]*\"|\u201c[^\u201d]*\u201d|\u201e[^\u201c]*\u201c|\u00ab[^\u00bb]*\u00bb")


class PhraseList(Struct, frozen=True):
    """Phrases by the words that one of their texts must hold; `stems` are the beginnings of such words.

    A phrase becomes a pattern when a text may hold it: most lists meet no text that does.
    """

    by_word: Mapping[str, tuple[str, ...]]
    by_stem: Mapping[str, tuple[str, ...]]
    unless: tuple[str, ...]

    def among(self, word: str) -> Iterator[str]:
        """The phrases that a text with this word may hold."""
        yield from self.by_word.get(word, ())
        for stem, phrases in self.by_stem.items():
            if word.startswith(stem):
                yield from phrases

    def _near(self, words: frozenset[str]) -> set[str]:
        """The phrases that a text with these words may hold."""
        near: set[str] = set()
        if not self.by_word.keys().isdisjoint(words):
            near.update(phrase for word in words if word in self.by_word for phrase in self.by_word[word])
        stems = tuple(self.by_stem)
        for word in words if stems else ():
            if word.startswith(stems):
                near.update(phrase for stem in stems if word.startswith(stem) for phrase in self.by_stem[stem])
        return near

    def find(self, text: str, near: Iterable[str] | None = None) -> tuple[int, int] | None:
        """Where the first phrase stands in a text, None when there is none. What is quoted is not looked at.

        `near` are the phrases that the text may hold, when that is known.
        """
        return next(iter(self.spans(text, near)), None)

    def spans(self, text: str, near: Iterable[str] | None = None) -> list[tuple[int, int]]:
        """Where phrases stand in a text, in their order; they may overlap."""
        if near is None:
            near = self._near(words_of(text))
        if not near:
            return []
        found = [match.span() for phrase in near for match in _pattern(phrase).finditer(text)]
        if not found or any(_pattern(phrase).search(text) for phrase in self.unless):
            return []
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        return sorted(span for span in found if not any(start < span[0] and span[1] < end for start, end in quoted))


@functools.lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters; remembered, for a text is looked through for many lists."""
    return frozenset(_WORD.findall(_plain(text)))


def _all_words(text: str) -> set[str]:
    """The words of a plain text; of ASCII, which is cut faster, also words with apostrophes around them."""
    if not text.isascii():
        return set(_WORD.findall(text))
    words = set(text.translate(_SIGNS).split())
    return words | {word.strip("'") for word in words if "'" in word}


def _plain(text: str) -> str:
    return text.lower().replace("\u2019", "'")


class Worded(Protocol):
    """What has a text."""

    @property
    def text(self) -> str:
        """The text."""
        ...


_W = TypeVar("_W", bound=Worded)


class PhraseBook(Struct, frozen=True):
    """The lists in a folder with a subfolder for each language (`de-AT` reads `de`); each list is read once."""

    folder: Path

    def phrases(self, name: str, language: str) -> PhraseList | None:
        """A list in a language, None when there is none."""
        return _phrases(self.folder, name, language)

    def lines(self, name: str, language: str) -> tuple[str, ...]:
        """The lines of a list in a language without comments, none when there is no such list."""
        return _lines(self.folder, name, language)

    def looked_up(self, texts: Sequence[_W], language: str) -> dict[str, tuple[_W, ...]]:
        """By word in small letters: the texts that hold it, alone or within another word.

        Only words count by which some phrase of the language is looked up, and most files have few of them: so all
        texts are cut into words together, and only those few words are looked for in each.
        """
        plain = [_plain(one.text) for one in texts]
        whole, stems = _lookups(self.folder, language)
        words = _all_words("\n".join(plain))
        telling = words & whole
        if stems:
            telling.update(word for word in words if word.startswith(stems))
        return {word: tuple(one for one, text in zip(texts, plain, strict=True) if word in text) for word in telling}


@functools.cache
def _phrases(folder: Path, name: str, language: str) -> PhraseList | None:
    lines = _lines(folder, name, language)
    return read_phrases(lines) if lines else None


@functools.cache
def _lines(folder: Path, name: str, language: str) -> tuple[str, ...]:
    language = language.partition("-")[0]
    path = folder / language / f"{name}.txt"
    if not _LANGUAGE.fullmatch(language) or not path.is_file():
        return ()
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@functools.cache
def _lookups(folder: Path, language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words by which the phrases of a language are looked up, and the beginnings of such words."""
    names = [path.stem for path in (folder / language).glob("*.txt")] if _LANGUAGE.fullmatch(language) else []
    lists = [phrases for name in names if (phrases := _phrases(folder, name, language)) is not None]
    stems = {stem for phrases in lists for stem in phrases.by_stem}
    return frozenset(word for phrases in lists for word in phrases.by_word), tuple(sorted(stems))


def read_phrases(lines: Iterable[str]) -> PhraseList:
    """The phrases that stand one a line."""
    by_word: dict[str, list[str]] = {}
    by_stem: dict[str, list[str]] = {}
    unless = []
    for line in lines:
        if line.startswith("- "):
            unless.append(line[2:])
            continue
        for word in _rarest(line):
            target = by_stem if word.endswith("*") else by_word
            target.setdefault(word.rstrip("*"), []).append(line)
    return PhraseList(_frozen(by_word), _frozen(by_stem), tuple(unless))


def _frozen(found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(phrases) for word, phrases in found.items()}


def _rarest(line: str) -> list[str]:
    """The word of a phrase, or the words of which it has one, by which its texts are looked up: the longest.

    Of a word with hyphens it is the last part, for texts are split there.
    """
    steps = [
        [word.rpartition("-")[2] for word in step.split("|")] for step in line.lstrip("^").split() if step != "..."
    ]
    return max(steps, key=lambda step: min(map(len, step)))


@functools.cache
def _pattern(line: str) -> re.Pattern[str]:
    pattern = r"(?:\A|(?<=[.:!?]\s))" if line.startswith("^") else r"(?<!\w)"
    between = ""
    for step in line.lstrip("^").split():
        if step == "...":
            pattern += rf"(?:{_BETWEEN}[^\s,;:]+){{0,4}}?"
            continue
        words = "|".join(re.escape(word).replace(r"\*", r"\w*").replace("'", "['\u2019]") for word in step.split("|"))
        pattern += f"{between}(?:{words})"
        between = _BETWEEN
    return re.compile(rf"{pattern}(?!\w)", re.IGNORECASE)
