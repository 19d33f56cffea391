"""The problem in plain words, as somebody wrote it."""

from __future__ import annotations

from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.statement import Statement


def problems(examined: Examined) -> tuple[Statement, ...]:
    """What was answered under the role, mostly one sentence."""
    return tuple(one for one in examined.record.by_role.get("problem", ()) if one.text)
