"""A brace or a bracket has no partner, or one of the other kind.

Without it nobody can say where the mapping or the list ends, and what follows is read as a part of it.

Example:

    - {id: returned, type: yesno, ask: "Was it sent back?"

Example:

    - {id: returned, type: yesno, ask: "Was it sent back?"]

Use instead:

    - {id: returned, type: yesno, ask: "Was it sent back?"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY015", "unmatched-bracket", Severity.ERROR)
