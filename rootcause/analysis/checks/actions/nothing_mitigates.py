"""No action makes it hurt less when it happens again.

Prevention fails some day. A way back, a spare or a person who may decide keeps the harm small then.

Example:

    actions:
      - what: Reject a rule that matches more than 1,000 addresses
        kind: prevent
      - what: Page the duty engineer when orders stop for 2 minutes
        kind: detect

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
    if actions := list_without("mitigate", examined):
        yield Found("no action makes it hurt less", "What would keep the harm small if it came back?", actions)


CHECK = Check("RCD012", "nothing-mitigates", Severity.WARNING, _look)
