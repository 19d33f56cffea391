"""A tab stands where YAML wants spaces.

How far a line is indented says what it belongs to, and a tab has no width of its own: editors show it as two, four or
eight columns. YAML refuses it. Most editors can be told to write spaces instead.

Example:

    - id: carrier
    <TAB>type: text
      ask: Who carried the parcel?

Use instead:

    - id: carrier
      type: text
      ask: Who carried the parcel?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY002", "tab-indent", Severity.ERROR)
