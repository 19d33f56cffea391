"""Time zones by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
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


def zone_of_machine(environ: Mapping[str, str], link: Path) -> str | None:
    """The name of the zone that this machine is set to, by TZ or by the link to a zone; None where it has no name.

    A rule such as CET-1CEST is no name, and Windows keeps none that others know.
    """
    if (set_to := environ.get("TZ")) is not None:
        name = set_to.removeprefix(":") or "UTC"
    else:
        _, _, name = link.resolve().as_posix().partition("/zoneinfo/")
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        return None
