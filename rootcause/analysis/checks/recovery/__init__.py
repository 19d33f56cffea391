"""Checks of what is done for the customer."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = ()
