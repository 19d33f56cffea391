"""The moment up to which things count, so that a report can be made again to the letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from rootcause.errors import RootcauseError


def epoch(environ: Mapping[str, str]) -> datetime | None:
    """The moment of SOURCE_DATE_EPOCH, after which nothing in a reproducible report happened."""
    seconds = environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise RootcauseError(
            f'SOURCE_DATE_EPOCH is "{seconds}"; expected seconds since 1970', hint="unset it, or set a whole number"
        ) from error
