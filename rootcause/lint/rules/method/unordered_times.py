"""Of two moments that follow each other nothing checks that they do.

The report counts the times to detect, to contain and to resolve between the moments with the roles `started`,
`detected`, `contained` and `resolved`. One slip in a day or a year, and they come out negative or years long. A `check`
finds it while the person is still there.

Example:

    - {id: began, type: datetime, role: started, ask: "When did it begin?"}
    - {id: over, type: datetime, role: resolved, ask: "When was it over?"}

Use instead:

    - {id: began, type: datetime, role: started, ask: "When did it begin?"}
    - id: over
      type: datetime
      role: resolved
      ask: When was it over?
      check: {that: over >= began, else: That is before it began.}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.questionnaire.model import ResponseType
from rootcause.source.diagnostic import Severity

_MOMENTS = (ResponseType.DATE, ResponseType.DATETIME)


def _check(context: Context) -> Iterator[Found]:
    times = {asked.question.id for asked in context.asked if asked.outer is None and asked.question.type in _MOMENTS}
    before: list[str] = []
    roles: set[str | None] = set()
    for asked in context.with_role("started", "detected", "contained", "resolved"):
        question = asked.question
        compared = {name for check in question.checks for name in check.that.names} - {question.id}
        if roles - {question.role} and not compared & times:
            message = f'nothing checks this moment against "{before[-1]}", which is asked before it'
            yield at_value(
                asked.place / "id", message, f"add check: {{that: {question.id} >= {before[-1]}, else: ...}}"
            )
        before.append(question.id)
        roles.add(question.role)


RULE = Rule("RCA012", "unordered-times", Severity.INFO, _check)
