"""A text looks for somebody who is at fault.

Who fears blame tells less, and the case ends with a name where its cause should stand. What a person did made sense in
the way the work was set up, and that is what can be changed. Ask for the person who noticed it, not for the one who
caused it.

Example:

    - {id: mistake, type: person, ask: "Who caused the mistake?"}

Use instead:

    - {id: mistake, type: text, ask: "What in the way the work is set up made the mistake likely?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.source.diagnostic import Severity

_KINDS = (Kind.TITLE, Kind.INTRO, Kind.ASK, Kind.LABEL, Kind.HINT, Kind.CHOICE)
_HELP = "ask what in the way the work was set up led to it"


def _check(context: Context) -> Iterator[Found]:
    for wording, start, end in texts_with(context, "blame", _KINDS):
        message = f'"{wording.text[start:end]}" looks for somebody to blame'
        yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCW003", "blame-wording", Severity.WARNING, _check)
