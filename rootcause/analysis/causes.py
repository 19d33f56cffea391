"""The causes as trees: what led to what, and where a tree ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from msgspec import Struct

from rootcause.analysis.record import Record
from rootcause.analysis.statement import Row, Statement


class Cause(Struct, frozen=True):
    """One rung of a ladder. `number` is the path that the interview showed, `1.2`.

    `because` is what the cause is: the field of that name, else the first question of the rung.
    """

    number: str
    row: Row
    because: Statement
    causes: tuple[Cause, ...] = ()

    @property
    def text(self) -> str:
        """The cause in words, empty when nobody knows further."""
        return self.because.text

    @property
    def is_root(self) -> bool:
        """Whether the tree ends here with a cause that is known."""
        return bool(self.text) and not self.causes

    @property
    def is_assumed(self) -> bool:
        """Whether nobody has shown yet that it is so: how it is known says so, or the answer itself."""
        return self.because.is_assumed or self.row.value("proof") == "assumption"

    @property
    def is_deepest_known(self) -> bool:
        """Whether the tree goes on below, but what stands there is not known."""
        return bool(self.text) and bool(self.causes) and not any(cause.text for cause in self.causes)

    def walk(self) -> Iterator[Cause]:
        """This cause and all below it, from the top down."""
        yield self
        for cause in self.causes:
            yield from cause.walk()


class CauseTree(Struct, frozen=True):
    """The causes of one ladder."""

    ladder: Statement
    causes: tuple[Cause, ...]

    def walk(self) -> Iterator[Cause]:
        """All causes, from the top down."""
        for cause in self.causes:
            yield from cause.walk()


def cause_trees(record: Record) -> tuple[CauseTree, ...]:
    """One tree per ladder with causes; the numbers in a second tree start with B, in a third with C."""
    ladders = [ladder for ladder in record.by_role.get("causes", ()) if ladder.is_known]
    return tuple(
        CauseTree(ladder, _causes_below((), _by_path(ladder.rows), _prefix(index)))
        for index, ladder in enumerate(ladders)
    )


def _prefix(tree: int) -> str:
    if tree == 0:
        return ""
    return ascii_uppercase[tree] if tree < len(ascii_uppercase) else f"{tree + 1}/"


def _by_path(rungs: Iterable[Row]) -> Mapping[tuple[int, ...], list[Row]]:
    """The rungs by the path of the one above them."""
    found: dict[tuple[int, ...], list[Row]] = {}
    for rung in rungs:
        found.setdefault(rung.instance[:-1], []).append(rung)
    return found


def _causes_below(path: tuple[int, ...], rungs: Mapping[tuple[int, ...], list[Row]], prefix: str) -> tuple[Cause, ...]:
    return tuple(
        Cause(prefix + rung.number, rung, _because(rung), _causes_below(rung.instance, rungs, prefix))
        for rung in rungs.get(path, ())
        if rung.cells
    )


def _because(rung: Row) -> Statement:
    return rung.cells.get("because") or next(iter(rung.cells.values()))
