"""A `pattern` is no regular expression, or one that can take for ever.

Patterns run on an engine whose time grows with the length of the answer and no faster, so that no answer can hold up
whoever asks. Look-ahead, look-behind and back-references are not possible there, and mostly not needed: a `pattern`
must match the whole answer, and what it cannot say, a `check` can.

Example:

    - {id: parcel, type: text, ask: "What is the number of the parcel?", pattern: "(?=.*[0-9])[A-Z0-9]{10}"}

Use instead:

    - {id: parcel, type: text, ask: "What is the number of the parcel?", pattern: "[A-Z]{2}[0-9]{8}"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCP001", "refused-pattern", Severity.ERROR)
