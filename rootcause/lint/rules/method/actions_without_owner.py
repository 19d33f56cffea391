"""Actions are asked for, but not who sees to each.

What belongs to everybody is done by nobody. The report lists each action with its owner; ask for one person, who need
not do it alone. If the question has another id, `role: owner` says what it means.

Example:

    - id: steps
      type: list
      role: actions
      ask: Which steps follow?
      each:
        - {id: what, type: text, ask: "What will be done?"}
        - {id: due, type: date, ask: "By which day?"}

Use instead:

    - id: steps
      type: list
      role: actions
      ask: Which steps follow?
      each:
        - {id: what, type: text, ask: "What will be done?"}
        - {id: owner, type: person, ask: "Who sees to it?"}
        - {id: due, type: date, ask: "By which day?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for asked in context.with_role("actions"):
        if all(item.field != "owner" for item in asked.question.each):
            message = "these actions have no owner"
            yield at_key(asked.place / "each", message, "ask who sees to each, as `owner`, or with `role: owner`")


RULE = Rule("RCA005", "actions-without-owner", Severity.WARNING, _check)
