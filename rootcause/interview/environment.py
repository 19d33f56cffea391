"""What expressions see: questions outside rows and, from inside a row or rung, its own questions first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from rootcause.expression.evaluator import Environment
from rootcause.expression.values import Maybe
from rootcause.interview.answers import Answer, Given, Money, Other, State
from rootcause.interview.standing import HIDDEN, NOTHING, Known, RowStanding, Standing


class Outside:
    """The questions outside rows and rungs, and from here into the rows of each."""

    index: int | None = None

    def __init__(self, standings: Mapping[str, Standing], now: datetime) -> None:
        self._standings = standings
        self.now = now
        self.today: date = now.date()

    def at(self, moment: datetime) -> Outside:
        """The same answers, seen at another moment."""
        return Outside(self._standings, moment.astimezone(self.now.tzinfo))

    def known(self, name: str) -> Known:
        """What is known of a question."""
        return self._standings.get(name, HIDDEN).known

    def value(self, name: str) -> Maybe:
        """The answer, or unknown."""
        return self.known(name).value

    def is_answered(self, name: str) -> bool:
        """Whether there is an answer that counts."""
        return self.known(name).answered

    def is_unknown(self, name: str) -> bool:
        """Whether somebody said that it is not known."""
        return self.known(name).unknown

    def rows(self, name: str) -> Sequence[Environment]:
        """The rows of a list, the rungs of a ladder."""
        return rows_within(self, self._standings.get(name, HIDDEN).rows)

    def previous(self) -> Environment | None:
        """Outside rows nothing comes before."""
        return None


class Inside:
    """One row or rung."""

    def __init__(
        self, outside: Outside, items: Mapping[str, Known], index: int, before: Environment | None = None
    ) -> None:
        self._outside = outside
        self._items = items
        self._before = before
        self.index: int | None = index
        self.now = outside.now
        self.today = outside.today

    def at(self, moment: datetime) -> Inside:
        """The same row, seen at another moment."""
        return Inside(self._outside.at(moment), self._items, self.index or 0, self._before)

    def known(self, name: str) -> Known:
        """What is known of a question of the row, else of one outside."""
        found = self._items.get(name)
        return self._outside.known(name) if found is None else found

    def value(self, name: str) -> Maybe:
        """The answer, or unknown."""
        return self.known(name).value

    def is_answered(self, name: str) -> bool:
        """Whether there is an answer that counts."""
        return self.known(name).answered

    def is_unknown(self, name: str) -> bool:
        """Whether somebody said that it is not known."""
        return self.known(name).unknown

    def rows(self, name: str) -> Sequence[Environment]:
        """The rows of a list outside."""
        return self._outside.rows(name)

    def previous(self) -> Environment | None:
        """The row before, or the cause one level up."""
        return self._before


def rows_within(outside: Outside, rows: Sequence[RowStanding]) -> list[Environment]:
    """An environment for each row, linked to the one before it."""
    found: dict[tuple[int, ...], Environment] = {}
    for row in rows:
        before = None if row.before is None else found.get(row.before)
        found[row.instance] = Inside(outside, row.items, row.index, before)
    return list(found.values())


def known(answer: Answer | None) -> Known:
    """What an answer lets expressions know."""
    if answer is None:
        return NOTHING
    if answer.state is State.UNKNOWN:
        return Known(unknown=True)
    if answer.state is not State.ANSWERED or answer.value is None:
        return NOTHING
    return Known(as_value(answer.value), answered=True)


def as_value(given: Given) -> Maybe:
    """An answer as expressions compute with it: the amount of money, the ids of choices, a day alone as a day."""
    match given:
        case Money(amount, _):
            return amount
        case Other():
            return "other"
        case tuple():
            return frozenset("other" if isinstance(choice, Other) else str(choice) for choice in given)
        case _:
            return given
