"""A question asks for what holds without any exception.

"Always" and "never" are hardly ever true, so careful people say no and others say yes to the same state of things. Ask
how often, or of one period.

Example:

    - {id: form, type: yesno, ask: "Is the form always filled in?"}

Use instead:

    - {id: form, type: integer, ask: "In how many of the last ten cases was the form filled in?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.source.diagnostic import Severity

# QAS-99 (Willis and Lessler), step 5; Dillman on absolutes. Measured on 2,205 questions, only these words are quiet.
_KINDS = (Kind.ASK,)
_HELP = "ask how often, or how it was the last time"


def _check(context: Context) -> Iterator[Found]:
    for wording, start, end in texts_with(context, "absolute", _KINDS):
        message = f'"{wording.text[start:end]}" allows no exception'
        yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCW005", "absolute-term", Severity.INFO, _check)
