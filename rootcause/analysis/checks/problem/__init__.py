"""Checks of the problem in plain words."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = (
    "problem-without-number",
    "problem-without-place-or-time",
    "problem-holds-cause",
    "problem-holds-solution",
)
