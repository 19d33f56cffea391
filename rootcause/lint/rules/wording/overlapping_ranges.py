"""Two choices of a question both hold the same number.

Whoever has five of them finds five in two places and takes either. Choices for which a number decides hold each number
once.

Example:

    - id: size
      type: choice
      ask: How large is the order?
      choices: {few: 1-5 parcels, some: 5-10 parcels, many: more than 10 parcels}

Use instead:

    - id: size
      type: choice
      ask: How large is the order?
      choices: {few: 1-5 parcels, some: 6-10 parcels, many: more than 10 parcels}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.lint.wording.ranges import ranges_of
from rootcause.source.diagnostic import Severity

# Response categories that exclude one another: QAS-99 (Willis and Lessler), step 7.


def _check(context: Context) -> Iterator[Found]:
    for place, ranges in ranges_of(context):
        for one, other in pairwise(ranges):
            if one.overlaps(other):
                message = f'"{one.label}" and "{other.label}" both hold {other.begins}'
                yield at_key(place / other.choice, message, "let each number belong to one choice")


RULE = Rule("RCW013", "overlapping-ranges", Severity.WARNING, _check)
