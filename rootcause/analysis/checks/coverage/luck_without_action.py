"""It went well by luck, and that is neither changed nor accepted.

Luck does not come twice. Either something takes its place, or you accept the risk and say what makes it acceptable.

Example:

    lucky:
      - what: An engineer had copied the database by hand
        accepted: false
    actions:
      - what: Reject a rule that matches more than 1,000 addresses

Use instead:

    lucky:
      - what: An engineer had copied the database by hand
        accepted: false
    actions:
      - what: Copy the database every hour

Use instead:

    lucky:
      - what: The outage fell on a holiday
        accepted: true
        accepted_why: With 40 orders an hour a working day would have cost 900 EUR
    actions:
      - what: Reject a rule that matches more than 1,000 addresses
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.remembered import unanswered
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one in unanswered("lucky", examined):
        question = "What takes the place of luck the next time, or what makes the risk acceptable?"
        yield Found(f'"{one.text}" was luck, with no action and no reason to accept it', question, one.statement)


CHECK = Check("RCG003", "luck-without-action", Severity.ERROR, _look)
