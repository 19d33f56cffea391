"""A text reads the same in two languages, so it was copied and not translated.

It looks translated to whoever counts, and is not for whoever reads it. Names and single words may be the same in two
languages and are left alone, and so are variants of one language such as `en` and `en-GB`.

Example:

    - id: delay
      type: integer
      ask: {en: "How many days late was it?", de: "How many days late was it?"}

Use instead:

    - id: delay
      type: integer
      ask: {en: "How many days late was it?", de: "Wie viele Tage zu spät kam es?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind, Wording
from rootcause.source.diagnostic import Severity

# Two words may be a name; a question of two words is none.
_WORDS_OF_A_NAME = 2


def _check(context: Context) -> Iterator[Found]:
    for text in context.translations:
        if len(set(text)) > 1:
            yield from _copied(list(text.values()))


def _copied(wordings: list[Wording]) -> Iterator[Found]:
    for index, wording in enumerate(wordings):
        for earlier in wordings[:index]:
            if wording.text == earlier.text and _differ(wording, earlier) and _needs_translation(wording):
                message = f'the text in "{wording.language}" is the one in "{earlier.language}"'
                yield at_value(wording.place, message, "translate it, or leave it out until somebody can")
                break


def _differ(one: Wording, other: Wording) -> bool:
    return one.language.partition("-")[0] != other.language.partition("-")[0]


def _needs_translation(wording: Wording) -> bool:
    words = [word for word in wording.text.split() if any(map(str.isalpha, word)) and "${" not in word]
    few = 1 if wording.kind is Kind.ASK else _WORDS_OF_A_NAME
    return wording.kind is not Kind.SOURCE and len(words) > few


RULE = Rule("RCN005", "untranslated-text", Severity.INFO, _check)
