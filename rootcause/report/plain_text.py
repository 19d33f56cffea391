"""Inlines as text alone, for places that know no marks."""

from __future__ import annotations

from rootcause.report.model import Anchor, Inlines, LineBreak, Link


def plain(inlines: Inlines) -> str:
    """The text alone, on one line."""
    parts = (
        " " if isinstance(one, LineBreak) else one.url if isinstance(one, Link) else one.text
        for one in inlines
        if not isinstance(one, Anchor)
    )
    return " ".join("".join(parts).split())
