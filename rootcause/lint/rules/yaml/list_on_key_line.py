"""A dash stands on the line of its key.

A list starts on the line below its key. A dash at the start of a text reads as the start of a list too, so such a text
needs quotes.

Example:

    - id: refund
      type: number
      ask: How much was paid back?
      hint: - means a payment to us

Use instead:

    - id: refund
      type: number
      ask: How much was paid back?
      hint: "- means a payment to us"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY006", "list-on-key-line", Severity.ERROR)
