"""A number has more digits than any quantity has.

Most readers of YAML would round it. The numbers of orders, cards and parcels are texts: nobody adds them up.

Example:

    - id: parcel
      type: text
      ask: What is the number of the parcel?
      required: false
      default: 40340434161094015902003404341610940159021

Use instead:

    - id: parcel
      type: text
      ask: What is the number of the parcel?
      required: false
      default: "40340434161094015902003404341610940159021"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY023", "long-number", Severity.ERROR)
