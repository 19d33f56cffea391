"""A question asks for a day, a number, a duration or yes and no, and takes any text.

With the type that fits, a slip is told at once, and the answer can be compared, counted and used in conditions.

Example:

    - {id: called, type: text, ask: "When did the customer call?"}

Use instead:

    - {id: called, type: datetime, ask: "When did the customer call?"}

Example:

    - {id: parcels, type: text, ask: "How many parcels were late?"}

Use instead:

    - {id: parcels, type: integer, ask: "How many parcels were late?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.questionnaire.model import ResponseType
from rootcause.source.diagnostic import Severity

_TEXTS = (ResponseType.TEXT, ResponseType.PARAGRAPH)
_ASKING_FOR = (
    ("asks-when", "a day or a time", '"date" or "datetime"'),
    ("asks-how-many", "a number", '"integer"'),
    ("asks-how-long", "a duration", '"duration"'),
    ("asks-yes-or-no", "yes or no", '"yesno"'),
)


def _check(context: Context) -> Iterator[Found]:
    for name, what, types in _ASKING_FOR:
        for wording, start, end in texts_with(context, name, (Kind.ASK,), _TEXTS):
            question = wording.question
            if question is not None and question.required and _is_one(wording.text):
                message = f'"{wording.text[start:end]}" asks for {what}, and any text is taken'
                yield at_value(wording.place, message, f"give it the type {types}", within=(start, end))


def _is_one(text: str) -> bool:
    """Whether nothing further is asked in the same text."""
    return text.count("?") < 2 and "," not in text and ";" not in text


RULE = Rule("RCW012", "answer-type-mismatch", Severity.INFO, _check, sound=True)
