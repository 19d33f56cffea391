"""Words of private answers that stand in other answers all the same. Only the author can say whether they may."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct

from rootcause.analysis.customer_names import tells_nobody
from rootcause.analysis.person_names import SHORTEST_PART, WORD, fold
from rootcause.analysis.record import Record
from rootcause.analysis.roles import CUSTOMER
from rootcause.analysis.shared_words import is_left_out
from rootcause.interview.answers import Answer, AnswerKey, Remark
from rootcause.questionnaire.model import Question, ResponseType, Text
from rootcause.questionnaire.values import Given, Money, Other, Rows

TITLE: Final = "title"
_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
_WORD_OR_NUMBER: Final = re.compile(rf"\d+(?:[.,'\u2019]\d+)+(?![^\W_])|{WORD.pattern}")
_BETWEEN_DIGITS: Final = re.compile(r"[.,'\u2019]")
_CENTS: Final = re.compile(r"[.,]\d\d?$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SENTENCE_ENDS: Final = re.compile(r"(?:^|[.!?:\n])\W*$")
_FARTHEST_END: Final = 8
_FEW_WORDS: Final = 3


def typed(value: Given | None) -> tuple[str, ...]:
    """What was typed freely in a value."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Other):
        return (value.text,)
    if isinstance(value, tuple) and not isinstance(value, Money | Rows):
        return tuple(one.text for one in value if isinstance(one, Other))
    return ()


def addresses_in(text: str) -> list[str]:
    """The e-mail addresses in a text."""
    return _ADDRESS.findall(text)


def still_standing(
    record: Record, shown: Record, kept: Mapping[str, object]
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """For each private question: words of its answers that stand in the shown record, and where."""
    search = _Search(record, shown)
    if not search.record.answers.keys() - shown.answers.keys():
        return
    private: dict[str, dict[str, None]] = {}
    for key, answer in record.answers.items():
        if key.question in kept:
            private.setdefault(key.question, {}).update(dict.fromkeys(search.telling(key, answer)))
    for id, words in private.items():
        found = [(word, search.places[word]) for word in words if word in search.places]
        places = dict.fromkeys(place for _, those in found for place in those)
        if found:
            yield id, tuple(word for word, _ in found), tuple(places)


class _Search(Struct, frozen=True, dict=True):
    record: Record
    shown: Record

    @cached_property
    def places(self) -> Mapping[str, Mapping[str, None]]:
        """Where each word of the shown record stands; with a capital as it is, and folded."""
        found: dict[str, dict[str, None]] = {}
        for place, text in self._texts():
            for word, _ in _words(text):
                for form in {word, fold(word), fold(word).removesuffix("s")}:
                    found.setdefault(form, {})[place] = None
        return found

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the questionnaire itself: they tell nobody anything."""
        questionnaire = self.record.questionnaire
        questions = [*questionnaire.questions.values()]
        questions += [item for one in questionnaire.questions.values() for item in one.each]
        return frozenset(fold(word) for one in questions for text in _wording(one) for word, _ in _words(text))

    def telling(self, key: AnswerKey, answer: Answer) -> Iterator[str]:
        """The words of an answer by which it could be known: names and numbers; of a name in any spelling."""
        container, _, item = key.question.partition(".")
        question = self.record.questionnaire.questions.get(container)
        question = question.item(item) if question is not None and item else question
        is_name = question is not None and (question.role == CUSTOMER or question.type is ResponseType.PERSON)
        if isinstance(answer.value, Money):
            yield from _number(str(answer.value.amount))
        elif isinstance(answer.value, int) and not isinstance(answer.value, bool):
            yield from _number(str(answer.value))
        for text in (*typed(answer.value), answer.note or ""):
            yield from self._telling(text, is_name=is_name)

    def _telling(self, text: str, *, is_name: bool) -> Iterator[str]:
        words = list(_words(text))
        is_short = len(words) <= _FEW_WORDS
        for place, (word, is_first) in enumerate(words):
            if word[0].isdigit():
                yield from _number(word)
                continue
            follows_a_name = place + 1 < len(words) and words[place + 1][0][0].isupper()
            is_marked = not word[0].islower() and (is_short or not is_first or follows_a_name)
            if (is_marked or is_name) and self._tells(fold(word)):
                yield fold(word) if is_name else word

    def _tells(self, word: str) -> bool:
        is_common = tells_nobody(word) or word in self.vocabulary or is_left_out(word, self.record.spoken)
        return len(word) >= SHORTEST_PART and not is_common

    def _texts(self) -> Iterator[tuple[str, str]]:
        yield TITLE, self.shown.title
        said: dict[AnswerKey, Answer | Remark] = {**self.shown.remarks, **self.shown.answers}
        for key, one in said.items():
            texts = [one.note, *one.evidence]
            if isinstance(one, Answer):
                texts += [*typed(one.value), one.who, one.to]
            yield from ((str(key), text) for text in texts if text)


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Each word or number, with whether a sentence begins with it; digits stand together."""
    for found in _WORD_OR_NUMBER.finditer(text):
        start = found.start()
        is_first = _SENTENCE_ENDS.search(text[max(0, start - _FARTHEST_END) : start]) is not None
        yield _digits(found[0]) if found[0][0].isdigit() else found[0], is_first


def _number(said: str) -> Iterator[str]:
    """A number that tells something: not a small one, not a year."""
    digits = _digits(said)
    if len(digits) >= SHORTEST_PART and not _YEAR.fullmatch(digits):
        yield digits


def _digits(number: str) -> str:
    """`1,180.50` and `1180` are the same sum."""
    return _BETWEEN_DIGITS.sub("", _CENTS.sub("", number))


def _wording(question: Question) -> Iterator[str]:
    texts: list[Text | None] = [question.ask, question.label, question.hint]
    texts += [choice.label for choice in question.response.choices]
    yield from (text for one in texts if one is not None for text in one.by_language.values())
