"""A temporary fix is asked for, but not the day by which it is gone.

A temporary fix without a day stays. It takes the pressure off the lasting improvement, and somebody goes on paying
for it.

Example:

    - {id: patch, type: text, role: interim_fix, ask: "What holds things together meanwhile?", required: false}

Use instead:

    - {id: patch, type: text, role: interim_fix, ask: "What holds things together meanwhile?", required: false}
    - {id: patch_gone, type: date, role: interim_fix_end, ask: "By which day is it gone?", when: answered(patch)}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    fixes = context.with_role("interim_fix")
    if fixes and not context.with_role("interim_fix_end"):
        message = "nothing asks by which day this temporary fix is gone"
        help = 'add a question behind it with "type: date" and "role: interim_fix_end"'
        yield at_value(fixes[0].place / "role", message, help)


RULE = Rule("RCA007", "interim-fix-without-end", Severity.WARNING, _check)
