"""An action acts on no cause of this case.

It may be a good idea, and it does not keep this from coming back. What answers another problem belongs to "other
problems found".

Example:

    actions:
      - what: Offer a number to call on the receipt
        cause: {state: unknown}

Use instead:

    actions:
      - what: Reject a rule that matches more than 1,000 addresses
        cause: "1.1"
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity

_QUESTION = "Which cause does it act on, by its number or a few of its words?"


def _look(examined: Examined) -> Iterator[Found]:
    traced = examined.traced
    for action in traced.actions_without_cause:
        if is_passed(action.acts_on):
            yield Found("acts on no cause", _QUESTION, action.acts_on, f"action {action.number}")
    for action in traced.actions_on_what_is_missing:
        said = " and ".join(f'"{one}"' for one in action.missing)
        yield Found(f"acts on {said}, which names no cause", _QUESTION, action.acts_on, f"action {action.number}")


CHECK = Check("RCD007", "action-without-cause", Severity.ERROR, _look)
