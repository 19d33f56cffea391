"""A tree ends with somebody's slip as its cause.

People slip every day, and the next one will too. What can be changed is what made the slip easy, and what let it
through: look-alikes, missing limits, a step done in a hurry. In mid-chain a slip is fine, when the next cause says
what invited it.

Example:

    causes:
      - because: "A typo in the price list led to 300 orders at 1 EUR."

Use instead:

    causes:
      - because: "A typo in the price list led to 300 orders at 1 EUR."
        why:
          - because: "The form takes any price above 0, so a missing digit goes through."
          - because: "Prices are typed over from a printed list, which leads to about 4 wrong ones a month."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import first_in_cause_part
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one in first_in_cause_part("human-error", examined, leaves=True):
        message = f'"{one.words}" is where the questions begin, not where they end'
        yield one.found(message, "What made it easy to get this wrong, and what let it through?")


CHECK = Check("RCC001", "human-error", Severity.ERROR, _look, spoken=True)
