"""A number lies between two choices of a question and belongs to neither.

Whoever has it takes the nearer one, or skips the question, and what is counted later is wrong.

Example:

    - id: size
      type: choice
      ask: How large is the order?
      choices: {few: 1-5 parcels, some: 7-10 parcels}

Use instead:

    - id: size
      type: choice
      ask: How large is the order?
      choices: {few: 1-5 parcels, some: 6-10 parcels}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.lint.wording.ranges import ranges_of
from rootcause.source.diagnostic import Severity

# Response categories that leave nothing out: QAS-99 (Willis and Lessler), step 7.


def _check(context: Context) -> Iterator[Found]:
    for place, ranges in ranges_of(context):
        for one, other in pairwise(ranges):
            if (missing := one.gap_to(other)) is not None:
                message = f'{missing} lies between "{one.label}" and "{other.label}"'
                yield at_key(place / other.choice, message, "let each number belong to one choice")


RULE = Rule("RCW014", "gapped-ranges", Severity.WARNING, _check)
