"""Fills `${name}` with what was answered."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rootcause.interview.answers import AnswerKey, Answers, State
from rootcause.interview.standing import HIDDEN, Standing
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType, Text
from rootcause.questionnaire.response.wording import show
from rootcause.questionnaire.template import Reference, pieces

_MISSING = {"en": "(not answered)", "de": "(nicht beantwortet)"}


class Quotes(Struct, frozen=True):
    """What texts can quote: the answers that count."""

    questionnaire: Questionnaire
    answers: Answers
    standings: Mapping[str, Standing]
    language: str | None

    def fill(self, text: Text, key: AnswerKey) -> str:
        """The text as the person at that key reads it."""
        return "".join(
            part if isinstance(part, str) else self._quoted(part, key) or self._missing()
            for part in pieces(text.in_language(self.language))
        )

    def _missing(self) -> str:
        return _MISSING.get(self.language or self.questionnaire.language, _MISSING["en"])

    def _quoted(self, reference: Reference, key: AnswerKey) -> str | None:
        container = self.questionnaire.questions.get(key.question.partition(".")[0])
        id, instance = reference.name, key.instance
        if reference.previous is not None:
            id, instance = reference.previous, before(container, key.instance, self.standings)
        if container is not None and instance and (item := container.item(id)):
            return self._shown(item, AnswerKey(f"{container.id}.{id}", instance))
        question = self.questionnaire.questions.get(id)
        if question is None or reference.previous is not None:
            return None
        return self._shown(question, AnswerKey(id))

    def _shown(self, question: Question, key: AnswerKey) -> str | None:
        standing = self.standings.get(key.question.partition(".")[0], HIDDEN)
        if key in standing.computed:
            return show(question, standing.computed[key], self.language)
        answer = self.answers.get(key)
        if key not in standing.keys or answer is None or answer.state is not State.ANSWERED or answer.value is None:
            return None
        return show(question, answer.value, self.language)


def before(container: Question | None, instance: tuple[int, ...], standings: Mapping[str, Standing]) -> tuple[int, ...]:
    """The rung above, or the row before; `()` when there is none."""
    if container is None or container.type is ResponseType.LADDER:
        return instance[:-1]
    rows = [row.instance for row in standings.get(container.id, HIDDEN).rows]
    if instance in rows:
        position = rows.index(instance)
        return rows[position - 1] if position else ()
    return rows[-1] if rows else ()
