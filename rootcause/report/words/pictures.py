"""Titles of the pictures, and what they say to those who do not see them."""

from __future__ import annotations

from msgspec import Struct


class PictureWords(Struct, frozen=True, kw_only=True):
    """Names in braces are filled in."""

    causes: str
    causes_described: str
    timeline: str
    timeline_described: str


ENGLISH = PictureWords(
    causes="Causes: {label}",
    causes_described=(
        "A tree. At the top: {top}. Below it {count} causes; it ends in {ends}. The list below says the same."
    ),
    timeline="Timeline",
    timeline_described="{count} events from {first} to {last}. The table below says the same.",
)
