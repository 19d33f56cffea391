"""No action makes it be noticed earlier.

Prevention fails some day. What is noticed within minutes hurts few, and it need not be a customer who tells us.

Example:

    actions:
      - what: Reject a rule that matches more than 1,000 addresses
        kind: prevent
      - what: Keep the last rule for a return in one step
        kind: mitigate

Use instead:

    actions:
      - what: Reject a rule that matches more than 1,000 addresses
        kind: prevent
      - what: Page the duty engineer when orders stop for 2 minutes
        kind: detect
      - what: Keep the last rule for a return in one step
        kind: mitigate
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.kinds_of_actions import list_without
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    if actions := list_without("detect", examined):
        yield Found("no action makes it be noticed earlier", "How would we notice it before a customer does?", actions)


CHECK = Check("RCD011", "nothing-detects", Severity.WARNING, _look)
