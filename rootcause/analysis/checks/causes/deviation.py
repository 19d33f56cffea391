"""A tree ends with a procedure that was not followed.

There is mostly a reason: it takes too long, it cannot be done as it is written, the short way has always worked, nobody
can find it. That reason is the cause, and it can be changed.

Example:

    causes:
      - because: "The checklist was skipped, so the cap stayed on."

Use instead:

    causes:
      - because: "The checklist was skipped, because it asks for two people and nights have one."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import Said, first, said
from rootcause.analysis.checks.subjects import is_about_a_thing, is_by_a_thing
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for one in first(_places(examined)):
        message = f'"{one.words}", and it is not said what made that likely'
        yield one.found(message, "What made it hard to follow, or easy to do without?")


def _places(examined: Examined) -> Iterator[Said]:
    for one in said("deviation", examined, leaves=True):
        if one.part.holds(one.within) and not is_by_a_thing(one.statement.text, one.within[1], examined):
            yield one
    for one in said("did-not-follow", examined, leaves=True):
        if one.part.holds(one.within) and not is_about_a_thing(one.statement.text, one.within[0], examined):
            yield one


CHECK = Check("RCC005", "deviation", Severity.ERROR, _look, spoken=True)
