"""A text without quotes has a colon and a space in it.

That is how YAML parts a key from its value, so it sees a second key on the line, or takes the whole text for a key. A
colon inside a word, as in an address or a time, is harmless.

Example:

    - id: effect
      type: paragraph
      ask: Think of the customer: what went wrong for them?

Use instead:

    - id: effect
      type: paragraph
      ask: "Think of the customer: what went wrong for them?"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY011", "colon-in-text", Severity.ERROR)
