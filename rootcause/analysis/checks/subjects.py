"""Who or what a clause is about: a person, several people, or a thing, by the last noun in front of its verb.

"The night nurse forgot" is about a nurse, "the dispatcher system read" about a system, "the driver shortage" about a
shortage. There is no grammar behind it, only lists: what can stand before a noun, what ends it, what people are called.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from msgspec import Struct

from rootcause.analysis.checks.examined import BOOK, Examined
from rootcause.analysis.checks.first_names import is_persons_name

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_BREAK: Final = re.compile(r"[,;:.!?()\u2192]")
_LONGEST: Final = 5
_CAPITALISES_NOUNS: Final = frozenset({"de"})


class Subject(Struct, frozen=True):
    """What a clause is about. `is_one` says that it is one person, `is_human` that it is one or several."""

    within: tuple[int, int]
    is_one: bool = False
    is_human: bool = False


def subject(text: str, start: int, examined: Examined) -> Subject | None:
    """The subject of the clause that begins there; None when it begins with something else."""
    language = examined.language.partition("-")[0]
    found = _noun_phrase(text, start, language)
    if not found:
        return None
    within = (found[0].start(), found[-1].end())
    word = found[-1][0].casefold()
    is_thing = any(span[0] < within[1] and within[0] < span[1] for span in _things(text, examined))
    is_one = not is_thing and (
        word in _words("roles", language)
        or _is_named(found, examined)
        or _is_called(found, text, start)
        or found[0][0].casefold() in _pronouns(language)
    )
    several = word in _words("groups", language) or word.removesuffix("s") in _words("roles", language)
    return Subject(within, is_one, is_one or (several and not is_thing))


def clause_start(text: str, at: int, examined: Examined) -> int:
    """Where the clause begins in which a word stands."""
    marks = [mark.end() for mark in _BREAK.finditer(text, 0, at)]
    for name in ("links-back", "links-forward"):
        phrases = examined.phrases(name)
        marks += [] if phrases is None else [span[1] for span in phrases.spans(text) if span[1] <= at]
    return max(marks, default=0)


def is_about_a_thing(text: str, at: int, examined: Examined) -> bool:
    """Whether the clause in which a verb stands is about a thing; without a subject it is about people."""
    start = clause_start(text, at, examined)
    if not text[start:at].strip():
        return False
    found = subject(text, start, examined)
    return found is None or not found.is_human


def is_by_a_thing(text: str, end: int, examined: Examined) -> bool:
    """Whether `by` and a thing stand behind a verb."""
    agent = re.match(r"\s+(?:by|von|durch|vom)\b", text[end:], re.IGNORECASE)
    found = subject(text, end + agent.end(), examined) if agent else None
    return found is not None and not found.is_human


def _noun_phrase(text: str, start: int, language: str) -> list[re.Match[str]]:
    """The words before the first verb, without the article."""
    found: list[re.Match[str]] = []
    place = start
    for word in _WORD.finditer(text, start):
        between = text[place : word.start()]
        is_behind_title = bool(found) and between == ". " and found[-1][0].casefold() in _words("persons", language)
        if len(found) == _LONGEST or (_BREAK.search(between) and not is_behind_title):
            break
        small = word[0].casefold()
        if not found and small in _words("determiners", language):
            place = word.end()
            continue
        if _ends(small, language, bool(found)) or (found and _is_verb(word[0], found[-1][0], text, word, language)):
            break
        found.append(word)
        place = word.end()
        if small in _pronouns(language):
            break
    return found


def _ends(small: str, language: str, has_begun: bool) -> bool:
    return small in _words("ends-subject", language) or (has_begun and small.endswith(_endings(language)))


def _is_verb(word: str, before: str, text: str, found: re.Match[str], language: str) -> bool:
    """Where nouns have capitals, a small word behind one; else a word with -s between a person and an article."""
    if language in _CAPITALISES_NOUNS:
        return before[0].isupper() and word[0].islower()
    behind = _WORD.match(text, found.end() + 1)
    is_before_an_article = behind is not None and behind[0].casefold() in _words("determiners", language)
    is_behind_a_person = before.casefold() in _words("roles", language) or is_persons_name([before])
    return word.endswith("s") and is_before_an_article and is_behind_a_person


def _is_named(found: list[re.Match[str]], examined: Examined) -> bool:
    """Whether it begins with a title, or is the name of somebody whom the case names."""
    language = examined.language.partition("-")[0]
    if len(found) > 1 and found[0][0].casefold() in _words("persons", language) and found[1][0][0].isupper():
        return True
    return found[0][0] in examined.participants


def _is_called(found: list[re.Match[str]], text: str, start: int) -> bool:
    """Whether it is the name of a person, without an article or a number beside it."""
    is_first = not _WORD.search(text, start, found[0].start())
    is_numbered = re.match(r"[ -]\d", text[found[-1].end() :])
    return is_first and not is_numbered and is_persons_name([word[0] for word in found])


def _things(text: str, examined: Examined) -> list[tuple[int, int]]:
    phrases = examined.phrases("not-roles")
    return [] if phrases is None else phrases.spans(text)


def _pronouns(language: str) -> frozenset[str]:
    return _words("persons", language) & {"i", "he", "she", "ich", "er"}


@functools.cache
def _words(name: str, language: str) -> frozenset[str]:
    return frozenset(word for line in BOOK.lines(name, language) for word in line.split())


@functools.cache
def _endings(language: str) -> tuple[str, ...]:
    """How verbs and adverbs end."""
    return tuple(word[1:] for word in _words("ends-subject", language) if word.startswith("-"))
