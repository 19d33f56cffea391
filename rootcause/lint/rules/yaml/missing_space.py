"""There is no space after a colon or a dash.

`type:text` is one word for YAML, not a key and its value, and `-text` is no entry of a list. A colon inside a word has
a meaning too, as in an address, so it cannot be guessed.

Example:

    - id: invoice
      type:text
      ask: Which invoice is it about?

Use instead:

    - id: invoice
      type: text
      ask: Which invoice is it about?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY004", "missing-space", Severity.ERROR)
