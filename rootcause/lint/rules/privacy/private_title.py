"""The report takes its title from a private answer.

The title is the `finding`, else the `problem`. A report that is given to customers leaves private answers out, and then
it has no title of its own and does not say what happened.

Example:

    - {id: insight, type: text, role: finding, private: true, ask: "What is the finding, in one sentence?"}

Use instead:

    - {id: insight, type: text, role: finding, ask: "What is the finding, in one sentence?"}
    - {id: internal, type: text, private: true, ask: "What is for us alone?", required: false}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for asked in context.with_role("finding", "problem"):
        if asked.question.private:
            message = f'the report takes its title from "{asked.question.id}", which is private'
            help = "ask for what is private in a question of its own"
            yield at_key(asked.place / "private", message, help)


RULE = Rule("RCP004", "private-title", Severity.WARNING, _check)
