"""From questions and answers to statements, each evidence with its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct

from rootcause.analysis.statement import Row, Statement
from rootcause.interview.answers import AnswerKey, Answers, Remarks
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType, Text
from rootcause.questionnaire.response.formats import Formats, formats_for
from rootcause.questionnaire.response.wording import show
from rootcause.questionnaire.template import pieces
from rootcause.questionnaire.values import Given, Rows


class Told(Struct, frozen=True):
    """The questions outside rows, and the evidence in the order in which it comes up, numbered from 1."""

    statements: tuple[Statement, ...]
    evidence: Mapping[str, int]


def tell(
    questionnaire: Questionnaire,
    answers: Answers,
    asked: AbstractSet[AnswerKey],
    remarks: Remarks,
    language: str | None,
) -> Told:
    """Every question that was asked, in the order of the questionnaire."""
    telling = _Telling(questionnaire, answers, asked, remarks, language, formats_for(language))
    statements = tuple(telling.statements())
    return Told(statements, telling.evidence)


class _Worded(Struct, frozen=True):
    """A question in the words of the language, the same for all rows."""

    question: Question
    ask: str
    label: str


class _Telling(Struct):
    """What the steps of one telling share; `evidence` grows on the way."""

    questionnaire: Questionnaire
    answers: Answers
    asked: AbstractSet[AnswerKey]
    remarks: Remarks
    language: str | None
    formats: Formats
    evidence: dict[str, int] = {}

    def statements(self) -> Iterator[Statement]:
        for id, question in self.questionnaire.questions.items():
            key = AnswerKey(id)
            if key in self.answers or key in self.asked:
                yield self._statement(self._worded(question), key)

    def _statement(self, worded: _Worded, key: AnswerKey) -> Statement:
        question, answer, remark = worded.question, self.answers.get(key), self.remarks.get(key)
        said = remark if answer is None else answer
        # Its evidence gets its numbers before that of its rows.
        sources = () if said is None or not said.evidence else tuple(map(self._number, said.evidence))
        value = None if answer is None else answer.value
        rows = tuple(self._rows(question, value)) if isinstance(value, Rows) else ()
        return Statement(
            key,
            question.type,
            worded.ask,
            worded.label,
            text="" if value is None or isinstance(value, Rows) else self._show(question, value),
            answer=answer,
            remark=remark,
            required=question.required,
            has_label=question.label is not None,
            sources=sources,
            rows=rows,
        )

    def _rows(self, question: Question, rows: Rows) -> Iterator[Row]:
        items = [(f"{question.id}.{item.id}", self._worded(item)) for item in question.each]
        for place, instance in enumerate(rows.instances, start=1):
            keyed = [(AnswerKey(id, instance), worded) for id, worded in items]
            cells = {
                worded.question.field: self._statement(worded, key)
                for key, worded in keyed
                if key in self.answers or key in self.asked
            }
            # Rows are put into another order and keep their numbers; people count them as they stand.
            number = str(place) if question.type is ResponseType.LIST else ".".join(map(str, instance))
            yield Row(instance, number, cells)

    def _number(self, evidence: str) -> int:
        return self.evidence.setdefault(evidence.strip(), len(self.evidence) + 1)

    def _show(self, question: Question, value: Given) -> str:
        return show(question, value, self.language, self.formats).strip()

    def _worded(self, question: Question) -> _Worded:
        ask = self._words(question.ask)
        return _Worded(question, ask, ask if question.label is None else self._words(question.label))

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
