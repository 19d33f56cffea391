"""A scale does not say what its ends mean.

Is 5 the best or the worst? Two people who mean the same answer 1 and 5. Label at least both ends.

Example:

    - {id: upset, type: scale, ask: "How upset was the customer?"}

Use instead:

    - {id: upset, type: scale, ask: "How upset was the customer?", labels: {1: not at all, 5: very much}}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.questionnaire.model import ResponseType
from rootcause.source.diagnostic import Severity

# Labelled scales are answered more alike: Tourangeau, Rips and Rasinski; Dillman on scales.


def _check(context: Context) -> Iterator[Found]:
    for asked in context.asked:
        response = asked.question.response
        if asked.question.type is not ResponseType.SCALE or asked.question.compute is not None:
            continue
        ends = (1 if response.min is None else response.min, 5 if response.max is None else response.max)
        bare = [end for end in ends if end not in response.labels]
        if bare:
            message = f"the scale does not say what {' and '.join(map(str, bare))} means"
            yield at_value(asked.place / "type", message, 'label both ends: "labels: {1: not at all, 5: very much}"')


RULE = Rule("RCW015", "scale-without-labels", Severity.INFO, _check)
