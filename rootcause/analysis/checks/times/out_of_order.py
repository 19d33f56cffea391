"""Times contradict each other.

Either a time is wrong, or the order in which things are told. Whoever looks for causes in it takes an effect for one.

Example:

    timeline:
      - at: 2026-05-03 14:20
        what: Orders stop
      - at: 2026-05-03 14:05
        what: The rule is taken back

Use instead:

    timeline:
      - at: 2026-05-03 14:05
        what: The rule goes out
      - at: 2026-05-03 14:20
        what: Orders stop
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.order import is_before
from rootcause.analysis.roles import MOMENTS
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    by_role = examined.record.by_role
    for told in by_role.get("timeline", ()):
        times = [at for row in told.rows if (at := row.known("at")) is not None]
        for above, below in pairwise(times):
            if is_before(below, above):
                message = f"{below.text} stands below {above.text}"
                yield Found(message, "Is one of the two times wrong, or their order?", below)
    for first, then in combinations(MOMENTS, 2):
        if (first, then) == ("started", "detected"):
            continue  # a matter of its own
        for earlier in by_role.get(first, ()):
            for later in by_role.get(then, ()):
                if is_before(later, earlier):
                    message = f'{later.text} is before "{earlier.label}", {earlier.text}'
                    yield Found(message, "Which of the two times is wrong?", later)


CHECK = Check("RCH001", "out-of-order", Severity.ERROR, _look)
