"""A cause says what did not happen: what somebody should have done, forgot or failed to do.

What did not happen has no effects, and afterwards everybody knows better. Say what did happen, and what it made
natural. A machine that "failed to start" is a fact, and left alone.

Example:

    causes:
      - because: "The shift failed to read the bulletin, so the old valve was used."

Use instead:

    causes:
      - because: "The bulletin came as the ninth mail of that morning, so the old valve was used."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import Said, first, said
from rootcause.analysis.checks.subjects import is_about_a_thing
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one in first(_places(examined)):
        yield one.found(
            f'"{one.words}" says what did not happen', "What did happen, and what made it the natural thing to do?"
        )


def _places(examined: Examined) -> Iterator[Said]:
    yield from said("counterfactual", examined)
    for one in said("failed-to", examined):
        if not is_about_a_thing(one.statement.text, one.within[0], examined):
            yield one


CHECK = Check("RCC003", "counterfactual", Severity.WARNING, _look, spoken=True)
