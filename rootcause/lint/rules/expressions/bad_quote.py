"""`${...}` in a text does not hold the id of one question.

A quote puts the answer to an earlier question into a text; it cannot calculate or call anything. `previous` stands
for the row or rung before, so it has a meaning in rows only. A plain `${` is written `$${`.

Example:

    - id: lasted
      type: duration
      ask: How long did it last?
    - id: why_so_long
      type: paragraph
      ask: "It lasted ${minutes(lasted)} minutes. What took the time?"

Use instead:

    - id: lasted
      type: duration
      ask: How long did it last?
    - id: why_so_long
      type: paragraph
      ask: "It lasted ${lasted}. What took the time?"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCE009", "bad-quote", Severity.ERROR)
