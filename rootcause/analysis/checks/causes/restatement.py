"""A cause says what the problem, or the cause above it, says already.

It looks like a further step and is none; the tree ends where it began. Words are compared, not meanings.

Example:

    problem: "On 3 May customers in Graz waited 40 minutes at the till."
    causes:
      - because: "Customers waited at the till, so the hall was full."

Use instead:

    problem: "On 3 May customers in Graz waited 40 minutes at the till."
    causes:
      - because: "Two of five tills are closed for counting at noon, so customers waited."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.likeness import says_again
from rootcause.analysis.checks.said import quoted, stated, where_is
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    problems = [one.text for one in examined.record.by_role.get("problem", ()) if one.text]
    for one, statement in stated(examined):
        parent = [one.above[-1].text] if one.above and one.above[-1].text else []
        before = next((text for text in (*parent, *problems) if says_again(statement.text, text, examined)), None)
        if before is not None:
            message = f"{quoted(statement.text)} says again what stands above: {quoted(before)}"
            yield Found(message, "What was there before it, and brought it about?", statement, where_is(one))


CHECK = Check("RCC008", "restatement", Severity.ERROR, _look, spoken=True)
