"""How an answer is written, and what there is to say of a question that has none."""

from __future__ import annotations

from rootcause.interview.answers import Answer, State
from rootcause.questionnaire.response.forms import form, written
from rootcause.questionnaire.response.moments import show_day

__all__ = ["form", "state_in_words", "written"]


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
