"""A text quotes an answer in one language and not in another.

Whoever is asked in the other language is not told what the question is about. Mostly the `${...}` was lost or
misspelt when the text was translated.

Example:

    - {id: carrier, type: text, ask: "Who carried it?"}
    - id: told
      type: yesno
      ask: {en: "Did ${carrier} tell us before the customer did?", de: "Haben wir es vor dem Kunden erfahren?"}

Use instead:

    - {id: carrier, type: text, ask: "Who carried it?"}
    - id: told
      type: yesno
      ask: {en: "Did ${carrier} tell us before the customer did?", de: "Hat ${carrier} es uns vor dem Kunden gesagt?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Wording
from rootcause.questionnaire.template import references
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for text in context.translations:
        if len(text) > 1 and any("${" in wording.text for wording in text.values()):
            yield from _differing(context, list(text.values()))


def _differing(context: Context, wordings: list[Wording]) -> Iterator[Found]:
    own = context.questionnaire.language if context.questionnaire else ""
    first = next((wording for wording in wordings if wording.language == own), wordings[0])
    expected = _quotes(first)
    for wording in wordings:
        found = _quotes(wording)
        for name in sorted(expected - found):
            message = f'"{wording.language}" does not quote "${{{name}}}", and "{first.language}" does'
            yield at_value(wording.place, message, "quote the same answers in all languages")
        for name in sorted(found - expected):
            message = f'"{wording.language}" quotes "${{{name}}}", and "{first.language}" does not'
            yield at_value(wording.place, message, "quote the same answers in all languages")


def _quotes(wording: Wording) -> set[str]:
    return {reference.name for reference in references(wording.text)}


RULE = Rule("RCN003", "placeholders-differ", Severity.ERROR, _check)
