"""A cause says what a cause further up says: the tree goes in a circle.

Then it explains nothing, however long it is. Mostly one of the steps in between goes the wrong way round.

Example:

    causes:
      - because: "The crew bus was delayed, so the flight left at 10:40."
        why:
          - because: "The long road takes 50 minutes, so it arrived after 9:00."
            why:
              - because: "The crew bus was delayed, so the driver took the long road."
          - because: "There is one tour an hour, so a missed one costs an hour."

Use instead:

    causes:
      - because: "The crew bus was delayed, so the flight left at 10:40."
        why:
          - because: "The long road takes 50 minutes, so it arrived after 9:00."
          - because: "There is one tour an hour, so a missed one costs an hour."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.likeness import says_again
from rootcause.analysis.checks.said import quoted, stated, where_is
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one, statement in stated(examined):
        further_up = (above for above in one.above[:-1] if above.text)
        before = next((above for above in further_up if says_again(statement.text, above.text, examined)), None)
        if before is not None:
            message = f"{quoted(statement.text)} leads back to cause {before.number}: {quoted(before.text)}"
            yield Found(message, "Which of the two came first, and what brought that about?", statement, where_is(one))


CHECK = Check("RCC009", "circular", Severity.ERROR, _look, spoken=True)
