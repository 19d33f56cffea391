"""A character that nobody sees ends a line or controls a machine.

Control characters come from other programs, by copying or through a wrong encoding, and no reader of YAML takes them.
Some line breaks of Unicode (U+0085, U+2028, U+2029) show nothing in an editor, and what stands behind them would be
read as a line of its own.

Example:

    - id: promised
      type: text
      ask: What was promised?<U+0007>

Example:

    minutes: 10<U+2028>language: en

Use instead:

    - id: promised
      type: text
      ask: What was promised?

Use instead:

    minutes: 10
    language: en
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY024", "control-character", Severity.ERROR)
