"""What the docstring of a rule or a check says: its page and its examples are read from it.

A docstring is one sentence, why it matters, then blocks below `Example:` and `Use instead:`, indented by four.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from types import ModuleType
from typing import Final

from msgspec import Struct

_BLOCK: Final = re.compile(r"^(Example|Use instead):\n\n?((?:(?: {4}.*)?\n)+)", re.MULTILINE)


class DocPage(Struct, frozen=True):
    """What a docstring says. `bad` and `good` are the examples, each pair in its order."""

    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


def doc_page(module: ModuleType) -> DocPage:
    """The page of a module."""
    text = (inspect.getdoc(module) or "") + "\n"
    blocks: dict[str, list[str]] = {"Example": [], "Use instead": []}
    for block in _BLOCK.finditer(text):
        blocks[block[1]].append(textwrap.dedent(block[2]).strip("\n") + "\n")
    summary, _, why = _BLOCK.sub("", text).strip().partition("\n\n")
    return DocPage(" ".join(summary.split()), why.strip(), tuple(blocks["Example"]), tuple(blocks["Use instead"]))
