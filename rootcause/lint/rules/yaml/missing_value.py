"""A key in braces has no value; most often a text was cut at its comma.

Inside `{ }` a comma ends a text that has no quotes, and the rest of it becomes a key. A question would be asked without
its second half.

Example:

    - {id: when, type: text, ask: Where was it seen, and by whom}

Use instead:

    - {id: when, type: text, ask: "Where was it seen, and by whom?"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY018", "missing-value", Severity.ERROR)
