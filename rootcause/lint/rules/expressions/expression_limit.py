"""An expression is longer or deeper than anybody reads.

At most 1,000 characters are read, and a `count` with a condition cannot stand inside another. Compute the inner
part in a question of its own and name it.

Example:

    - id: parcels
      type: list
      ask: Which parcels came late?
      each:
        - {id: number, type: text, ask: "Which number does it have?"}
        - {id: fragile, type: yesno, ask: "Did it hold glass?"}
    - id: told_all
      type: paragraph
      ask: How were they told?
      when: count(parcels, count(parcels, fragile) > 1) > 1

Use instead:

    - id: parcels
      type: list
      ask: Which parcels came late?
      each:
        - {id: number, type: text, ask: "Which number does it have?"}
        - {id: fragile, type: yesno, ask: "Did it hold glass?"}
    - id: told_all
      type: paragraph
      ask: How were they told?
      when: count(parcels, fragile) > 1
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCE002", "expression-limit", Severity.ERROR)
