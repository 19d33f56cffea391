"""An invisible character makes the rest of the line appear in another order.

Characters that turn the direction of writing let a line show something else than what is read from it: a condition can
look as if it named one option and name another. Those that end on their line are used in texts of mixed direction and
are fine.

Example:

    - id: refund
      type: yesno
      ask: Was <U+202E>the refund<U+202C> refused?

Example:

    - id: refund
      type: yesno
      ask: Was <U+2067>the refund refused?

Use instead:

    - id: refund
      type: yesno
      ask: Was the refund refused?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule
from rootcause.source.diagnostic import Severity
from rootcause.source.text import LINE_BREAK

# After Boucher and Anderson, "Trojan Source: Invisible Vulnerabilities" (2021): what is not ended on its line goes on.
_OVERRIDES: Final = frozenset("\u202d\u202e")
_ENDS: Final = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_AT_MOST: Final = 100


def _check(context: Context) -> Iterator[Found]:
    text = context.source.text
    if text.isascii() or not _TURNING.search(text):
        return
    for start, end in islice(_turned(text), _AT_MOST):
        span = context.source.span(start, end)
        message = f"the invisible character U+{ord(text[start]):04X} shows what follows in another order"
        yield Found(context.source, span, message, "delete it, and read the line again")


def _turned(text: str) -> Iterator[tuple[int, int]]:
    """Where such a character stands that overrides the order, or that nothing ends on its line."""
    begun = 0
    for line_break in [*LINE_BREAK.finditer(text), None]:
        end = len(text) if line_break is None else line_break.start()
        is_open: list[int] = []
        for found in _TURNING.finditer(text, begun, end):
            if found[0] in _OVERRIDES:
                yield found.span()
            elif found[0] in _ENDS:
                is_open.append(found.start())
            elif is_open and _ENDS[text[is_open[-1]]] == found[0]:
                is_open.pop()
        yield from ((at, at + 1) for at in is_open)
        begun = end


RULE = Rule("RCY030", "reordered-text", Severity.ERROR, _check)
