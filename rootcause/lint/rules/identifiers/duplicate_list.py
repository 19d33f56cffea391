"""Two lists of choices have the same name.

A question that names the list could get either of them, depending on the order in which files are brought in.

Example:

    include: carriers.yaml
    lists:
      carrier: {van: A van, bicycle: A bicycle}

    # file: carriers.yaml
    rootcause: 1
    lists:
      carrier: {own: Our own van, partner: A partner}

Use instead:

    include: carriers.yaml

    # file: carriers.yaml
    rootcause: 1
    lists:
      carrier: {own: Our own van, partner: A partner}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCI005", "duplicate-list", Severity.ERROR)
