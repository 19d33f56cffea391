"""A question measures with a word that everybody understands in another way.

"Recently" is yesterday to one and last year to another, and their answers cannot be compared.

Example:

    - {id: serviced, type: yesno, ask: "Was the machine serviced recently?"}

Use instead:

    - {id: serviced, type: yesno, ask: "Was the machine serviced in the last six months?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.source.diagnostic import Severity

# QAS-99 (Willis and Lessler), steps 3c and 3d: vague terms and reference periods.
_KINDS = (Kind.ASK,)
_HELP = "name the period, the number or the things"


def _check(context: Context) -> Iterator[Found]:
    for wording, start, end in texts_with(context, "vague", _KINDS):
        message = f'"{wording.text[start:end]}" means something else to each reader'
        yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCW008", "vague-term", Severity.INFO, _check)
