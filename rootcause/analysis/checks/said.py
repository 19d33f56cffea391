"""Where phrases of a list stand in the causes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from rootcause.analysis.checks.check import Found
from rootcause.analysis.checks.clauses import Part, cause_part
from rootcause.analysis.checks.examined import CauseInTree, Examined
from rootcause.analysis.statement import Statement
from rootcause.interview.answers import AnswerKey
from rootcause.source.visible import shortened

_LONGEST: Final = 80


class Said(Struct, frozen=True):
    """A cause in words and the characters of it that tell; `part` is the one that states the cause."""

    of: CauseInTree
    statement: Statement
    part: Part
    within: tuple[int, int]

    @property
    def words(self) -> str:
        """What stands there."""
        return self.statement.text[slice(*self.within)]

    def found(self, message: str, question: str) -> Found:
        """What a check has to say about it."""
        return Found(message, question, self.statement, where_is(self.of), self.within)


def where_is(one: CauseInTree) -> str:
    """A cause as people name it."""
    return f"cause {one.cause.number}"


def quoted(text: str) -> str:
    """A statement in quotation marks, no longer than a line: the answer itself stands beside the finding."""
    return f'"{shortened(text, _LONGEST)}"'


def stated(examined: Examined) -> Iterator[tuple[CauseInTree, Statement]]:
    """Every cause with its statement."""
    yield from ((one, one.cause.because) for one in examined.causes)


def said(name: str, examined: Examined, *, leaves: bool = False) -> Iterator[Said]:
    """Every place of these phrases, in all causes or only in those at which a tree ends."""
    phrases = examined.phrases(name)
    if phrases is None:
        return
    for one in examined.causes:
        text = one.cause.text
        if (one.is_leaf or not leaves) and (spans := phrases.spans(text)):
            part = cause_part(text, examined.language)
            yield from (Said(one, one.cause.because, part, span) for span in spans)


def first_in_cause_part(name: str, examined: Examined, *, leaves: bool = False) -> Iterator[Said]:
    """The first place in each cause, of those on the side of the cause."""
    return first(one for one in said(name, examined, leaves=leaves) if one.part.holds(one.within))


def first(places: Iterable[Said]) -> Iterator[Said]:
    """The first of each cause, wherever the places come from."""
    found: dict[AnswerKey, Said] = {}
    for one in places:
        before = found.get(one.statement.key)
        if before is None or one.within < before.within:
            found[one.statement.key] = one
    yield from (found[key] for key in sorted(found))
