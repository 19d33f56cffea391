"""A text stands on the line of its `|` or `>`.

These signs announce a text of several lines that starts on the next one. A text that begins with such a sign, as in
"> 3 days", needs quotes.

Example:

    - id: waited
      type: choice
      ask: How long did the customer wait for an answer?
      choices:
        short: up to 3 days
        long: > 3 days

Use instead:

    - id: waited
      type: choice
      ask: How long did the customer wait for an answer?
      choices:
        short: up to 3 days
        long: "> 3 days"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY007", "block-text", Severity.ERROR)
