"""Which answers a questionnaire keeps from customers: those marked private, and what follows from them."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping

from rootcause.expression.syntax import Expression
from rootcause.questionnaire.model import Question, Questionnaire


class Privacy(enum.StrEnum):
    """Why an answer is kept back."""

    MARKED = "marked"
    FOLLOWS = "follows"


def kept_back(questionnaire: Questionnaire) -> Mapping[str, Privacy]:
    """The questions whose answers are kept back, those of rows as `actions.owner`.

    A value that is computed from a private answer follows from it, and so does one that is suggested by it: most people
    take what is suggested.
    """
    found: dict[str, Privacy] = {}
    for id, question in questionnaire.questions.items():
        if why := _why(question, None, questionnaire, found):
            found[id] = why
        for item in question.each:
            if why := found.get(id) or _why(item, question, questionnaire, found):
                found[f"{id}.{item.id}"] = why
    return found


def _why(
    question: Question, within: Question | None, questionnaire: Questionnaire, found: Mapping[str, Privacy]
) -> Privacy | None:
    """Only what stands above can be named, so everything that may be kept back has been found already."""
    if question.private:
        return Privacy.MARKED
    suggested = question.default if isinstance(question.default, Expression) else None
    sources = (one for one in (question.compute, suggested) if one is not None)
    named = (name for source in sources for name in _named(source, within, questionnaire))
    return Privacy.FOLLOWS if any(name in found for name in named) else None


def _named(expression: Expression, within: Question | None, questionnaire: Questionnaire) -> Iterator[str]:
    """Every question that a name may mean: one outside rows, one of the same row, one of a list that is counted."""
    names = expression.names | expression.previous_names
    lists = [one for name in names if (one := questionnaire.questions.get(name)) is not None and one.each]
    yield from names
    for one in (*lists, *((within,) if within is not None else ())):
        yield from (f"{one.id}.{item.id}" for item in one.each if item.id in names)
