"""Fits saved answers to a questionnaire that has changed since. Nothing is dropped without a word."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rootcause.interview.answers import Answer, AnswerKey, Answers, Given, Rows
from rootcause.interview.interview import Interview
from rootcause.questionnaire.model import Question, Questionnaire
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import fits, read_answer


class Reconciled(Struct, frozen=True):
    """The answers that fit, those set aside with the reason, and what there is to say about it.

    `moved` leads from the former key of an answer to its present one.
    """

    answers: Answers
    at: AnswerKey | None
    set_aside: tuple[tuple[AnswerKey, Answer, str], ...]
    changes: tuple[str, ...]
    moved: Mapping[AnswerKey, AnswerKey]


def reconcile(questionnaire: Questionnaire, answers: Answers, at: AnswerKey | None) -> Reconciled:
    """Move answers along with their questions, and set aside those that have none or do not fit any more."""
    names = _names(questionnaire)
    kept: dict[AnswerKey, Answer] = {}
    set_aside: list[tuple[AnswerKey, Answer, str]] = []
    changes: dict[str, None] = {}
    goals: dict[AnswerKey, AnswerKey] = {}
    # Answers that have their place already go first: a moved one must not take it.
    for key, answer in sorted(answers.items(), key=lambda entry: _renamed(entry[0], names) != entry[0]):
        moved = _renamed(key, names)
        question = _question(questionnaire, moved)
        if question is None or question.compute is not None:
            set_aside.append((key, answer, "the question is not asked any more"))
            changes[f'"{key}" is not asked any more; its answer is set aside'] = None
            continue
        if moved in kept:
            set_aside.append((key, answer, f'"{moved}" has an answer already'))
            changes[f'"{key}" is now "{moved}", which has an answer already; the former one is set aside'] = None
            continue
        value = _fitting(question, answer.value)
        if isinstance(value, Problem):
            set_aside.append((key, answer, value.message))
            changes[f'"{key}" is asked again: {value.message}; the former answer is set aside'] = None
            continue
        if moved != key:
            goals[key] = moved
            changes[f'"{key.question}" is now "{moved.question}"'] = None
        kept[moved] = answer if value is answer.value else replace(answer, value=value)
    place = None if at is None else _renamed(at, names)
    return Reconciled(kept, place, tuple(set_aside), tuple(changes), goals)


def _names(questionnaire: Questionnaire) -> Mapping[str, str]:
    """Former names of questions, and `container.item` of those in rows, with what they are called now."""
    found: dict[str, str] = {}
    for question in questionnaire.questions.values():
        for container in (question.id, *question.was):
            if container != question.id:
                found[container] = question.id
            for item in question.each:
                for name in (item.id, *item.was):
                    found[f"{container}.{name}"] = f"{question.id}.{item.id}"
    return found


def _renamed(key: AnswerKey, names: Mapping[str, str]) -> AnswerKey:
    return key._replace(question=names.get(key.question, key.question))


def _question(questionnaire: Questionnaire, key: AnswerKey) -> Question | None:
    container, _, item = key.question.partition(".")
    question = questionnaire.questions.get(container)
    if question is None or bool(item) != bool(key.instance):
        return None
    return question.item(item) if item else question


def _fitting(question: Question, value: Given | None) -> Given | Problem | None:
    if value is None or fits(question, value):
        return value
    if isinstance(value, Rows) or question.type.repeats:
        return Problem(f"it is a {question.type} now")
    # A whole number is a number too, a choice a text: what reads well in the new type is kept.
    raw = list(value) if isinstance(value, tuple) else value
    read = read_answer(question, raw if isinstance(raw, bool | int | Decimal | str | list) else str(raw))
    return Problem(f"the answer does not fit any more: {read.message}") if isinstance(read, Problem) else read


def newly_asked(interview: Interview) -> tuple[AnswerKey, ...]:
    """What is open above the last question that was answered: new questions, and those asked again."""
    index = interview.routing.index
    last = max((index.get(key.question.partition(".")[0], -1) for key in interview.answers), default=-1)
    return tuple(key for key in interview.open() if index[key.question.partition(".")[0]] < last)
