"""A computed question has neither a question nor a label, so that its id is shown.

Reports and the overview at the end name what is computed. Without `label` they say `minutes_until_told`.

Example:

    - {id: began, type: datetime, ask: "When did it begin?"}
    - {id: noticed, type: datetime, ask: "When was it noticed?"}
    - {id: until_noticed, type: duration, compute: noticed - began}

Use instead:

    - {id: began, type: datetime, ask: "When did it begin?"}
    - {id: noticed, type: datetime, ask: "When was it noticed?"}
    - {id: until_noticed, type: duration, label: Unnoticed for, compute: noticed - began}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for asked in context.asked:
        place = asked.place
        if asked.question.compute is not None and not place.has("label") and not place.has("ask"):
            message = f'a report shows the id "{asked.question.id}" where a name belongs'
            yield at_value(place / "id", message, 'add "label", a short name')


RULE = Rule("RCW018", "missing-label", Severity.WARNING, _check)
