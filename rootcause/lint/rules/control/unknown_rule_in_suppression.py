"""A comment silences a rule that does not exist.

What it was meant to silence is told all the same. Write the name of the rule or its code, as it stands in the output;
rules are silenced one by one, never all at once.

Example:
    - id: noticed
      type: text
      ask: Who noticed it?  # rootcause: ignore[leeding-question] -- as the customer put it

Use instead:

    - id: noticed
      type: text
      ask: Who noticed it?
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule
from rootcause.lint.rule_names import named, nearest_rule, suggestion
from rootcause.source.diagnostic import Edit, Fix, Severity


def _check(context: Context) -> Iterator[Found]:
    for comment in context.comments:
        for word, span in comment.words:
            if named(word) is None:
                near = nearest_rule(word)
                fix = Fix((Edit(span, near, comment.source),), safe=False) if near else None
                yield Found(comment.source, span, f'"{word}" is no rule', suggestion(word), fix=fix)


RULE = Rule("RCM002", "unknown-rule-in-suppression", Severity.WARNING, _check)
