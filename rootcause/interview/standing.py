"""Where one question stands: whether it is asked, what is known of it, what is open in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct, field

from rootcause.expression.values import UNKNOWN, Maybe
from rootcause.interview.answers import AnswerKey, Given
from rootcause.interview.progress import NO_TALLY, Tally
from rootcause.questionnaire.model import Check
from rootcause.questionnaire.response.problem import Problem


class Known(NamedTuple):
    """What expressions may know of one question; of one that is not asked, nothing."""

    value: Maybe = UNKNOWN
    answered: bool = False
    unknown: bool = False


NOTHING = Known()


class RowStanding(Struct, frozen=True):
    """One row or rung: what is known of its questions, by id.

    `index` is the number of the row from 1, or the level of the rung; `before` the row before, or the rung above.
    """

    instance: tuple[int, ...]
    items: Mapping[str, Known]
    index: int
    before: tuple[int, ...] | None


class Standing(Struct, frozen=True):
    """One question outside rows, with all that is in its rows or rungs.

    `keys` are those that are asked, in order; `open` those among them that wait for an answer, be it because there is
    none or because `problems` has something against the one there is.
    """

    shown: bool = False
    known: Known = NOTHING
    rows: tuple[RowStanding, ...] = ()
    keys: tuple[AnswerKey, ...] = ()
    open: tuple[AnswerKey, ...] = ()
    computed: Mapping[AnswerKey, Given] = field(default_factory=dict)
    problems: Mapping[AnswerKey, Check | Problem] = field(default_factory=dict)
    tally: Tally = NO_TALLY

    def looks_different(self, other: Standing) -> bool:
        """Whether an expression that names this question could come out differently."""
        return self.known != other.known or self.rows != other.rows


HIDDEN = Standing()
