"""How a doubt about an answer is put: as a friendly question that nothing waits for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rootcause.interview.answers import AnswerKey
from rootcause.interview.doubt import Doubt
from rootcause.interview.overview import Overview
from rootcause.interview.prompt import Revisit
from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.folding import shown
from rootcause.terminal.heading import in_words
from rootcause.terminal.offers import Offer

_TITLE: Final = "Worth another look"
_LISTED: Final = 8  # in the look over everything, which is about the answers first
_LONGEST: Final = 300  # of a message: it may quote an answer


def after_answer(about: AnswerKey, doubts: Sequence[Doubt], back: str | None) -> list[str]:
    """The paragraphs told right after an answer: the first doubt, for several would be a lecture, and what can be done.

    `back` says what goes back to the answer, None when one step does not.
    """
    first, *others = doubts
    how = f"{back or f':goto {first.key or about}'} goes back to it"
    more = f" The review lists {len(others)} more." if others else ""
    return [_told(first, place=first.key != about), f"It may stand as it is; {how}.{more}"]


def offers_to_mend(overview: Overview) -> Iterator[Offer]:
    """Where to go to mend what is doubtful, under a title of its own; a line for each answer, with its first doubt."""
    answers = _by_answer(overview)
    title = f"{_TITLE}: {len(answers)}"
    for key, (first, *others) in list(answers.items())[:_LISTED]:
        place = f"{shown(first.where)}: " if first.where else ""
        more = f" (and {len(others)} more)" if others else ""
        label = f"{place}{shown(first.message[:_LONGEST])}{more}"
        yield Offer(label, Revisit(key), shown(first.question), above=title)
        title = ""


def of_the_whole(overview: Overview) -> str:
    """What is doubtful about the analysis as a whole, and how many answers find no room in the list."""
    lines = [_told(doubt, place=False) for doubt in overview.doubts if doubt.key is None]
    more = len(_by_answer(overview)) - _LISTED
    if more > 0:
        lines.append(f"More answers are worth another look: {more} beside those in the list.")
    return "\n".join(lines)


def _by_answer(overview: Overview) -> dict[AnswerKey, list[Doubt]]:
    found: dict[AnswerKey, list[Doubt]] = {}
    for doubt in overview.doubts:
        if doubt.key is not None:
            found.setdefault(doubt.key, []).append(doubt)
    return found


def _told(doubt: Doubt, *, place: bool) -> str:
    said = in_words(Problem(shown(doubt.message), shown(doubt.question)))
    return f"{shown(doubt.where)}: {said}" if place and doubt.where else said
