"""How an answer is written, and what there is to say of a question that has none."""

from __future__ import annotations

from rootcause.interview.answers import Answer, State
from rootcause.questionnaire.model import Question
from rootcause.questionnaire.response import forms
from rootcause.questionnaire.response.days import show_day
from rootcause.questionnaire.response.forms import written

__all__ = ["form", "state_in_words", "written"]


def form(question: Question, language: str | None) -> str | None:
    """How an answer is typed, with an example; None where there is nothing to say."""
    return forms.form(question, language, typed=True)


def state_in_words(answer: Answer) -> str | None:
    """What became of a question that has no answer; None when it has one."""
    match answer.state:
        case State.UNKNOWN:
            return "not known"
        case State.SKIPPED:
            return "skipped"
        case State.DEFERRED:
            return f"{answer.to} is asked" + (f", until {show_day(answer.by)}" if answer.by else "")
        case _:
            return None
