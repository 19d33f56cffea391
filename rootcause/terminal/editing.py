"""What a prompt brings back when somebody wants to go on writing in an editor."""

from __future__ import annotations

from msgspec import Struct


class WantsEditor(Struct, frozen=True):
    """The text that stood there; empty at a list."""

    text: str = ""
