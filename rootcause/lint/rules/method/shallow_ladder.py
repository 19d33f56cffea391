"""A ladder of causes ends after one or two levels, whatever was found.

The first levels mostly name what was seen and what somebody did. What made that possible, and can be changed, lies
below. `max` is only where the ladder ends at the latest; with `stop_when` it ends where a cause can be acted on.

Example:

    - id: reasons
      type: ladder
      role: causes
      ask: What delayed it?
      next: What made that possible?
      max: 2
      each:
        - {id: because, type: text, ask: "What was the cause?"}

Use instead:

    - id: reasons
      type: ladder
      role: causes
      ask: What delayed it?
      next: What made that possible?
      max: 7
      each:
        - {id: because, type: text, ask: "What was the cause?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity

# The five whys of Taiichi Ohno end where the cause lies in how the work is set up; two steps seldom reach that far.
_FEWEST = 3


def _check(context: Context) -> Iterator[Found]:
    for asked in context.with_role("causes"):
        levels = asked.question.response.max
        if isinstance(levels, int) and levels < _FEWEST:
            message = f"the causes end at level {levels}, whatever was found"
            yield at_value(asked.place / "max", message, "allow five levels or more; stop_when ends it earlier")


RULE = Rule("RCA004", "shallow-ladder", Severity.INFO, _check)
