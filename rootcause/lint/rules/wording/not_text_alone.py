"""A text has no words, or stands in capitals alone.

A screen reader says nothing useful for a picture, and not every device shows it; capitals are slow to read, and some
readers spell them. What is meant needs words, and a picture can stand behind them.

Example:

    - id: mood
      type: choice
      ask: How did the talk end?
      choices: {good: "😀", bad: "😞"}

Use instead:

    - id: mood
      type: choice
      ask: How did the talk end?
      choices: {good: "Well 😀", bad: "Badly 😞"}

Example:

    - {id: late, type: yesno, ask: "WAS THE PARCEL LATE?"}

Use instead:

    - {id: late, type: yesno, ask: "Was the parcel late?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.source.diagnostic import Severity

# Web Content Accessibility Guidelines 2.2: 1.1.1 text alternatives and 1.4.1 use of colour.

_KINDS = (Kind.ASK, Kind.LABEL, Kind.CHOICE, Kind.STEP)
# A single word in capitals may be an acronym or a name, and so may a few letters.
_FEW_WORDS, _FEW_LETTERS = 2, 8


def _check(context: Context) -> Iterator[Found]:
    for wording in context.wordings:
        text = wording.text
        if wording.kind not in _KINDS:
            continue
        if text.isupper() and len(text) > _FEW_LETTERS and len(text.split()) > _FEW_WORDS and "${" not in text:
            yield at_value(wording.place, "the text stands in capitals alone", "write it in small letters")
        elif text and not text.isascii() and not any(map(str.isalnum, text)):
            yield at_value(wording.place, "the text has no words", "say in words what is meant; the picture can stay")


RULE = Rule("RCW019", "not-text-alone", Severity.INFO, _check)
