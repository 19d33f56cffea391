"""What a case shows as pictures in the terminal: its causes, and how strong its actions are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rootcause.analysis.causes import Cause, CauseTree, cause_trees
from rootcause.analysis.record import Record
from rootcause.terminal.pictures import Branch, draw_causes, draw_counts

if TYPE_CHECKING:
    from rich.console import RenderableType

_END = "root cause"
_UNKNOWN = "not known further"


def pictures(record: Record) -> Iterator[RenderableType]:
    """The trees of causes, then the actions by their strength; nothing where there are none."""
    for tree in cause_trees(record):
        yield draw_causes(_title(tree), tuple(map(_branch, tree.causes)), _END)
    if record.by_role.get("actions"):
        yield from _strengths(record)


def _strengths(record: Record) -> Iterator[RenderableType]:
    """Nothing when nobody said how strong any action is."""
    from msgspec.structs import asdict

    from rootcause.analysis.analysis import analyse

    strengths = analyse(record).traced.strengths
    counts = asdict(strengths)
    if strengths.all == strengths.unsaid:
        return
    unsaid = counts.pop("unsaid")
    yield draw_counts("Strength of the actions", [*counts.items(), *([("not said", unsaid)] if unsaid else [])])


def _title(tree: CauseTree) -> str:
    return tree.ladder.label if tree.ladder.has_label else "Causes"


def _branch(cause: Cause) -> Branch:
    text = f"{cause.number} {cause.text or _UNKNOWN}"
    return Branch(text, tuple(map(_branch, cause.causes)), is_end=cause.is_root)
