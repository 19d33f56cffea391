"""A temporary fix has no day by which it is gone.

Without a day, temporary fixes stay, and what they hide comes back when they break.

Example:

    interim: true
    interim_fix: Rules go out by hand, one site a day
    interim_fix_end: {state: unknown}

Use instead:

    interim: true
    interim_fix: Rules go out by hand, one site a day
    interim_fix_end: 2026-07-01
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    by_role = examined.record.by_role
    fixes = [one for one in by_role.get("interim_fix", ()) if one.is_known]
    for end in by_role.get("interim_fix_end", ()) if fixes else ():
        if is_passed(end):
            yield Found(f'"{fixes[0].text}" has no end', "By which day must it be gone?", end)


CHECK = Check("RCH004", "interim-without-end", Severity.ERROR, _look)
