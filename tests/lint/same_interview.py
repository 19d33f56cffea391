"""Asks two questionnaires side by side, on every path, and says where a person would notice a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Prompt
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.visible import visible

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ROWS_AT_MOST = 1
OTHER_ANSWERS = {
    ResponseType.DATE: ("2025-12-31", "2026-01-01", "2026-01-02"),
    ResponseType.DATETIME: ("2025-12-31 12:00", "2026-01-01 12:00"),
    ResponseType.DURATION: ("30 min", "2 h", "3 days"),
    ResponseType.MONEY: ("1 EUR", "1000 EUR"),
    ResponseType.EMAIL: ("jo@example.org",),
    ResponseType.URL: ("https://example.org/",),
}


class Walked(NamedTuple):
    """How many paths were walked to their end, and the first difference, None without any."""

    paths: int
    difference: str | None


class Sides(NamedTuple):
    """The two interviews at the same point."""

    before: Interview
    after: Interview


def walk_both(before: Questionnaire, after: Questionnaire, texts: str) -> Walked:
    """Walk both at once with every kind of answer, and with "not known".

    A question that `texts` do not name again and that checks nothing is answered in one way: nobody reads it.
    """
    deciding = set(re.findall(r"\w+", re.sub(r"\b(?:id|part|role):\s*\w+", "", texts)))
    numbers = {int(text) for text in re.findall(r"(?<![\w.-])\d{1,6}(?![\w.-])", texts)}
    paths = 0
    waiting = [Sides(*(Interview.begin(one, clock=lambda: NOON, zone=UTC) for one in (before, after)))]
    while waiting:
        sides = waiting.pop()
        prompt = sides.before.prompt()
        shown = [_shown(side) for side in sides]
        if shown[0] != shown[1]:
            return Walked(paths, f"{shown[0]} is now {shown[1]}")
        if prompt is None:
            paths += 1
            continue
        tried = _answers(prompt, deciding, numbers)
        for answer in tried:
            steps = [_step(side, answer) for side in sides]
            problems = [step.message if isinstance(step, Problem) else None for step in steps]
            if problems[0] != problems[1]:
                return Walked(paths, f"{prompt.key}, {answer!r}: {problems[0]} is now {problems[1]}")
            first, second = steps
            if not isinstance(first, Problem) and not isinstance(second, Problem):
                waiting.append(Sides(first, second))
    return Walked(paths, None)


def _step(interview: Interview, answer: object) -> Interview | Problem:
    match answer:
        case None:
            return interview.unknown()
        case "one more":
            return interview.add()
        case _:
            return interview.answer(answer)


def _answers(prompt: Prompt, deciding: set[str], numbers: set[int]) -> list[object]:
    """What is answered here; None says that it is not known."""
    question = prompt.question
    if question.type.repeats:
        is_read = any(one.id in deciding or one.checks for one in (question, *question.each))
        return [False, "one more"] if is_read and len(prompt.rows) < ROWS_AT_MOST else [False]
    answers: list[object] = [*_values(question, numbers), None]
    is_read = question.id in deciding or question.checks
    return answers if is_read else answers[:1]


def _values(question: Question, numbers: set[int]) -> Iterator[object]:
    match question.type:
        case ResponseType.YESNO:
            yield from (True, False)
        case ResponseType.CHOICE:
            yield from (choice.id for choice in question.response.choices)
        case ResponseType.CHOICES:
            ids = [choice.id for choice in question.response.choices]
            yield from ([id] for id in ids)
            yield ids
        case ResponseType.INTEGER | ResponseType.NUMBER | ResponseType.SCALE:
            yield from sorted({near for number in numbers or {1} for near in (number - 1, number, number + 1)})
        case type:
            yield from OTHER_ANSWERS.get(type, ("words", "40340434"))


def _shown(interview: Interview) -> tuple[object, ...]:
    """What a person sees at this point; characters that nobody sees do not count."""
    prompt = interview.prompt()
    questionnaire = interview.questionnaire
    computed = [interview.standing(id).computed for id in questionnaire.questions]
    asked = [id for id in questionnaire.questions if interview.standing(id).shown]
    if prompt is None:
        return asked, computed
    question = prompt.question
    choices = [(choice.id, _texts(choice.label), _texts(choice.hint)) for choice in question.response.choices]
    words = (prompt.text, prompt.label, prompt.hint, prompt.intro, prompt.context)
    said = tuple(_seen(text) for text in words)
    return asked, computed, str(prompt.key), said, choices, prompt.default, question.required, question.type


def _texts(text: object) -> list[str]:
    return [_seen(one) or "" for one in getattr(text, "by_language", {}).values()]


def _seen(text: str | None) -> str | None:
    return None if text is None else "".join(one for one in text if visible(one, keep="\n") == one)
