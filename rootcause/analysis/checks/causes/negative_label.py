"""A cause judges without saying how much: poor, inadequate, a lack of.

Everybody nods at "poor lighting", and nobody can see when it is good. With the figure, or with what was asked for and
what was there, it is a fact that can be checked and changed.

Example:

    causes:
      - because: "Poor lighting in the drug room led to a mix-up."

Use instead:

    causes:
      - because: "The drug room has 90 lux, which led to a mix-up of two labels that differ in colour."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.measured import is_measured
from rootcause.analysis.checks.remedies import missed_remedies
from rootcause.analysis.checks.said import first, said
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one in first(said("negative-label", examined)):
        text = one.statement.text
        # "Lack of training" is told by solution-as-cause.
        remedies = missed_remedies(text, examined.language)
        if any(start < one.within[1] and one.within[0] < end for start, end in remedies):
            continue
        clause = text[: one.part.end] if one.part.holds(one.within) else text
        if not is_measured(clause, one.within, examined):
            yield one.found(
                f'"{one.words}" judges, and does not say how much', "What was there, and how much of it was needed?"
            )


CHECK = Check("RCC004", "negative-label", Severity.WARNING, _look, spoken=True)
