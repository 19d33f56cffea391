"""Checks of what is done for the customer."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = (
    "apology-missing",
    "follow-up-missing",
    "promise-without-date",
)
