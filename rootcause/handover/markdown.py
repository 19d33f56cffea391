"""Text of people in the Markdown of GitHub and GitLab, where a name after an @ also sends somebody a message."""

from __future__ import annotations

import re
from typing import Final

from rootcause.report.escaping import code, escape

_NAME: Final = re.compile(r"(?<![^\W_])(@[\w-]+(?:/[\w-]+)?)")


def as_inline(text: str) -> str:
    """The text within a line. Names are shown as code, in which nobody is called."""
    pieces = _NAME.split(text)
    return "".join(code(piece) if place % 2 else escape(piece) for place, piece in enumerate(pieces))
