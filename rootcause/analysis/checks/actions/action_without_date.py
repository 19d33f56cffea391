"""An action has no day by which it is done.

"Asap", "Q3" and "next sprint" are no days: nobody can say of them that they are over.

Example:

    actions:
      - what: Rotate the certificate by a job 30 days before it ends
        due: {state: unknown}

Use instead:

    actions:
      - what: Rotate the certificate by a job 30 days before it ends
        due: 2026-07-01
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.days import names_day
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for row in examined.analysis.actions:
        due, follow_up = row.cells.get("due"), examined.analysis.follow_up_of(row)
        if due is None or follow_up is None or follow_up.is_done or follow_up.progress.until is not None:
            continue
        if is_passed(due):
            yield Found("has no date", "By which day will it be done?", due, f"action {row.number}")
        elif isinstance(due.value, str) and not names_day(due.text, examined):
            yield Found(f'"{due.text}" is no day', "By which day will it be done?", due, f"action {row.number}")


CHECK = Check("RCD003", "action-without-date", Severity.ERROR, _look)
