"""How much a template may use; what it needs for a report of a thousand answers is a tenth of it."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """`memory` in bytes, beyond what the program has already; `output` in characters."""

    seconds: float = 1.0
    memory: int = 96_000_000
    output: int = 5_000_000
