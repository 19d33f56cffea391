"""Checks of when things happened, and until when a temporary fix stays."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = (
    "out-of-order",
    "detected-before-started",
    "no-time-zone",
    "interim-without-end",
    "interim-past-end",
)
