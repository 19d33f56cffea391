"""An earlier id is given to `was` although its answers cannot move.

`was` moves saved answers from an earlier id to this question. That cannot be while a question with that id is still
there, nor can the same answers move to two questions.

Example:

    - id: carrier
      type: text
      ask: Who carried it?
    - id: driver
      type: text
      ask: Who drove?
      was: carrier

Use instead:

    - id: carrier
      type: text
      ask: Who carried it?
    - id: driver
      type: text
      ask: Who drove?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCI004", "reused-id", Severity.ERROR)
