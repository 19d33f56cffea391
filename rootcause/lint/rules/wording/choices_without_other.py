"""A question offers some choices and no other one.

Whoever finds nothing that fits takes the next best, and it is counted as if it were meant. It is off unless you select
it, because many lists are complete.

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner, post: The post, courier: A courier}

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner, post: The post, courier: A courier}
      other: true
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.questionnaire.model import ResponseType
from rootcause.source.diagnostic import Severity

# Three or fewer are mostly steps or sides, such as less, same, more.
_FEW = 3


def _check(context: Context) -> Iterator[Found]:
    for asked in context.asked:
        response = asked.question.response
        if asked.question.type is ResponseType.CHOICE and len(response.choices) > _FEW and not response.other:
            key = "list" if asked.place.has("list") else "choices"
            yield at_key(asked.place / key, "whoever finds nothing that fits cannot say so", 'add "other: true"')


RULE = Rule("RCW016", "choices-without-other", Severity.INFO, _check, on=False)
