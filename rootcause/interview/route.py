"""The standings of all questions, brought up to date by looking only at what a move can have changed."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from rootcause.interview.answers import Answers
from rootcause.interview.assessment import assess
from rootcause.interview.environment import Outside
from rootcause.interview.progress import Tally
from rootcause.interview.routing import Routing
from rootcause.interview.standing import HIDDEN, Standing


class Route(Struct, frozen=True, eq=False):
    """Which questions are asked and which are open, as bits by their place in the questionnaire.

    Bits, because the next open question and the one before a question are then found without a walk, and copying
    them for a new interview costs next to nothing.
    """

    standings: Mapping[str, Standing]
    asked: int
    open: int
    sections: Mapping[str, Tally]
    whole: Tally

    @classmethod
    def empty(cls) -> Route:
        """Before anything was looked at."""
        return cls({}, 0, 0, {}, Tally())

    def updated(self, routing: Routing, answers: Answers, now: datetime, changed: Iterable[int]) -> Route:
        """The route after the answers of the questions at `changed` have changed."""
        standings = dict(self.standings)
        sections = dict(self.sections)
        asked, open, whole = self.asked, self.open, self.whole
        outside = Outside(standings, now)
        queue = sorted(set(changed))
        while queue:
            index = heapq.heappop(queue)
            while queue and queue[0] == index:
                heapq.heappop(queue)
            question, section = routing.questions[index], routing.sections[index]
            former = standings.get(question.id, HIDDEN)
            standing = standings[question.id] = assess(question, section, answers, outside)
            bit = 1 << index
            asked = asked | bit if standing.keys else asked & ~bit
            open = open | bit if standing.open else open & ~bit
            sections[section.id] = sections.get(section.id, Tally()) + standing.tally - former.tally
            whole = whole + standing.tally - former.tally
            if standing.looks_different(former) or question.id not in self.standings:
                for dependant in routing.dependants[index]:
                    heapq.heappush(queue, dependant)
        return Route(standings, asked, open, sections, whole)


def lowest(bits: int) -> int | None:
    """The place of the lowest bit."""
    return (bits & -bits).bit_length() - 1 if bits else None


def highest_below(bits: int, place: int) -> int | None:
    """The place of the highest bit below a place."""
    below = bits & ((1 << place) - 1)
    return below.bit_length() - 1 if below else None


def places(bits: int) -> Iterator[int]:
    """The places of all bits, lowest first."""
    while bits:
        lowest_bit = bits & -bits
        yield lowest_bit.bit_length() - 1
        bits ^= lowest_bit
