"""The problem says already why it happened.

Then the analysis is over before it has begun: other causes are not looked for. Say here what happened, and the cause
where causes are asked for.

Example:

    problem: "On 3 May 212 orders were lost, because the disk was full."

Use instead:

    problem: "On 3 May 212 orders were lost."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.clauses import links_back
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.problems import problems
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one in problems(examined):
        within = next(iter(links_back(one.text, examined.language)), None)
        if within is not None:
            message = f'"{one.text[slice(*within)]}" gives a cause before it was looked for'
            question = "What could be seen of it from outside, whatever the cause turns out to be?"
            yield Found(message, question, one, within=within)


CHECK = Check("RCO003", "problem-holds-cause", Severity.WARNING, _look, spoken=True)
