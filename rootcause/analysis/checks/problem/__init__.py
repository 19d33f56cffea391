"""Checks of the problem in plain words."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = ()
