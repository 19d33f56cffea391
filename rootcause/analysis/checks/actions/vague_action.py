"""An action begins with a verb of which nobody can say when it is done.

"Improve", "ensure" and "look into" say that somebody should think of something. With an owner, a day and a test that
can be looked up beside them they are fine: then it is clear what will be different.

Example:

    actions:
      - what: Improve the checkout

Use instead:

    actions:
      - what: Show a basket on one page instead of four

Use instead:

    actions:
      - what: Improve the checkout
        owner: Ann Lee
        due: 2026-07-01
        done_when: No order took over 3 s for 30 days
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.statement import Row
from rootcause.analysis.traceability import words_of
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    phrases = examined.phrases("vague-action")
    for row in examined.analysis.actions if phrases is not None else ():
        what = words_of(row)
        if phrases is None or what is None or _is_pinned_down(row, examined):
            continue
        if within := phrases.find(what.text):
            message = f'"{what.text[slice(*within)]}" leaves open what will be different'
            question = "What exactly will be different when it is done?"
            yield Found(message, question, what, f"action {row.number}", within)


def _is_pinned_down(row: Row, examined: Examined) -> bool:
    """Whether an owner, a day and a test that can be looked up stand beside it."""
    test, concrete = row.text("done_when"), examined.phrases("concrete")
    can_be_looked_up = any(map(str.isdecimal, test)) or (concrete is not None and concrete.find(test) is not None)
    return bool(row.text("owner") and row.text("due")) and can_be_looked_up


CHECK = Check("RCD005", "vague-action", Severity.WARNING, _look, spoken=True)
