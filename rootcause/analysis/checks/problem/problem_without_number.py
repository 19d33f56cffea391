"""The problem says nothing of how much: how many people, how long, how often.

Without a number nobody can tell whether it is worth the work, nor whether it got better. A rough one will do. Dates and
names such as "gate 12" do not count.

Example:

    problem: "On 3 May the web shop was down."

Use instead:

    problem: "On 3 May the web shop took no orders for 50 minutes."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.extent import has_number
from rootcause.analysis.checks.problems import problems
from rootcause.analysis.checks.said import quoted
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one in problems(examined):
        if not has_number(one.text, examined):
            question = "How many people did it touch, for how long or how often, if only roughly?"
            yield Found(f"{quoted(one.text)} has no number", question, one)


CHECK = Check("RCO001", "problem-without-number", Severity.WARNING, _look, spoken=True)
