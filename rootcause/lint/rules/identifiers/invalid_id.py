"""An id is written in a way that ids cannot be.

An id is named in expressions, quotes and answers files, and must read the same in all of them: small letters,
digits and `_`, a letter first. In the id of a choice capitals, `-` and `.` may stand too, but no space.

Example:

    - id: customerName
      type: text
      ask: What is the company called?

Use instead:

    - id: customer_name
      type: text
      ask: What is the company called?

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {our van: Our own van, partner: A partner}
      other: true

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {our_van: Our own van, partner: A partner}
      other: true
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCI001", "invalid-id", Severity.ERROR)
