"""A question has more words than can be kept in mind.

What stands at the beginning of a long question is forgotten at its end. What explains it belongs into `hint`. More than
30 words are told; `max-words` in the settings changes that.

Example:

    - id: noticed
      type: text
      ask: >-
        Thinking back to the day on which the parcel was packed, and leaving aside what was said about it later by the
        carrier or by the customer, what was it that you noticed first at the packing table?

Use instead:

    - id: noticed
      type: text
      ask: What did you notice first at the packing table?
      hint: On the day on which the parcel was packed, whatever was said later.
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.source.diagnostic import Severity

# Of 2,205 questions in use, one in a hundred has more than 25 words and one in five hundred more than 40.
_MAX_WORDS = 30


def _check(context: Context) -> Iterator[Found]:
    most = context.option("question-too-long", "max-words", _MAX_WORDS)
    for wording in context.wordings:
        if wording.kind is Kind.ASK and (words := len(wording.text.split())) > most:
            message = f"the question has {words} words, and {most} can be kept in mind"
            yield at_value(wording.place, message, 'say it shorter; what explains it can stand in "hint"')


RULE = Rule("RCW006", "question-too-long", Severity.INFO, _check, options={"max-words": _MAX_WORDS})
