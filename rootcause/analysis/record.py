"""What an interview established, as the analysis takes it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property

from msgspec import Struct

from rootcause.analysis.roles import role_of
from rootcause.analysis.statement import Row, Statement
from rootcause.interview.answers import Answer, AnswerKey, Answers, Remarks
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType, Text
from rootcause.questionnaire.response.formats import formats_for
from rootcause.questionnaire.response.wording import show
from rootcause.questionnaire.template import pieces
from rootcause.questionnaire.values import Given, Rows


class Record(Struct, frozen=True, dict=True):
    """A questionnaire with the answers that count.

    `answers` holds only what is on the route, with what was computed. `asked` are the keys on the route, those without
    an answer among them. Left out of both: what an earlier answer made irrelevant. `not_after` is the moment of
    SOURCE_DATE_EPOCH: what was answered later counts as answered then. `remarks` are about questions that nobody has
    answered yet. `has_timezone` says that the case names the time zone of its times.
    """

    title: str
    questionnaire: Questionnaire
    answers: Answers
    asked: frozenset[AnswerKey]
    case: str | None = None
    language: str | None = None
    not_after: datetime | None = None
    remarks: Remarks = {}
    has_timezone: bool = True

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every question on the route outside rows and rungs, in the order of the questionnaire."""
        return tuple(
            self._statement(question, AnswerKey(id))
            for id, question in self.questionnaire.questions.items()
            if self._is_on_route(AnswerKey(id))
        )

    @cached_property
    def by_role(self) -> Mapping[str, tuple[Statement, ...]]:
        """The questions on the route under the role that they fill."""
        found: dict[str, tuple[Statement, ...]] = {}
        for statement in self.statements:
            role = role_of(self.questionnaire.questions[statement.key.question])
            if role is not None:
                found[role] = (*found.get(role, ()), statement)
        return found

    @cached_property
    def evidence(self) -> Mapping[str, int]:
        """What people point to as evidence, numbered in the order in which it comes up."""
        numbers: dict[str, int] = {}
        for key in filter(self._is_on_route, self._keys()):
            said = self.answers.get(key) or self.remarks.get(key)
            for text in () if said is None else said.evidence:
                numbers.setdefault(text.strip(), len(numbers) + 1)
        return numbers

    @cached_property
    def in_order(self) -> tuple[Answer, ...]:
        """Every answer, in the order of the questionnaire."""
        return tuple(self.answers[key] for key in self._keys() if key in self.answers)

    def _keys(self) -> Iterator[AnswerKey]:
        for id, question in self.questionnaire.questions.items():
            yield AnswerKey(id)
            for instance in self._instances(AnswerKey(id)):
                for item in question.each:
                    yield AnswerKey(f"{id}.{item.id}", instance)

    def _is_on_route(self, key: AnswerKey) -> bool:
        return key in self.answers or key in self.asked

    def _statement(self, question: Question, key: AnswerKey) -> Statement:
        answer, remark = self.answers.get(key), self.remarks.get(key)
        value = None if answer is None else answer.value
        said = remark if answer is None else answer
        return Statement(
            key,
            question.type,
            self._words(question.ask),
            self._words(question.label or question.ask),
            text="" if value is None or isinstance(value, Rows) else self._show(question, value),
            answer=answer,
            remark=remark,
            required=question.required,
            has_label=question.label is not None,
            sources=() if said is None else tuple(self.evidence[text.strip()] for text in said.evidence),
            rows=tuple(self._rows(question)),
        )

    def _rows(self, question: Question) -> Iterator[Row]:
        for place, instance in enumerate(self._instances(AnswerKey(question.id)), start=1):
            cells = {}
            for item in question.each:
                key = AnswerKey(f"{question.id}.{item.id}", instance)
                if self._is_on_route(key):
                    cells[item.field] = self._statement(item, key)
            # Rows are put into another order and keep their numbers; people count them as they stand.
            number = str(place) if question.type is ResponseType.LIST else ".".join(map(str, instance))
            yield Row(instance, number, cells)

    def _instances(self, key: AnswerKey) -> tuple[tuple[int, ...], ...]:
        answer = self.answers.get(key)
        return answer.value.instances if answer is not None and isinstance(answer.value, Rows) else ()

    def _show(self, question: Question, value: Given) -> str:
        return show(question, value, self.language, formats_for(self.language)).strip()

    def _words(self, text: Text) -> str:
        said = text.in_language(self.language)
        if "$" not in said:
            return said
        quoted = pieces(said)
        return "".join(piece if isinstance(piece, str) else self._quoted(piece.name) for piece in quoted)

    def _quoted(self, name: str) -> str:
        """The answer that a text quotes; those of a row are left out, for the text stands for all rows."""
        question, answer = self.questionnaire.questions.get(name), self.answers.get(AnswerKey(name))
        if question is None or answer is None or answer.value is None:
            return "\N{HORIZONTAL ELLIPSIS}"
        return self._show(question, answer.value)
