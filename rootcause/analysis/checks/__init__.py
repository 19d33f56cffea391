"""What a good analysis must satisfy: every check, one module each, in a folder for each family.

A family lists its checks by hand. Checks know an analysis, nothing of files, screens or reports.
"""

from __future__ import annotations

import functools
from importlib import import_module
from typing import Final

from rootcause.analysis.checks.check import Check

FAMILIES: Final = ("problem", "causes", "actions", "coverage", "times", "recovery")
"""The folders, in the order in which their checks are documented."""


@functools.cache
def families() -> dict[str, str]:
    """The family of each check, by the name of the check, in the order in which they are documented."""
    return {name: family for family in FAMILIES for name in import_module(f"{__name__}.{family}").CHECKS}


@functools.cache
def check(name: str) -> Check:
    """The check with that name. Raises KeyError when there is none."""
    found: Check = import_module(module_of(name)).CHECK
    return found


def module_of(name: str) -> str:
    """The module of a check. Raises KeyError when there is no such check."""
    return f"{__name__}.{families()[name]}.{name.replace('-', '_')}"
