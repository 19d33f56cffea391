"""A tree ends with a cause that is only assumed, and an action acts on it already.

An assumption is a fine beginning. Before work goes into it, somebody looks up whether it was so: else the wrong thing
is changed, and the same comes back.

Example:

    causes:
      - because: "A rule with one letter too many matched every address, so the gateway refused all traffic."
        why:
          - because: "The form takes any pattern, so a short one reached the gateway."
            proof: assumption
          - because: "The rollout goes to all 12 sites at once, so none was left."
            proof: record
    actions:
      - what: Reject a rule that matches more than 1,000 addresses
        cause: "1.1"
      - what: Roll rules out to one site an hour before the others
        cause: "1.2"

Use instead:

    causes:
      - because: "A rule with one letter too many matched every address, so the gateway refused all traffic."
        why:
          - because: "The form takes any pattern, so a short one reached the gateway."
            proof: measurement
            evidence: The form took the pattern again in a trial on 4 May
          - because: "The rollout goes to all 12 sites at once, so none was left."
            proof: record
    actions:
      - what: Reject a rule that matches more than 1,000 addresses
        cause: "1.1"
      - what: Roll rules out to one site an hour before the others
        cause: "1.2"
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for traced in examined.traced.causes:
        cause = traced.cause
        if traced.is_end and traced.actions and cause.is_assumed and not traced.has_evidence:
            question = "Where could it be looked up, or what would show that it was so?"
            yield Found("is only assumed so far", question, cause.because, f"cause {cause.number}")


CHECK = Check("RCC033", "only-assumed", Severity.WARNING, _look)
