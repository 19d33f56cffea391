"""A text that everybody reads quotes a private answer.

The answer itself is left out of what is given to customers, but the report shows the question or the label as the
person read it, with the answer in it.

Example:

    - {id: customer, type: text, private: true, ask: "Which customer is it?"}
    - {id: wish, type: text, ask: "What does ${customer} wish for?"}

Use instead:

    - {id: customer, type: text, private: true, ask: "Which customer is it?"}
    - {id: wish, type: text, ask: "What does the customer wish for?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.asked import Asked
from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.questionnaire.template import references
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    private = [asked for asked in context.asked if asked.question.private]
    if not private:
        return
    asked_by = {id(asked.question): asked for asked in context.asked}
    for wording in context.wordings:
        if "${" not in wording.text or wording.kind not in (Kind.TITLE, Kind.ASK, Kind.LABEL):
            continue
        reader = asked_by.get(id(wording.question))
        if reader is not None and (reader.private or wording.whole.route[-1] == "next"):
            continue  # `next` is asked and then left behind: no report shows it
        names = {one.question.id for one in private if one.outer is None or _is_beside(one, reader)}
        for reference in references(wording.text):
            if (name := reference.previous or reference.name) in names:
                message = f'"{name}" is private, and the report shows it here'
                help = "say it without the name, or make this question private too"
                yield at_value(wording.place, message, help, within=(reference.start, reference.end))


def _is_beside(one: Asked, other: Asked | None) -> bool:
    """Whether both belong to one list or ladder, where alone the first can be quoted."""
    return other is not None and one.outer is other.outer


RULE = Rule("RCP003", "private-answer-quoted", Severity.WARNING, _check)
