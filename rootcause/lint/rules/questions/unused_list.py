"""A list of choices is named by no question.

Whoever changes it later believes that this changes a question. Lists of an included file are not looked at, for other
questionnaires may need them.

Example:

    lists:
      carrier: {own: Our own van, partner: A partner}

Use instead:

    lists:
      carrier: {own: Our own van, partner: A partner}
    sections:
      - id: transport
        title: Transport
        questions:
          - {id: carrier, type: choice, list: carrier, other: true, ask: "Who carried it?"}
          - {id: fetched_by, type: choice, list: carrier, other: true, ask: "Who fetched it?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.questionnaire.mending import without
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    own = [(name, place) for name, place in context.loaded.lists.items() if place.tree is context.tree]
    if not own:
        return
    written = (asked.place.value for asked in context.asked)
    named = {value.get("list") for value in written if isinstance(value, dict)}
    for name, place in own:
        if name not in named:
            yield at_key(place, f'no question names the list "{name}"', "take it out", fix=without(place))


RULE = Rule("RCT010", "unused-list", Severity.WARNING, _check, sound=True, whole=True)
