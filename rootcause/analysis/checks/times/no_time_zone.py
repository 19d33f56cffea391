"""The case has times of day, and does not say in which time zone they are.

A case takes the zone of the machine that it is begun on. Where that has none with a name, times are kept with their
distance from UTC, +02:00: no moment is in doubt, but after the clocks change nobody reads from it what the clock on the
wall said. Say the zone when you begin: `--timezone Europe/Paris`, or `timezone: Europe/Paris` in a file of answers.

Example:

    # timezone: none
    started: 2026-05-03 14:05

Use instead:

    # timezone: UTC
    started: 2026-05-03 14:05
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.roles import MOMENTS
from rootcause.analysis.statement import Statement
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    if examined.record.has_timezone:
        return
    first = next(_times_of_day(examined), None)
    if first is not None:
        message = f"{first.text} stands without the name of its time zone, and the case names none"
        yield Found(message, "In which time zone are the times, Europe/Paris for instance?", first)


def _times_of_day(examined: Examined) -> Iterator[Statement]:
    """The moments, then the times of the timeline."""
    by_role = examined.record.by_role
    moments = [one for role in MOMENTS for one in by_role.get(role, ())]
    rows = [row.known("at") for told in by_role.get("timeline", ()) for row in told.rows]
    yield from (one for one in (*moments, *rows) if one is not None and isinstance(one.value, datetime))


CHECK = Check("RCH003", "no-time-zone", Severity.WARNING, _look)
