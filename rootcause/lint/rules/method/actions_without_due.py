"""Actions are asked for, but not the day by which each is done.

An action without a day waits until the same thing has happened again. The report lists each action with its day. If the
question has another id, `role: due` says what it means.

Example:

    - id: steps
      type: list
      role: actions
      ask: Which steps follow?
      each:
        - {id: what, type: text, ask: "What will be done?"}
        - {id: owner, type: person, ask: "Who sees to it?"}

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
        if all(item.field != "due" for item in asked.question.each):
            message = "these actions have no day by which they are done"
            yield at_key(asked.place / "each", message, "ask for the day of each, as `due`, or with `role: due`")


RULE = Rule("RCA006", "actions-without-due", Severity.WARNING, _check)
