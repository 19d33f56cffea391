"""A record as customers may see it.

Left out is what the questionnaire marks `private: true`, with its notes and evidence and what is computed from it.
People become `Person A` or `Owner B`, and the customer `the customer`, wherever their names stand. What is promised is
marking, not detection: a name that nobody gave as an answer, or a secret in an answer that is not marked, is not found.
Where words of a private answer stand in another one, the author is told.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rootcause.analysis.people import STAND_INS, People, StandIns, gather, names_and_stand_ins
from rootcause.analysis.person_names import fold, words_of
from rootcause.analysis.private_answers import Privacy, kept_back
from rootcause.analysis.record import Record
from rootcause.analysis.roles import CUSTOMER
from rootcause.analysis.still_standing import addresses_in, still_standing, typed
from rootcause.case.follow_through import Progress
from rootcause.interview.answers import Answer, AnswerKey, Remark
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType
from rootcause.questionnaire.values import Given, Money, Other, Rows

_TYPED: Final = frozenset((ResponseType.TEXT, ResponseType.PARAGRAPH, ResponseType.URL))
_WEB: Final = re.compile(r"[a-z][a-z0-9+.-]*://|(?:[\w-]+\.)+[a-z]{2,}/", re.IGNORECASE)
_IN_A_FOLDER: Final = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\|~?/|\.\.?[\\/]", re.IGNORECASE)
_FILE: Final = re.compile(r"[^\\/]+(?=[\\/]*$)")


class Why(enum.StrEnum):
    """Why something is left out."""

    PRIVATE = "private"
    FOLLOWS = "follows"
    NAME = "name"
    ADDRESS = "address"
    FOLDER = "folder"
    TITLE = "title"
    CASE = "case"
    STANDS = "stands"


class LeftOut(Struct, frozen=True):
    """One thing that customers do not see, for the author alone; `instead` is what they see in its place.

    `label` is that of the answer, or the name, the address, the place of a file, the title itself. `words` of a private
    answer are those that were not left out in other answers, and `places` where they stand.
    """

    key: AnswerKey | None
    label: str
    why: Why
    instead: str = ""
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def redact(record: Record, stand_ins: StandIns | None = None) -> tuple[Record, tuple[LeftOut, ...]]:
    """The record for customers, and what it lacks. Everything that is made of it lacks the same."""
    words = stand_ins or STAND_INS.get(record.language or record.questionnaire.language) or StandIns()
    return _Redaction(record, kept_back(record.questionnaire), _people(record, words)).result()


class _Redaction(Struct, frozen=True):
    record: Record
    kept: Mapping[str, Privacy]
    people: People

    def result(self) -> tuple[Record, tuple[LeftOut, ...]]:
        record = self.record
        shown = replace(
            record,
            title=self._title(),
            answers={key: self._answer(key, one) for key, one in record.answers.items() if self._shows(key)},
            asked=frozenset(filter(self._shows, record.asked)),
            case=None,  # it is made of the title as it once was
            for_customers=True,
            links=(),
            progress={key: _state_only(one) for key, one in record.progress.items() if self._shows(key)},
            remarks={key: self._remark(one) for key, one in record.remarks.items() if self._shows(key)},
        )
        return shown, tuple(self._left_out(shown))

    def _shows(self, key: AnswerKey) -> bool:
        return key.question not in self.kept

    def _answer(self, key: AnswerKey, answer: Answer) -> Answer:
        question = _question(self.record.questionnaire, key)
        return replace(
            answer,
            value=None if answer.value is None or question is None else self._value(key, question, answer.value),
            who=None if answer.who is None else self.people.called(answer.who),
            to=None if answer.to is None else self.people.called(answer.to),
            note=None if answer.note is None else self.people.hidden(answer.note),
            evidence=tuple(map(self._evidence, answer.evidence)),
        )

    def _remark(self, remark: Remark) -> Remark:
        note = None if remark.note is None else self.people.hidden(remark.note)
        return replace(remark, note=note, evidence=tuple(map(self._evidence, remark.evidence)))

    def _value(self, key: AnswerKey, question: Question, value: Given) -> Given:
        if isinstance(value, Other):
            return Other(self.people.hidden(value.text))
        if isinstance(value, tuple) and not isinstance(value, Money | Rows):
            return tuple(Other(self.people.hidden(one.text)) if isinstance(one, Other) else one for one in value)
        if not isinstance(value, str):
            return value
        if question.role == CUSTOMER:
            return self.people.customer
        if question.type is ResponseType.EMAIL:
            return self.people.address
        if _names_people(self.record.questionnaire, key, question):
            return self.people.called(value)
        return self.people.hidden(value) if question.type in _TYPED else value

    def _evidence(self, text: str) -> str:
        return self.people.hidden(_without_folder(text))

    def _title(self) -> str:
        """The title of the case, but not where it is a private answer or quotes one."""
        hidden = self.people.hidden(self.record.title)
        title = fold(_one_line(hidden)).rstrip(". \N{HORIZONTAL ELLIPSIS}")
        for key, answer in self.record.answers.items():
            if self._shows(key) or not isinstance(answer.value, str | Other):
                continue
            said = fold(_one_line(self.people.hidden("".join(typed(answer.value)))))
            if said == fold(self.people.customer):
                continue
            if (title and said.startswith(title)) or _quotes(title, said):
                return self.record.questionnaire.title.in_language(self.record.language)
        return hidden

    def _left_out(self, shown: Record) -> Iterator[LeftOut]:
        said: dict[AnswerKey, Answer | Remark] = {**self.record.remarks, **self.record.answers}
        for key, one in said.items():
            container = key.question.partition(".")[0]
            if not self._shows(key) and (container == key.question or container not in self.kept):
                why = Why.PRIVATE if self.kept[key.question] is Privacy.MARKED else Why.FOLLOWS
                yield LeftOut(key, self._label(key), why)
            elif self._shows(key):
                places = (text for text in one.evidence if _without_folder(text) != text)
                yield from (LeftOut(key, text, Why.FOLDER, _without_folder(text)) for text in places)
        for name, stand_in in names_and_stand_ins(self.people):
            yield LeftOut(None, name, Why.NAME, stand_in)
        for address in sorted(self.people.addresses):
            yield LeftOut(None, address, Why.ADDRESS, self.people.address)
        if shown.title != self.people.hidden(self.record.title):
            yield LeftOut(None, self.record.title, Why.TITLE, shown.title)
        if self.record.case:
            yield LeftOut(None, self.record.case, Why.CASE)
        for id, words, where in still_standing(self.record, shown, self.kept):
            key = AnswerKey(id)
            yield LeftOut(key, self._label(key), Why.STANDS, words=words, places=where)

    def _label(self, key: AnswerKey) -> str:
        question = _question(self.record.questionnaire, key)
        return str(key) if question is None else (question.label or question.ask).in_language(self.record.language)


def _state_only(progress: Progress) -> Progress:
    """What came of it, and what made it wait, is for inside."""
    return Progress(progress.done, progress.on, until=progress.until)


def _people(record: Record, stand_ins: StandIns) -> People:
    """Everybody that answers name, the private ones among them: their names may stand elsewhere."""
    named: list[tuple[str, bool]] = []
    kept = kept_back(record.questionnaire)
    addresses = []
    customers = []
    for key, answer in record.answers.items():
        question = _question(record.questionnaire, key)
        if question is not None and isinstance(answer.value, str):
            if key.question in kept:
                addresses += addresses_in(answer.value)
            if question.role == CUSTOMER:
                customers.append(answer.value)
            elif _names_people(record.questionnaire, key, question):
                named.append((answer.value, question.field == "owner"))
            elif question.type is ResponseType.EMAIL:
                addresses.append(answer.value.strip())
        named += [(name, False) for name in (answer.who, answer.to) if name]
    return gather(named, addresses, stand_ins, customers, record.spoken)


def _names_people(questionnaire: Questionnaire, key: AnswerKey, question: Question) -> bool:
    """Whether the answer is somebody's name: it asks for a person, or for the owner of an action."""
    container, _, item = key.question.partition(".")
    is_owner = bool(item) and question.field == "owner" and questionnaire.questions[container].role == "actions"
    return question.type is ResponseType.PERSON or (is_owner and question.type in _TYPED)


def _question(questionnaire: Questionnaire, key: AnswerKey) -> Question | None:
    container, _, item = key.question.partition(".")
    question = questionnaire.questions.get(container)
    return question.item(item) if question is not None and item else question


def _without_folder(evidence: str) -> str:
    """A file by its name alone, also in a sentence; a web address stays as it is."""
    is_path = _IN_A_FOLDER.match(evidence) or not re.search(r"\s", evidence)
    return _file_name(evidence) if is_path else " ".join(map(_file_name_in_words, evidence.split(" ")))


def _file_name_in_words(word: str) -> str:
    return _file_name(word) if _IN_A_FOLDER.match(word) else word


def _file_name(path: str) -> str:
    found = None if _WEB.match(path) and not path.startswith("file:") else _FILE.search(path)
    return path if found is None else found[0]


def _quotes(title: str, said: str) -> bool:
    """Whether a title holds an answer as whole words; a word of two letters tells nothing."""
    words = words_of(said)
    spoken = f" {' '.join(words)} "
    return len(spoken) > 4 and spoken in f" {' '.join(words_of(title))} "


def _one_line(text: str) -> str:
    return " ".join(text.split())
