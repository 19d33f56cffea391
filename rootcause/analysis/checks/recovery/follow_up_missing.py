"""Nobody looks whether it was enough.

Whether it was put right shows afterwards: the customer says so, or a figure does. It takes a day in the calendar.

Example:

    follow_up: {state: unknown}

Use instead:

    follow_up: 2026-07-15
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.follow_ups import NOT_YET
from rootcause.analysis.statement import Statement
from rootcause.interview.answers import State
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    asked = examined.record.by_role.get("follow_up", ())
    if any(one.answer is None or _is_seen_to(one) for one in asked):
        return
    open_ones = [one for one in asked if is_passed(one)] or list(asked)
    if open_ones:
        yield Found("nobody looks again", "On which day will somebody look whether it was enough?", open_ones[0])


def _is_seen_to(one: Statement) -> bool:
    """Whether it is told, or somebody has a day by which to tell it."""
    is_left_until = one.answer is not None and one.answer.state is State.DEFERRED and one.answer.by is not None
    return is_left_until or (one.is_known and one.value not in NOT_YET)


CHECK = Check("RCR002", "follow-up-missing", Severity.WARNING, _look)
