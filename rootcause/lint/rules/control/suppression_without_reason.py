"""A comment silences a rule and does not say why.

Whoever reads the file later cannot judge whether the reason still holds. This is asked for when the settings say
`require-reason = true`.

Example:
    - id: noticed
      type: text
      ask: Who noticed it? And when?  # rootcause: ignore[several-questions]

Use instead:

    - id: noticed
      type: text
      ask: Who noticed it? And when?  # rootcause: ignore[several-questions] -- the form of the authority has it so
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for comment in context.comments:
        if comment.words and not comment.reason:
            yield Found(comment.source, comment.span, "nothing says why this is silenced", "add it: `-- why`")


RULE = Rule("RCM003", "suppression-without-reason", Severity.WARNING, _check, on=False)
