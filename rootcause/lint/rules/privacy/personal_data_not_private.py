"""A question asks for what identifies or concerns a person, and its answer is not private.

With `private: true` the answer is left out of what is given to customers. Names, telephone numbers, addresses, dates of
birth, account numbers and what is known of somebody's health are for those who work on the case. The one who owns an
action is no such matter.

Example:

    - {id: customer_phone, type: text, ask: "What is the customer's telephone number?"}

Use instead:

    - {id: customer_phone, type: text, private: true, ask: "What is the customer's telephone number?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.questionnaire.model import ResponseType as Type
from rootcause.source.diagnostic import Severity

# Who tells a story, chooses or gives an amount is not asked for a name or a number that is somebody's own.
_ASKING = (Type.TEXT, Type.PERSON, Type.DATE, Type.INTEGER)
_HELP = 'add "private: true" to the question'


def _check(context: Context) -> Iterator[Found]:
    asking = {}
    for asked in context.asked:
        if asked.question.type is Type.EMAIL and not asked.private:
            yield at_value(asked.place / "type", "an e-mail address is asked for, and it is not private", _HELP)
        elif asked.question.type in _ASKING and not asked.private:
            asking[id(asked.question)] = asked
    for wording, start, end in texts_with(context, "personal", (Kind.ASK, Kind.LABEL)):
        # One finding for a question, however many texts and languages it has.
        if asking.pop(id(wording.question), None) is not None:
            message = f'"{wording.text[start:end]}" asks for personal data, and the answer is not private'
            yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCP002", "personal-data-not-private", Severity.WARNING, _check)
