"""A cause holds without exception: always, never, nobody.

It is seldom so, and one exception makes a reader doubt the rest. The exceptions are worth a look as well: what was
different there? A number says more. "Nobody on the rota of 12" says who is meant, and is left alone.

Example:

    causes:
      - because: "The import always runs into the backup, so it ends after 8:00."

Use instead:

    causes:
      - because: "On 19 of 22 days the import ran into the backup, so it ended after 8:00."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.bounded import is_bounded
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import first, said
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    duty, nobody = examined.phrases("duty-named"), examined.phrases("nobody-did")
    for one in first(said("absolute", examined)):
        text = one.statement.text
        is_nobody = nobody is not None and nobody.find(one.words) is not None
        if is_bounded(one, examined) or (is_nobody and duty is not None and duty.find(text)):
            continue
        yield one.found(
            f'"{one.words}" leaves no exception', "How often was it so, and what was different when it was not?"
        )


CHECK = Check("RCC013", "absolute", Severity.INFO, _look, spoken=True)
