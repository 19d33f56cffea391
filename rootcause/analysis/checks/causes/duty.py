"""A cause is that nobody did something, and it does not say whose task it was.

Not acting is a cause only where there was a duty to act. Where it was nobody's task, that is the cause, and it can be
changed; where it was somebody's, say what asks for it and what kept it from being done.

Example:

    causes:
      - because: "The seal was not inspected, so the load got wet."

Use instead:

    causes:
      - because: "Trailers of other firms are on no list of inspections, so a torn seal let in the rain."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.bounded import is_bounded
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import Said, first, said
from rootcause.analysis.checks.subjects import is_by_a_thing
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    named = examined.phrases("duty-named")
    for one in first(_places(examined)):
        if named is None or named.find(one.statement.text) is None:
            message = f'"{one.words}" does not say whose task it was'
            yield one.found(
                message, "Was it anybody's task, and what says so? If it was not, what left it without an owner?"
            )


def _places(examined: Examined) -> Iterator[Said]:
    for one in said("nobody-did", examined):
        if one.part.holds(one.within) and not is_bounded(one, examined):
            yield one
    for one in said("not-done", examined):
        if one.part.holds(one.within) and not is_by_a_thing(one.statement.text, one.within[1], examined):
            yield one


CHECK = Check("RCC014", "duty", Severity.WARNING, _look, spoken=True)
