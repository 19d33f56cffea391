"""A text goes on after its closing quote.

A value that starts with a quote ends at the next one of its kind. When only some words stand in quotes, or a quote
stands inside, the whole needs quotes of the other kind.

Example:

    - id: label
      type: yesno
      ask: "Fragile" was written on the parcel?

Example:

    - id: label
      type: yesno
      ask: 'Was it on the parcel's label?'

Use instead:

    - id: label
      type: yesno
      ask: '"Fragile" was written on the parcel?'

Use instead:

    - id: label
      type: yesno
      ask: "Was it on the parcel's label?"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY009", "text-after-quote", Severity.ERROR)
