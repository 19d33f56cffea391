"""The file is nested deeper, or has more values, than anybody would write.

There is a limit of 64 levels and one of 200,000 values, so that no file can stop the program that reads it. Where a
program writes the file, it writes too much; where a person did, a bracket was meant as text.

Example:

    - id: shelf
      type: text
      ask: Where did it lie?
      required: false
      default: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[B4
        ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Use instead:

    - id: shelf
      type: text
      ask: Where did it lie?
      required: false
      default: B4
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY025", "too-complex", Severity.ERROR)
