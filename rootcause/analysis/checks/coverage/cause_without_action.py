"""Nothing is done about a cause.

A cause that stays as it is leads to the same thing again. An action on a cause covers those below it too. A cause that
nobody can act on has a cause above it where somebody can.

Example:

    causes:
      - because: "A rule with one letter too many matched every address, so the gateway refused all traffic."
        why:
          - because: "The form takes any pattern, so a short one reached the gateway."
          - because: "The rollout goes to all 12 sites at once, so none was left."
    actions:
      - what: Reject a rule that matches more than 1,000 addresses
        cause: "1.1"

Use instead:

    causes:
      - because: "A rule with one letter too many matched every address, so the gateway refused all traffic."
        why:
          - because: "The form takes any pattern, so a short one reached the gateway."
          - because: "The rollout goes to all 12 sites at once, so none was left."
    actions:
      - what: Reject a rule that matches more than 1,000 addresses
        cause: "1.1"
      - what: Roll rules out to one site an hour before the others
        cause: "1.2"
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import all_done
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity

# CCADB incident report guideline 3.2: every cause maps to an action.


def _look(examined: Examined) -> Iterator[Found]:
    if not all_done(examined, "actions"):
        return
    for traced in examined.traced.causes_without_action:
        cause = traced.cause
        question = "What will be done about it, or about a cause above it?"
        yield Found("no action acts on this cause", question, cause.because, f"cause {cause.number}")


CHECK = Check("RCG001", "cause-without-action", Severity.ERROR, _look)
