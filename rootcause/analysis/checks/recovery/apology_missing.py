"""Nobody has apologised to the customer.

An apology costs nothing, needs no finding first and admits no fault. Without it a refund is only money.

Example:

    apology: false

Use instead:

    apology: true
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    words = examined.phrases("apology")
    told = examined.record.by_role.get("recovery", ())
    # A day on which it will be said counts, and so do the words of an apology.
    is_under_way = any(isinstance(one.value, date) for one in told)
    if words is None or is_under_way or any(words.find(one.text) for one in told):
        return
    for one in told:
        is_about_it = words.find(one.ask) is not None or words.find(one.label) is not None
        if is_about_it and (one.value is False or is_passed(one)):
            yield Found("no apology so far", "When, and in which words, will a person say sorry?", one)
            return


CHECK = Check("RCR001", "apology-missing", Severity.WARNING, _look)
