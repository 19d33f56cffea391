"""The problem is a wish: something that is to be bought, changed or introduced.

Then only one answer is left, and nobody asks what it is the answer to. Say what happens without it.

Example:

    problem: "In Graz 9 customers a day complain since May, we need a second till."

Use instead:

    problem: "In Graz 9 customers a day complain since May that they wait at the till."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.problems import problems
from rootcause.analysis.checks.remedies import missed_remedies
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    phrases = examined.phrases("solutions")
    for one in problems(examined):
        within = None if phrases is None else phrases.find(one.text)
        within = within or next(iter(missed_remedies(one.text, examined.language)), None)
        if within is not None:
            message = f'"{one.text[slice(*within)]}" names an answer, not yet what is wrong'
            yield Found(message, "What happens without it, and how often?", one, within=within)


CHECK = Check("RCO004", "problem-holds-solution", Severity.WARNING, _look, spoken=True)
