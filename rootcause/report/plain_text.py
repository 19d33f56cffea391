"""Inlines as text alone, for places that know no marks."""

from __future__ import annotations

import re
from typing import Final

from rootcause.report.model import Anchor, Inlines, LineBreak, Link

# Not `\s`: the wide space between Chinese sentences, and one that holds words together, are part of the text.
_SPACES: Final = re.compile(r"[ \t\r\n]+")


def plain(inlines: Inlines) -> str:
    """The text alone, on one line."""
    parts = (
        " " if isinstance(one, LineBreak) else one.url if isinstance(one, Link) else one.text
        for one in inlines
        if not isinstance(one, Anchor)
    )
    return _SPACES.sub(" ", "".join(parts)).strip(" ")
