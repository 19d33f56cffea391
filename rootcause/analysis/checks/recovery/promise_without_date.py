"""The customer was promised something, and no day with it.

They count the days from now on. A promise with a day can be kept, one without is broken in their eyes every morning.

Example:

    recovery: We will refund the delivery and send a new cover.

Use instead:

    recovery: We will refund the delivery and send a new cover by Friday, 3 July.

Use instead:

    recovery: We have refunded the delivery and sent a new cover.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.days import names_day
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity

_SENTENCE: Final = re.compile(r"(?:[^.!?\n]|[.](?=\S))+")


def _look(examined: Examined) -> Iterator[Found]:
    promises, days = examined.phrases("promise"), examined.phrases("day")
    of_customer = examined.phrases("asks-customer")
    for told in examined.record.by_role.get("recovery", ()) if promises is not None else ():
        is_theirs = of_customer is not None and of_customer.find(told.ask) is not None
        if promises is None or is_theirs or not isinstance(told.value, str):
            continue
        for sentence in _SENTENCE.finditer(told.text):
            promise = promises.find(sentence[0])
            if promise and not names_day(sentence[0], examined) and (days is None or not days.find(sentence[0])):
                within = sentence.start() + promise[0], sentence.start() + promise[1]
                message = f'"{told.text[slice(*within)]}" promises without a day'
                yield Found(message, "By which day have they been told it will be there?", told, within=within)
                break


CHECK = Check("RCR003", "promise-without-date", Severity.WARNING, _look, spoken=True)
