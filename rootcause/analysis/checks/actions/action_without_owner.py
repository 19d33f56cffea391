"""Nobody sees to an action.

What is everybody's task is nobody's. One person sees to it, and need not do it alone.

Example:

    actions:
      - what: Rotate the certificate by a job 30 days before it ends
        owner: {state: unknown}

Use instead:

    actions:
      - what: Rotate the certificate by a job 30 days before it ends
        owner: Li Wei
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity

# CCADB incident report guideline 3.2: every action has an owner.
_QUESTION = "Which person sees to it?"


def _look(examined: Examined) -> Iterator[Found]:
    nobody = examined.phrases("nobody")
    for row in examined.analysis.actions:
        owner = row.cells.get("owner")
        if is_passed(owner):
            yield Found("has no owner", _QUESTION, owner, f"action {row.number}")
        elif owner is not None and nobody is not None and (within := nobody.find(owner.text)):
            message = f'"{owner.text[slice(*within)]}" is no owner'
            yield Found(message, _QUESTION, owner, f"action {row.number}", within)


CHECK = Check("RCD001", "action-without-owner", Severity.ERROR, _look)
