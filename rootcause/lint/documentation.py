"""What the docstring of a rule says: the page of the rule and its examples are read from it.

A docstring is one sentence, why it matters, then blocks below `Example:` and `Use instead:`, indented by four. A block
is a questionnaire, or a piece of one that `examples` puts into a whole one; `# file: NAME` begins a further file.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from importlib import import_module
from typing import Final

from msgspec import Struct

from rootcause.lint.rule import Rule
from rootcause.lint.rules import module_of, rule

_BLOCK: Final = re.compile(r"^(Example|Use instead):\n\n?((?:(?: {4}.*)?\n)+)", re.MULTILINE)


class Page(Struct, frozen=True):
    """What there is to say about a rule. `bad` and `good` are the examples, each pair in its order."""

    rule: Rule
    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


def page(name: str) -> Page:
    """The page of a rule. Raises KeyError when there is no rule with that name."""
    text = (inspect.getdoc(import_module(module_of(name))) or "") + "\n"
    blocks: dict[str, list[str]] = {"Example": [], "Use instead": []}
    for block in _BLOCK.finditer(text):
        blocks[block[1]].append(textwrap.dedent(block[2]).strip("\n") + "\n")
    summary, _, why = _BLOCK.sub("", text).strip().partition("\n\n")
    return Page(
        rule(name), " ".join(summary.split()), why.strip(), tuple(blocks["Example"]), tuple(blocks["Use instead"])
    )
