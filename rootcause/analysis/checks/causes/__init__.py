"""Checks of the causes, each by itself and as a tree."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = (
    "no-evidence",
    "external-only",
    "no-escape",
)
