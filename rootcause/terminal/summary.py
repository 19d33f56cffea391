"""A move in a few words: the line that a question leaves behind."""

from __future__ import annotations

from rootcause.interview.prompt import Defer, DoNotKnow, Move, Prompt, Reply, Skip
from rootcause.questionnaire.response.moments import show_day


def in_few_words(prompt: Prompt, move: Move, words: str | None) -> str | None:
    """What was said, `words` being the answer as it was understood; None for a move that leaves no line."""
    match move:
        case Reply(raw) if prompt.question.type.repeats:
            count = len(prompt.rows)
            return None if raw is True else f"{count} in all" if count and raw is False else words or "none"
        case Reply():
            return words
        case Skip():
            return "skipped"
        case DoNotKnow():
            return "not known"
        case Defer(to, by):
            return f"{to} is asked" + (f", until {show_day(by)}" if by else "")
        case _:
            return None
