"""The problem says neither where nor when it was.

Then it is a complaint about everything, and its causes are everywhere. A place or a time makes it one problem, and
shows where it was not: the best hint at its cause.

Example:

    problem: "40 people waited."

Use instead:

    problem: "On Saturday 40 people waited at the tills in Graz."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.extent import has_place_or_time
from rootcause.analysis.checks.problems import problems
from rootcause.analysis.checks.said import quoted
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one in problems(examined):
        if not has_place_or_time(one.text, examined):
            yield Found(f"{quoted(one.text)} has no place and no time", "Where was it, and when?", one)


CHECK = Check("RCO002", "problem-without-place-or-time", Severity.WARNING, _look, spoken=True)
