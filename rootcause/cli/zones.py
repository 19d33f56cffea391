"""Time zones by name."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

from rootcause.errors import RootcauseError
from rootcause.source.nearest import nearest


def find_zone(name: str) -> ZoneInfo:
    """The time zone of that name; raises RootcauseError with the nearest one."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        near = nearest(name, available_timezones())
        raise RootcauseError(
            f'there is no time zone "{name}"',
            hint=f'did you mean "{near}"?' if near else "name it as Europe/Berlin, America/New_York or UTC",
        ) from error
