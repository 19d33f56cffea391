"""A move in a few words: the line that a question leaves behind."""

from __future__ import annotations

from typing import assert_never

from rootcause.interview.prompt import Add, Back, Defer, DoNotKnow, Move, Prompt, Quit, Remove, Reply, Revisit, Skip
from rootcause.questionnaire.model import Question
from rootcause.questionnaire.response.moments import show_day
from rootcause.questionnaire.response.reading import Raw
from rootcause.questionnaire.response.wording import show


def in_few_words(move: Move, prompt: Prompt, language: str | None) -> str | None:
    """What was said; None for a move that leaves no line."""
    match move:
        case Reply(raw) if prompt.question.type.repeats:
            count = len(prompt.rows)
            return f"{count} in all" if count and raw is False else "none"
        case Reply(raw):
            return _said(prompt.question, raw, language)
        case Skip():
            return "skipped"
        case DoNotKnow():
            return "not known"
        case Defer(to, by):
            return f"{to} is asked" + (f", until {show_day(by)}" if by else "")
        case Back() | Revisit() | Add() | Remove() | Quit():
            return None
        case _:
            assert_never(move)


def _said(question: Question, raw: Raw, language: str | None) -> str:
    match raw:
        case bool():
            return show(question, raw, language)
        case list():
            return ", ".join(_said(question, part, language) for part in raw) or "none of these"
        case {"other": text}:
            return str(text)
        case str():
            choice = question.response.choice(raw)
            return raw if choice is None else choice.label.in_language(language)
        case _:
            return str(raw)
