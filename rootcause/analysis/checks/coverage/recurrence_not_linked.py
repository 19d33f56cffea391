"""An earlier case had this cause, and nothing says so.

What comes back was not mended: its action was not done, or it was done and did not help. Which of the two it was tells
what to do now. Cases of the two years before are compared by the words of their causes (docs/recurrence.md). Link the
two with `rootcause link`; when they only sound the same, waive this and say in what they differ. The examples are those
of a case whose causes no earlier one had.

Use instead:

    causes:
      - because: "The scanner has no spare battery, so parcels were booked by hand."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.earlier_causes import of_cause
from rootcause.source.diagnostic import Severity

# CCADB incident report guideline: earlier incidents of the same kind are named, with what came of their actions.


def _look(examined: Examined) -> Iterator[Found]:
    latest = of_cause(examined.earlier)
    for one in examined.causes:
        cause = one.cause
        earlier = latest.get(cause.number)
        if earlier is not None:
            said = f'"{earlier.title}" ({earlier.case_id}) had this cause too, and {earlier.in_words}'
            question = "Is it the same again? Then link that case with `rootcause link`; if not, what makes it another?"
            yield Found(said, question, cause.because, f"cause {cause.number}")


CHECK = Check("RCG004", "recurrence-not-linked", Severity.WARNING, _look)
