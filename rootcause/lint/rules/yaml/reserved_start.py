"""A text starts with a character that YAML keeps for itself.

`@`, `` ` `` and `%` start nothing that is allowed, and `&`, `*` and `!` start names and kinds of values. A text that
begins with one of them needs quotes.

Example:

    - id: account
      type: text
      ask: Which account did the post come from?
      hint: @name as it stands in the post

Use instead:

    - id: account
      type: text
      ask: Which account did the post come from?
      hint: "@name as it stands in the post"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY013", "reserved-start", Severity.ERROR)
