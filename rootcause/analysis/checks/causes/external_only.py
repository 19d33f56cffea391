"""Every cause at which the trees end lies outside: a supplier, the weather, the customer.

What others do we cannot change, so the same comes back. There is mostly something of ours between them and the harm: a
check, a contract, a spare, a forecast that was read.

Example:

    causes:
      - because: "The spare part came 3 days late, so the lift stood still."
        why:
          - because: "The supplier moved to a new warehouse, so orders were left over."
          - because: "The storm closed the bridge at Linz, so lorries took 9 hours longer."

Use instead:

    causes:
      - because: "The spare part came 3 days late, so the lift stood still."
        why:
          - because: "The supplier moved to a new warehouse, so orders were left over."
          - because: "Door motors are bought from one source and not kept in stock, so a repair waits for the post."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.asked import is_done
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    outside = examined.phrases("outside")
    leaves = [one.cause for one in examined.causes if one.is_leaf]
    ladders = [tree.ladder for tree in examined.analysis.causes]
    if outside is None or not leaves or not all(map(is_done, ladders)):
        return
    if all(outside.find(leaf.text) for leaf in leaves):
        question = "What of ours stands between that and the harm, and what let it through?"
        yield Found("every cause ends outside, with others or the weather", question, ladders[0])


CHECK = Check("RCC031", "external-only", Severity.WARNING, _look)
