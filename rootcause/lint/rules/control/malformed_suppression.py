"""A comment is meant to silence a rule and silences nothing.

The rules stand in square brackets, by name or code: `# rootcause: ignore[several-questions] -- why`. Behind something
such a comment counts for its line, alone in a line for what comes next with all that is inside. With `file-ignore`,
above the first key, it counts for the whole file.

Example:
    - id: noticed
      type: text
      ask: Who noticed it?  # rootcause: ignore

Use instead:

    - id: noticed
      type: text
      ask: Who noticed it?

Example:
    - id: noticed
      type: text
      ask: Who noticed it?  # rootcause: disable=several-questions

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
        if comment.problem is not None:
            yield Found(comment.source, comment.span, *comment.problem)


RULE = Rule("RCM004", "malformed-suppression", Severity.WARNING, _check)
