"""Names of case folders, made from titles of any language."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from datetime import date


def folder_names(title: str, begun: date) -> Iterator[str]:
    """The names to try for a new case, the best first: `2026-01-31-late-delivery`, then `...-2`, `...-3`."""
    name = f"{begun.isoformat()}-{slug(title)}"
    yield name
    for number in itertools.count(2):
        yield f"{name}-{number}"


def slug(title: str) -> str:
    """The title in lower-case ASCII letters, digits and single hyphens, at most 50; `case` when nothing is left."""
    # Of a title of a million characters the first ones are enough.
    plain = unicodedata.normalize("NFKD", title[:500].casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].rstrip("-") or "case"
