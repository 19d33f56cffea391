"""A cause is guessed: probably, perhaps, must have been.

A guess is worth writing down, and worth looking up. Until then it is an assumption: say so in "How do we know?", and
what would show it.

Example:

    causes:
      - because: "The cache must have been stale, so old prices were shown."

Use instead:

    causes:
      - because: "The cache keeps prices for 24 hours, so old prices were shown until midnight."

Use instead:

    causes:
      - because: "The cache must have been stale, so old prices were shown."
        proof: assumption
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import first, said
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one in first(said("hedge", examined)):
        if one.of.cause.is_assumed:
            continue
        yield one.found(
            f'"{one.words}" is a guess', "What would show whether it was so, and where can that be looked up?"
        )


CHECK = Check("RCC012", "hedge", Severity.WARNING, _look, spoken=True)
