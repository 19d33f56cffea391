"""A cause does not say what kept it from being noticed earlier.

It was there before anybody was hurt, and every check let it pass. That hole is often cheaper to close than the cause.

Example:

    causes:
      - because: "A rule with one letter too many matched every address, so the gateway refused all traffic."
        fixable: true
        escaped: {state: unknown}

Use instead:

    causes:
      - because: "A rule with one letter too many matched every address, so the gateway refused all traffic."
        fixable: true
        escaped: Rules are tried on a copy of the gateway that has 40 addresses.
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity

# CCADB incident report guideline 3.2: every cause says how it escaped detection.
_MESSAGE = "does not say why it was not caught"
_QUESTION = "Which check could have seen it, and what made that check miss it?"


def _look(examined: Examined) -> Iterator[Found]:
    is_asked_of_each = False
    for one in examined.causes:
        escaped = one.cause.row.cells.get("escaped")
        is_asked_of_each = is_asked_of_each or escaped is not None
        if one.is_leaf and is_passed(escaped):
            yield Found(_MESSAGE, _QUESTION, escaped, f"cause {one.cause.number}")
    told = examined.record.by_role.get("escape", ())
    # A questionnaire may ask it once for all causes.
    if examined.causes and told and not is_asked_of_each and all(map(is_passed, told)):
        yield Found("nothing says why it was not caught", _QUESTION, told[-1])


CHECK = Check("RCC032", "no-escape", Severity.WARNING, _look)
