"""A section belongs to a part of the analysis that there is not.

The report groups the answers as `what` happened, `why`, and what is done `different` from now on; `prepare` holds
what is settled before. A section of another part would have no place in it.

Example:

    - id: customer
      title: The customer
      part: whats
      questions:
        - {id: told, type: date, ask: "On which day was the customer told?"}

Use instead:

    - id: customer
      title: The customer
      part: what
      questions:
        - {id: told, type: date, ask: "On which day was the customer told?"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS005", "unknown-part", Severity.ERROR)
