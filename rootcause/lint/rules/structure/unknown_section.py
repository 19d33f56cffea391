"""A section is picked from an included file, and is not there.

`sections:` of an include picks some of the sections of that file by their ids. One that was renamed there would
silently no longer be asked here.

Example:

    - include: customer.yaml
      sections: [customers]

    # file: customer.yaml
    rootcause: 1
    sections:
      - id: customer
        title: The customer
        questions:
          - {id: told, type: date, ask: "On which day was the customer told?"}

Use instead:

    - include: customer.yaml
      sections: [customer]

    # file: customer.yaml
    rootcause: 1
    sections:
      - id: customer
        title: The customer
        questions:
          - {id: told, type: date, ask: "On which day was the customer told?"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS009", "unknown-section", Severity.ERROR)
