"""There are more than eight actions.

A long list is worked off from its easy end. A few that change something get done.

Example:

    actions:
      - what: Close the booking of crew seats an hour before departure
      - what: Offer up to 10,000 dollars for a seat
      - what: Seek volunteers at check-in
      - what: Show nearby airports to agents
      - what: Let agents book other carriers
      - what: Call the police for matters of safety only
      - what: Sell no more than 2 seats over
      - what: Pay for a taxi up to 300 km
      - what: Print the rights of passengers on the boarding card

Use instead:

    actions:
      - what: Close the booking of crew seats an hour before departure
      - what: Offer up to 10,000 dollars for a seat
      - what: Let agents book other carriers
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity

_MOST: Final = 8


def _look(examined: Examined) -> Iterator[Found]:
    count = len(examined.analysis.actions)
    if count > _MOST:
        message = f"{count} actions are more than get done, {_MOST} are the most"
        yield Found(message, "Which few of them change the most?", examined.record.by_role["actions"][0])


CHECK = Check("RCD010", "too-many-actions", Severity.WARNING, _look)
