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
_AT_ONCE: Final = 2  # told after one answer; more of them would be a lecture
_LISTED: Final = 8  # in the look over everything, which is about the answers first
_LONGEST: Final = 300  # of a message: it may quote an answer


def after_answer(about: AnswerKey, doubts: Sequence[Doubt], back: str | None) -> list[str]:
    """The paragraphs told right after an answer; `back` says what goes back to it, None when one step does not."""
    told = [_told(doubt, place=doubt.key != about) for doubt in doubts[:_AT_ONCE]]
    more = len(doubts) - len(told)
    how = f"{back} goes back to it" if back else "the review leads to it"
    return [*told, f"It may stand as it is; {how}." + (f" The review lists {more} more." if more > 0 else "")]


def offers_to_mend(overview: Overview) -> Iterator[Offer]:
    """Where to go to mend what is doubtful, under a title of its own."""
    at_answers = [(doubt, doubt.key) for doubt in overview.doubts if doubt.key is not None]
    title = f"{_TITLE}: {len(at_answers)}"
    for doubt, key in at_answers[:_LISTED]:
        place = f"{shown(doubt.where)}: " if doubt.where else ""
        yield Offer(f"{place}{shown(doubt.message[:_LONGEST])}", Revisit(key), shown(doubt.question), above=title)
        title = ""


def of_the_whole(overview: Overview) -> str:
    """What is doubtful about the analysis as a whole, and how many doubts find no room in the list."""
    lines = [_told(doubt, place=False) for doubt in overview.doubts if doubt.key is None]
    more = len(overview.doubts) - len(lines) - _LISTED
    if more > 0:
        lines.append(f"There is more that is worth another look: {more} beside those in the list.")
    return "\n".join(lines)


def _told(doubt: Doubt, *, place: bool) -> str:
    said = in_words(Problem(shown(doubt.message), shown(doubt.question)))
    return f"{shown(doubt.where)}: {said}" if place and doubt.where else said
