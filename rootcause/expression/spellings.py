"""Signs and words of other languages, each with what to write here instead."""
# ruff: noqa: RUF001 - the look-alikes are the point

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_QUOTES = "write straight quotes: 'text'"
_NO_DIVISION = "there is no division; multiply the other side, or ask for the quotient"
_NO_LISTS = "ask for one option with has(q, 'a'), for one of several with any_of(q, 'a', 'b')"

FOREIGN_SIGNS: Final[Mapping[str, str]] = {
    "=": "write == to compare",
    "===": "write ==",
    ":=": "a value cannot be given a name; write == to compare",
    "!==": "write !=",
    "<>": "write !=",
    "=!": "write !=",
    "=>": "write >=",
    "=<": "write <=",
    "&&": "write and",
    "&": "write and",
    "||": "write or",
    "|": "write or",
    "!": "write not",
    "~": "write not",
    "**": "there is no power; write x * x",
    "^": "there is no power; write x * x",
    "/": _NO_DIVISION,
    "//": _NO_DIVISION,
    "%": _NO_DIVISION,
    "÷": _NO_DIVISION,
    "?": "write value if condition else other",
    ":": "write value if condition else other",
    ";": "an expression is one line of thought; join conditions with and",
    "#": "a comment stands outside of the expression",
    "$": "a name stands bare here, without ${ }",
    "[": _NO_LISTS,
    "]": _NO_LISTS,
    "{": _NO_LISTS,
    "}": _NO_LISTS,
    "@": "remove it",
    "≠": "write !=",
    "≤": "write <=",
    "≥": "write >=",
    "−": "write - (the sign on the keyboard)",
    "–": "write - (the sign on the keyboard)",
    "—": "write - (the sign on the keyboard)",
    "×": "write *",
    "·": "write *",
    "‘": _QUOTES,
    "’": _QUOTES,
    "‚": _QUOTES,
    "“": _QUOTES,
    "”": _QUOTES,
    "„": _QUOTES,
    "«": _QUOTES,
    "»": _QUOTES,
    "`": _QUOTES,
    "´": _QUOTES,
}

FOREIGN_WORDS: Final[Mapping[str, str]] = {
    "true": "write true",
    "false": "write false",
    "yes": "write true",
    "no": "write false",
    "none": "write not answered(q)",
    "null": "write not answered(q)",
    "and": "write and",
    "or": "write or",
    "not": "write not",
    "if": "write if",
    "else": "write else",
}
"""Words in any case, where they are no name of a question."""

ONE_WORD: Final[Mapping[str, str]] = {
    **{f"write {word}": word for word in ("==", "!=", "<=", ">=", "*", "and", "or", "not", "true", "false")},
    "write == to compare": "==",
    "write - (the sign on the keyboard)": "-",
}
"""What stands instead of a sign or word, where the advice is no more than that."""

FOREIGN_OPERATORS: Final[Mapping[str, str]] = {
    "in": "write has(q, 'a') for choices, any_of(q, 'a', 'b') for one of several",
    "contains": "write has(q, 'a')",
    "is": "write ==",
    "equals": "write ==",
    "then": "write value if condition else other",
    "between": "write low <= x and x <= high",
    "xor": "write != between two conditions",
    "for": "write count(list, condition)",
}
"""Words that stand between two values elsewhere."""
