"""A list or ladder stands in a row of another.

A row is shown on one screen and in one line of a table. Ask the inner list in a question of its own, or let the row
name what it belongs to.

Example:

    - id: parcels
      type: list
      ask: Which parcels came late?
      each:
        - {id: number, type: text, ask: "Which number does it have?"}
        - id: contents
          type: list
          ask: What was in it?
          each:
            - {id: item, type: text, ask: "Which article?"}

Use instead:

    - id: parcels
      type: list
      ask: Which parcels came late?
      each:
        - {id: number, type: text, ask: "Which number does it have?"}
        - {id: contents, type: paragraph, ask: "What was in it?"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCT008", "nested-rows", Severity.ERROR)
