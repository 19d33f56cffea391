"""A question mark stands where YAML takes it for the mark of a key.

At the start of a text it needs quotes, and inside `{ }` or `[ ]` everywhere: some readers of YAML take a question
there, others stop at it, and the file would work on one computer and not on the next.

Example:

    - {id: damaged, type: yesno, ask: Was the parcel damaged?}

Example:

    - id: reason
      type: text
      ask: What is the reason?
      hint: ? if nobody knows

Use instead:

    - {id: damaged, type: yesno, ask: "Was the parcel damaged?"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY012", "question-mark", Severity.ERROR)
