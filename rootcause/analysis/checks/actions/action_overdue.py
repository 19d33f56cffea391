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
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.shown import show_day
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for row in examined.analysis.actions:
        due, follow_up = row.known("due"), examined.analysis.follow_up_of(row)
        if examined.today is None or due is None or follow_up is None or not follow_up.is_overdue(examined.today):
            continue
        until = follow_up.progress.until
        day = due.text if until is None else show_day(until)
        question = "What is left of it, and by which day will it be done?"
        yield Found(f"was to be done by {day}, and is not done", question, due, f"action {row.number}")


CHECK = Check("RCD013", "action-overdue", Severity.WARNING, _look)
