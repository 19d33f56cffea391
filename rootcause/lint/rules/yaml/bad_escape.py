r"""A backslash in double quotes starts something that YAML does not know.

In double quotes a backslash begins a sign that is hard to type, such as `\n` for a line break. Paths and patterns have
backslashes of their own: put them in single quotes, where a backslash is only a backslash, or write two.

Example:

    - id: order
      type: text
      ask: What is the number of the order?
      pattern: "\d{6}"

Use instead:

    - id: order
      type: text
      ask: What is the number of the order?
      pattern: '\d{6}'
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY010", "bad-escape", Severity.ERROR)
