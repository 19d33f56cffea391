"""What a look at cases came to: how much was found, and whether that fails the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from rootcause.analysis.checks.finding import Finding
from rootcause.cli.checking.looking import Looked
from rootcause.source.diagnostic import Severity

NEVER: Final = "never"
_RANK: Final = {severity: rank for rank, severity in enumerate(Severity)}


class Unreadable(Struct, frozen=True):
    """A case that could not be looked at: its file, or what it was called where there is none, and why."""

    path: Path
    message: str
    hint: str | None = None


class Outcome(Struct, frozen=True):
    """The cases that were looked at, and those that could not be; `fail_on` is None where nothing fails."""

    cases: tuple[Looked, ...]
    fail_on: Severity | None = Severity.ERROR
    unreadable: tuple[Unreadable, ...] = ()

    @property
    def counting(self) -> Iterator[Finding]:
        """The findings that nobody has waived."""
        return (finding for looked in self.cases for finding in looked.counting)

    @property
    def waived(self) -> int:
        """How many findings somebody let stand."""
        return sum(not finding.counts for looked in self.cases for finding in looked.findings)

    @property
    def failing(self) -> bool:
        """Whether something was found that is to fail the run."""
        at_least = self.fail_on
        return at_least is not None and any(_RANK[one.severity] <= _RANK[at_least] for one in self.counting)

    def count(self, severity: Severity) -> int:
        """How many findings of that severity count."""
        return sum(one.severity is severity for one in self.counting)


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tally(findings: Iterable[Finding]) -> str:
    """How many of each severity, the worst first; empty for none."""
    severities = [one.severity for one in findings]
    return ", ".join(counted(n, severity) for severity in Severity if (n := severities.count(severity)))
