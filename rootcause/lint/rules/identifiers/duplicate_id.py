"""Two questions or sections have the same id.

Answers are saved by the id of their question, so one answer would stand for both, and an expression could not say
which of them it means. In a row or rung, two questions with one role are in the same trouble: the report has one
place for both.

Example:

    - id: carrier
      type: text
      ask: Who carried it?
    - id: carrier
      type: text
      ask: Who fetched it?

Use instead:

    - id: carrier
      type: text
      ask: Who carried it?
    - id: fetched_by
      type: text
      ask: Who fetched it?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCI002", "duplicate-id", Severity.ERROR)
