"""A line is neither a key with its value nor an entry of a list.

Most often a colon was forgotten, or a text goes on in the next line without standing deeper than its key.

Example:

    - id: told_customer
      type: text
      ask Who told the customer?

Use instead:

    - id: told_customer
      type: text
      ask: Who told the customer?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY005", "missing-colon", Severity.ERROR)
