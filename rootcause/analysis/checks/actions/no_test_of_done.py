"""An action does not say how it will be seen that it worked.

Done is not the same as worked. Without a test nobody looks, and the same thing comes back unseen.

Example:

    actions:
      - what: Page the duty engineer when the queue is longer than 500 for 5 minutes
        done_when: {state: unknown}

Use instead:

    actions:
      - what: Page the duty engineer when the queue is longer than 500 for 5 minutes
        done_when: A test queue of 600 raised the page on 3 days
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for action in examined.traced.actions_without_test:
        test = action.row.cells["done_when"]
        if is_passed(test):
            question = "What can be looked up afterwards, and on which day?"
            yield Found("does not say how it shows that it worked", question, test, f"action {action.number}")


CHECK = Check("RCD006", "no-test-of-done", Severity.WARNING, _look)
