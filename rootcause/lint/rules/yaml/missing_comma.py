"""There is no comma between two entries in brackets.

Inside `{ }` and `[ ]` a comma parts the entries, also when each has a line of its own.

Example:

    - {id: stock, type: yesno, ask: "Was it in stock?" required: false}

Use instead:

    - {id: stock, type: yesno, ask: "Was it in stock?", required: false}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY016", "missing-comma", Severity.ERROR)
