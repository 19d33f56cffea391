"""A question uses a short form that is not explained in the file.

Who does not know it answers another question. Explain it once, in brackets behind the long form or the other way
round. It is off unless you select it, because most teams know the short forms of their trade.

Example:

    - {id: agreed, type: yesno, ask: "Was the SLA kept?"}

Use instead:

    - {id: agreed, type: yesno, ask: "Was the SLA (the time that we promised) kept?"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.source.diagnostic import Severity

# QAS-99 (Willis and Lessler), step 3b. One in eight of 2,205 questions in use has one, hence off.

_ACRONYM = re.compile(r"(?<![\w$-])[A-Z]{2,6}(?![\w-])")
_EXPLAINED = re.compile(r"\(([A-Z]{2,6})\)|(?<!\w)([A-Z]{2,6}) \(")
_KNOWN = frozenset(
    ("AM", "PM", "UTC", "GMT", "OK", "ID", "PC", "TV", "PDF", "URL", "SMS", "FAQ", "EU", "UK", "US", "USA")
) | {"EUR", "USD", "GBP", "CHF", "WHAT", "WHY", "DIFFERENT", "DIN", "ISO"}


def _check(context: Context) -> Iterator[Found]:
    explained = {one or other for wording in context.wordings for one, other in _EXPLAINED.findall(wording.text)}
    told: set[str] = set()
    for wording in context.wordings:
        if wording.kind not in (Kind.ASK, Kind.HINT) or wording.text.islower() or wording.text.isupper():
            continue
        for match in _ACRONYM.finditer(wording.text):
            if match[0] not in explained | told | _KNOWN:
                told.add(match[0])
                message = f'"{match[0]}" is not explained anywhere in the file'
                yield at_value(wording.place, message, "write it out once", within=match.span())


RULE = Rule("RCW020", "undefined-acronym", Severity.INFO, _check, on=False)
