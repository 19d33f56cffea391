"""The file begins with a byte order mark.

The mark is invisible. Some editors add it to say that a file is UTF-8, which YAML is anyway; shells, other readers of
YAML and programs that put files together take it for a part of the first key.

Example:

    <BOM>minutes: 10

Use instead:

    minutes: 10
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule
from rootcause.source.diagnostic import Edit, Fix, Severity
from rootcause.source.text import Span


def _check(context: Context) -> Iterator[Found]:
    marks = len(context.raw) - len(context.raw.lstrip("\ufeff"))
    if not marks:
        return
    fix = Fix((Edit(Span(-marks, 0, 1, 1), ""),))  # the text begins behind the mark, so the mark stands before 0
    message = "the file begins with an invisible byte order mark"
    start = context.source.span(0, 0)
    yield Found(context.source, start, message, "save it as UTF-8 without a byte order mark", fix=fix)


RULE = Rule("RCY026", "byte-order-mark", Severity.WARNING, _check)
