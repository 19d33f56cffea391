"""A tree ends with a person: one who is named, or is called by a role.

Another person in the same place would likely have done the same. A cause that is about one of them stops where it gets
useful, and reads as blame. A team, a rule or a thing may be what a cause is about.

Example:

    causes:
      - because: "The night nurse took the wrong vial, which led to ten times the dose."

Example:

    causes:
      - because: "Peter Hahn took the mailbox with him, so alarms were not read."

Use instead:

    causes:
      - because: "Alarms go to the mailbox of one person, so they were not read once he had left."

Use instead:

    causes:
      - because: "Both vials have a blue cap and stand side by side, which led to ten times the dose."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.clauses import cause_part
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import stated, where_is
from rootcause.analysis.checks.subjects import subject
from rootcause.source.diagnostic import Severity

_QUESTION = "What in the way the work is set up made this the likely thing to happen?"


def _look(examined: Examined) -> Iterator[Found]:
    for one, statement in stated(examined):
        if not one.is_leaf:
            continue
        text = statement.text
        found = subject(text, cause_part(text, examined.language).start, examined)
        if found is not None and found.is_one:
            message = f'this cause is about one person, "{text[slice(*found.within)]}"'
            yield Found(message, _QUESTION, statement, where_is(one), found.within)


CHECK = Check("RCC006", "person", Severity.ERROR, _look, spoken=True)
