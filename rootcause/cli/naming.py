"""What to call a case that nobody gave a title: the problem, as it was put."""

from __future__ import annotations

from collections.abc import Mapping

from rootcause.interview.answers import AnswerKey
from rootcause.interview.entry import value_of
from rootcause.interview.interview import Interview
from rootcause.questionnaire.model import Questionnaire
from rootcause.questionnaire.response.reading import Raw

_LONGEST = 80


def title_from(interview: Interview) -> str | None:
    """A title from what was answered; None while the problem is not known."""
    for question in interview.questionnaire.with_role("problem"):
        answer = interview.answers.get(AnswerKey(question.id))
        if answer is not None and isinstance(answer.value, str):
            return _shortened(answer.value)
    return None


def title_before(questionnaire: Questionnaire, answers: Mapping[str, Raw], language: str | None) -> str:
    """A title from what was handed in, else that of the questionnaire."""
    for question in questionnaire.with_role("problem"):
        raw = value_of(answers.get(question.id))
        if isinstance(raw, str) and raw.strip():
            return _shortened(raw)
    return questionnaire.title.in_language(language)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(".,;:") + "..."
