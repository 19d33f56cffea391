"""Files include each other in a circle.

Each needs the other to be read first, so neither can be. What both need belongs in a third file.

Example:

    include: carriers.yaml

    # file: carriers.yaml
    rootcause: 1
    include: sizes.yaml
    lists:
      carrier: {own: Our own van, partner: A partner}

    # file: sizes.yaml
    rootcause: 1
    include: carriers.yaml
    lists:
      size: {small: Small, large: Large}

Use instead:

    include: carriers.yaml

    # file: carriers.yaml
    rootcause: 1
    include: sizes.yaml
    lists:
      carrier: {own: Our own van, partner: A partner}

    # file: sizes.yaml
    rootcause: 1
    lists:
      size: {small: Small, large: Large}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS008", "include-cycle", Severity.ERROR)
