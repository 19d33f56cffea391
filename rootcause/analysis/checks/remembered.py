"""What went badly, or well by luck only, and no action answers it."""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import all_done, is_waiting
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.shared_words import knows
from rootcause.analysis.traceability import Remembered


def unanswered(role: str, examined: Examined) -> Iterator[Remembered]:
    """What nobody acts on, once nobody has more to add; whether it is accepted has been asked as well.

    Whether an action answers it shows in shared words, for which there are lists in some languages only.
    """
    if not all_done(examined, "actions") or (examined.analysis.actions and not knows(examined.language)):
        return
    for one in examined.traced.unanswered:
        if one.role == role and not (one.row and any(map(is_waiting, one.row.cells.values()))):
            yield one
