"""Some lines end in one way, others in another.

Windows ends a line with two characters (CR LF), everything else with one (LF). A file that has both was put together
from two computers; version control shows lines as changed that nobody has touched.

Example:

    minutes: 10<CR>
    language: en

Use instead:

    minutes: 10
    language: en
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule
from rootcause.source.diagnostic import Edit, Fix, Severity

_OTHERS: Final = {"\n": re.compile(r"\r\n?"), "\r\n": re.compile(r"(?<!\r)\n|\r(?!\n)"), "\r": re.compile(r"\r?\n")}
_NAMES: Final = {"\n": "LF", "\r\n": "CR LF", "\r": "CR"}
_MOST: Final = 2_000  # lines that a fix changes one by one


def _check(context: Context) -> Iterator[Found]:
    source = context.source
    text = source.text
    if "\r" not in text:
        return
    both = text.count("\r\n")
    counts = {"\n": text.count("\n") - both, "\r\n": both, "\r": text.count("\r") - both}
    common = max(counts, key=lambda kind: counts[kind])
    others = sum(counts.values()) - counts[common]
    if not others:
        return
    wrong = [found.span() for found in _OTHERS[common].finditer(text)] if others <= _MOST else []
    first = wrong[0] if wrong else (0, 0)
    said = ", ".join(f"{count:,} end with {_NAMES[kind]}" for kind, count in counts.items() if count)
    yield Found(
        source,
        source.span(*first),
        f"lines end in different ways: {said}",
        f"save the file with {_NAMES[common]} at the end of every line",
        fix=Fix(tuple(Edit(source.span(*where), common) for where in wrong)) if wrong else None,
    )


RULE = Rule("RCY027", "mixed-line-breaks", Severity.WARNING, _check)
