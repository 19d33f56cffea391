"""The day by which an action was to be done is over, and it is not done.

Either it is done, then the case should say so, or it needs another day. An action that nobody asks about any more is an
action that nobody does.

Example:

    # today: 2026-09-01
    actions:
      - what: Rotate the certificate by a job 30 days before it ends
        status: doing
        due: 2026-07-01

Use instead:

    # today: 2026-09-01
    actions:
      - what: Rotate the certificate by a job 30 days before it ends
        status: done
        due: 2026-07-01

Use instead:

    # today: 2026-09-01
    actions:
      - what: Rotate the certificate by a job 30 days before it ends
        status: doing
        due: 2026-10-01
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.days import last_day
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for row in examined.analysis.actions:
        due = row.known("due")
        if examined.today is None or due is None or row.value("status") == "done":
            continue
        if last_day(due.value) < examined.today:
            message = f"was to be done by {due.text}, and is not done"
            yield Found(message, "What is left of it, and by which day will it be done?", due, f"action {row.number}")


CHECK = Check("RCD013", "action-overdue", Severity.WARNING, _look)
