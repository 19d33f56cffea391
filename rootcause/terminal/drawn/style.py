"""The colours of the theme, as prompt_toolkit wants them."""

from __future__ import annotations

from functools import cache

from prompt_toolkit.styles import Style

from rootcause.terminal.theme import STYLE


@cache
def style() -> Style:
    """Made once: it is parsed from words."""
    return Style(list(STYLE.items()))
