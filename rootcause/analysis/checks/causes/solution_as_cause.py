"""A cause is an answer that is not there: no alarm, missing training, a lack of documentation.

Then only one answer is left, and nobody asks whether it is a good one. Say what happens without it, or what made it be
missing; there may be a stronger answer than the one that comes to mind first.

Example:

    causes:
      - because: "There was no alarm on the queue, so it grew for 6 hours."

Use instead:

    causes:
      - because: "The queue takes any length and a stopped reader looks like a slow one, so it grew for 6 hours."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.clauses import cause_part
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.remedies import missed_remedies
from rootcause.analysis.checks.said import stated, where_is
from rootcause.source.diagnostic import Severity

_QUESTION = "What happens without it, and what made it be missing?"


def _look(examined: Examined) -> Iterator[Found]:
    for one, statement in stated(examined):
        text, part = statement.text, cause_part(statement.text, examined.language)
        within = next(filter(part.holds, missed_remedies(text, examined.language)), None)
        if within is not None:
            message = f'"{text[slice(*within)]}" says which answer was missing, not what happened'
            yield Found(message, _QUESTION, statement, where_is(one), within)


CHECK = Check("RCC011", "solution-as-cause", Severity.WARNING, _look, spoken=True)
