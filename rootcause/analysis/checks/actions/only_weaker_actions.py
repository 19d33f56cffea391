"""Every action is a weaker one.

Reminders, courses and policies wear off. Most analyses end with nothing else, and what they are about comes back. One
action that changes how the work is set up does more than ten reminders.

Example:

    actions:
      - what: Remind all drivers of the new gate
        strength: weaker
      - what: Print the number of the gate in the driver's manual
        strength: weaker

Use instead:

    actions:
      - what: Remind all drivers of the new gate
        strength: weaker
      - what: Open the gate only for the badge of the tour
        strength: stronger
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import all_done, said_of_all
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity

# Hibbert and others 2018: 72 % of 227 analyses had no strong action; 48 % of 1,137 recommendations were weak ones.


def _look(examined: Examined) -> Iterator[Found]:
    done = all_done(examined, "actions")
    said = said_of_all(examined.analysis.actions, "strength")
    if done and said and set(said) == {"weaker"}:
        message = "no action is stronger or intermediate"
        yield Found(message, "What could be changed so that nobody has to remember?", done[0])


CHECK = Check("RCD009", "only-weaker-actions", Severity.WARNING, _look)
