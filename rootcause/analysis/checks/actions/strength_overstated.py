"""An action is said to be stronger than actions of its kind mostly are.

What reminds, trains or documents relies on attention and memory, and wears off. The verb is only a first guess, after
the action hierarchy of the VA National Center for Patient Safety: strength goes by effect. A note on the strength that
says what makes it stronger settles it.

Example:

    actions:
      - what: Remind all drivers of the new gate
        strength: stronger

Use instead:

    actions:
      - what: Remind all drivers of the new gate
        strength: weaker
      - what: Open the gate only for the badge of the tour
        strength: stronger

Use instead:

    actions:
      - what: Train drivers on the new gate
        strength: {value: stronger, note: "The gate opens only for a badge that the course gives out."}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.strength import first_guess
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for action in examined.traced.actions:
        strength = action.row.known("strength")
        if action.strength != "stronger" or strength is None or (strength.said and strength.said.note):
            continue
        guess = first_guess(action.what, examined.language)
        if guess is not None and guess.level == "weaker":
            message = f'"{action.what[slice(*guess.within)]}" mostly relies on attention and memory'
            question = "What makes it work on a day when nobody thinks of it?"
            yield Found(message, question, strength, f"action {action.number}")


CHECK = Check("RCD008", "strength-overstated", Severity.WARNING, _look, spoken=True)
