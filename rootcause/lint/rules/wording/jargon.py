"""A question uses a word of the office.

Customers and new colleagues may take it for something else. It is off unless you select it, because every trade has its
own words.

Example:

    - {id: pain, type: text, ask: "What was the main pain point?"}

Use instead:

    - {id: pain, type: text, ask: "What gave the customer the most trouble?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.source.diagnostic import Severity

# QAS-99 (Willis and Lessler), step 3b: technical terms.
_KINDS = (Kind.ASK, Kind.HINT, Kind.CHOICE)
_HELP = "say it in everyday words"


def _check(context: Context) -> Iterator[Found]:
    for wording, start, end in texts_with(context, "jargon", _KINDS):
        message = f'"{wording.text[start:end]}" is jargon'
        yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCW009", "jargon", Severity.INFO, _check, on=False)
