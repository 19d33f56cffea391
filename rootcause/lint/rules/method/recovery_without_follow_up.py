"""Something is done for the customer, but nobody asks them afterwards whether it was enough.

Whether a recovery worked is for the customer to say. Who does not ask learns it when they leave, or when others tell
the story.

Example:

    - {id: gesture, type: text, role: recovery, ask: "What was done for the customer?"}

Use instead:

    - {id: gesture, type: text, role: recovery, ask: "What was done for the customer?"}
    - {id: ask_again, type: date, role: follow_up, ask: "On which day will they be asked if it was enough?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    recoveries = context.with_role("recovery")
    if recoveries and not context.with_role("follow_up"):
        message = "nothing asks whether the customer found this enough"
        help = 'add a question with "role: follow_up": on which day they are asked, or what they said'
        yield at_value(recoveries[0].place / "role", message, help)


RULE = Rule("RCA008", "recovery-without-follow-up", Severity.WARNING, _check)
