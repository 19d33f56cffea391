"""Checks of the actions, each by itself and together."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = ()
