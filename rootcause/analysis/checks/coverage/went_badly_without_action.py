"""Something went badly, and nothing is done about it.

What was hard this time will be hard the next time. An action counts when it names the matter, or shares a word that
says what it is about.

Example:

    went_badly:
      - what: The phone list was two years old
    actions:
      - what: Reject a rule that matches more than 1,000 addresses

Use instead:

    went_badly:
      - what: The phone list was two years old
    actions:
      - what: Reject a rule that matches more than 1,000 addresses
      - what: Fill the phone list from the staff directory every night
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.remembered import unanswered
from rootcause.source.diagnostic import Severity

# CCADB incident report guideline 3.2: what went badly maps to an action.


def _look(examined: Examined) -> Iterator[Found]:
    for one in unanswered("went_badly", examined):
        question = "What will be done about it, or which action does that already?"
        yield Found(f'no action answers "{one.text}"', question, one.statement)


CHECK = Check("RCG002", "went-badly-without-action", Severity.ERROR, _look)
