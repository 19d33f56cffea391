"""A cause stands alone: it does not say what it led to, and nothing stands below it.

"Weather" explains nothing to somebody who was not there. With the link, "the snow covered the sensor, so the door
stayed open", a reader can see whether it holds. Words such as "so" and "because" state it, and so does a colon or an
arrow.

Example:

    causes:
      - because: "The time-out of the gateway is 30 s."

Use instead:

    causes:
      - because: "The time-out of the gateway is 30 s and the bank takes 40 s, so payments were sent twice."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.clauses import has_link
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import quoted, stated, where_is
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    if examined.phrases("links-forward") is None:
        return
    for one, statement in stated(examined):
        if not one.cause.causes and not has_link(statement.text, examined.language):
            message = f"{quoted(statement.text)} does not say what it led to"
            yield Found(message, "What did it lead to, step by step?", statement, where_is(one))


CHECK = Check("RCC007", "no-mechanism", Severity.WARNING, _look)
