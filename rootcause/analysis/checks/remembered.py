"""What went badly, or well by luck only, and no action answers it."""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import all_done, is_waiting
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.shared_words import knows
from rootcause.analysis.statement import Row
from rootcause.analysis.traceability import Remembered


def unanswered(role: str, examined: Examined) -> Iterator[Remembered]:
    """What nobody acts on, once nobody has more to add. Who accepts it is asked for the reason first.

    Whether an action answers it shows in shared words, for which there are lists in some languages only.
    """
    if not all_done(examined, "actions") or (examined.analysis.actions and not knows(examined.language)):
        return
    for one in examined.traced.unanswered:
        if one.role == role and not _is_being_accepted(one.row):
            yield one


def _is_being_accepted(row: Row | None) -> bool:
    """Whether it is accepted, and nobody has come to the reason yet."""
    return row is not None and row.value("accepted") is True and any(map(is_waiting, row.cells.values()))
