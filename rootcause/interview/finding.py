"""Finds the question that somebody means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rootcause.interview.answers import AnswerKey
from rootcause.interview.keys import parse_key
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.nearest import nearest

if TYPE_CHECKING:
    from rootcause.interview.standpoint import Standpoint


def find(standpoint: Standpoint, name: str) -> AnswerKey | Problem:
    """The question that is asked under that id, key or label; in a row or rung one of its own comes first.

    The beginning of a label is enough when only one begins so; a number is that of the look over everything.
    """
    asked = standpoint.asked()
    key = _by_id(standpoint, name.strip())
    if key is not None and standpoint.is_asked(key):
        return key
    if (numbered := _by_number(standpoint, name.strip())) is not None:
        return numbered
    labels = {key: _label(standpoint, key) for key in asked}
    word = " ".join(name.casefold().split())
    for fits in (str.__eq__, str.startswith):
        found = [key for key, label in labels.items() if word and fits(label, word)]
        if len(found) == 1:
            return found[0]
        if found:
            named = ", ".join(map(str, found[:5]))
            return Problem(f'"{name}" fits {len(found)} questions: {named}', "name one of them by its id")
    if key is not None and key.question.partition(".")[0] in standpoint.questionnaire.questions:
        return Problem(f'"{name}" is not asked, after what was answered before it', ":review shows what is asked")
    near = nearest(name, map(str, asked))
    meant = f'did you mean "{near}"? ' if near else ""
    return Problem(f'there is no question "{name}"', f"{meant}:review shows them all")


def _by_id(standpoint: Standpoint, name: str) -> AnswerKey | None:
    here = standpoint.next_key()
    if here is not None and here.instance:
        beside = AnswerKey(f"{here.question.partition('.')[0]}.{name}", here.instance)
        if standpoint.is_asked(beside):
            return beside
    return parse_key(name)


def _by_number(standpoint: Standpoint, name: str) -> AnswerKey | None:
    from rootcause.interview.overview import overview

    if not (name.isascii() and name.isdigit() and len(name) < 6):
        return None
    entries = overview(standpoint).entries
    return entries[int(name) - 1].key if 0 < int(name) <= len(entries) else None


def _label(standpoint: Standpoint, key: AnswerKey) -> str:
    question = standpoint.question(key)
    return " ".join(standpoint.words(question.label or question.ask, key).casefold().split())
