"""The day by which a temporary fix was to be gone is over.

Either it is gone, then the case should say so, or it has become the lasting state without anybody deciding that.

Example:

    # today: 2026-09-01
    interim: true
    interim_fix: Rules go out by hand, one site a day
    interim_fix_end: 2026-07-01

Use instead:

    # today: 2026-09-01
    interim: true
    interim_fix: Rules go out by hand, one site a day
    interim_fix_end: 2026-10-01
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.days import last_day
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.follow_ups import interim_fixes
from rootcause.analysis.shown import show_day
from rootcause.case.follow_through import NO_PROGRESS
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for fix, end in interim_fixes(examined.record):
        if end is None:
            continue
        progress = NO_PROGRESS if fix is None else examined.record.progress.get(fix.key, NO_PROGRESS)
        day = max(filter(None, (progress.until, last_day(end.value))))
        if examined.today is not None and day < examined.today and not progress.done:
            question = "Is the temporary fix gone, or by which day will it be?"
            told = end.text if day != progress.until else show_day(day)
            yield Found(f"the temporary fix was to be gone by {told}", question, end)


CHECK = Check("RCH005", "interim-past-end", Severity.ERROR, _look)
