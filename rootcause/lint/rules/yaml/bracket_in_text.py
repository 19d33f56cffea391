"""A brace or a bracket of a text is read as a mapping or a list.

A text that starts with one, and a text inside `{ }` or `[ ]` that has one in it, needs quotes. That is so for every
`${...}` in a question that is written in braces.

Example:

    - {id: carrier, type: text, ask: "Who carried it?"}
    - {id: said, ask: What did ${carrier} say, type: text}

Example:

    - id: seen
      type: text
      ask: Who saw it first?
      hint: [name] or a role

Use instead:

    - {id: carrier, type: text, ask: "Who carried it?"}
    - {id: said, type: text, ask: "What did ${carrier} say?"}

Use instead:

    - id: seen
      type: text
      ask: Who saw it first?
      hint: "[name] or a role"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY014", "bracket-in-text", Severity.ERROR)
