"""A quote is opened and not closed where its text ends.

Everything up to the next quote, however far away, would belong to the text, so whole questions would be lost in it.

Example:

    - id: complaint
      type: paragraph
      ask: "What did the customer write?

Use instead:

    - id: complaint
      type: paragraph
      ask: "What did the customer write?"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY008", "unclosed-quote", Severity.ERROR)
