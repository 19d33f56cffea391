"""A timeline is asked for, but its rows have no moment.

The report puts the rows of a timeline in order by their field `at`. Without a date or a time there, they stand in the
order in which somebody thought of them.

Example:

    - id: course
      type: list
      role: timeline
      ask: What happened, step by step?
      each:
        - {id: what, type: text, ask: "What happened?"}

Use instead:

    - id: course
      type: list
      role: timeline
      ask: What happened, step by step?
      each:
        - {id: at, type: datetime, ask: "When?"}
        - {id: what, type: text, ask: "What happened?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.questionnaire.model import ResponseType
from rootcause.source.diagnostic import Severity

_MOMENTS = (ResponseType.DATE, ResponseType.DATETIME)


def _check(context: Context) -> Iterator[Found]:
    for asked in context.with_role("timeline"):
        if not any(item.field == "at" and item.type in _MOMENTS for item in asked.question.each):
            message = "the rows of this timeline have no moment"
            yield at_key(asked.place / "each", message, "ask for it: {id: at, type: datetime, ask: ...}")


RULE = Rule("RCA011", "timeline-without-time", Severity.WARNING, _check)
