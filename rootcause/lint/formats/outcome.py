"""What a run of the linter came to: the one thing that every format is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from rootcause.lint.finding import Finding
from rootcause.source.diagnostic import Severity

if TYPE_CHECKING:
    from rootcause.lint.documentation import Page


def every_page() -> Iterator[Page]:
    """The pages of all rules."""
    from rootcause.lint.documentation import page
    from rootcause.lint.rules import families

    return map(page, families())


class Outcome(Struct, frozen=True, dict=True):
    """Findings in order, also those that do not count, and the files that were looked at.

    `at` turns a path into the one that programs are told, which starts at the root of the project. `documentation` is
    where the page of the rules is; without a web address there are no links to it from outside. `pages` gives the
    pages of all rules there are.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    version: str
    fail_on: Severity = Severity.ERROR
    at: Callable[[str], str] = str
    documentation: str = "docs/rules.md"
    pages: Callable[[], Iterable[Page]] = every_page

    @cached_property
    def counting(self) -> tuple[Finding, ...]:
        """The findings that no comment and no baseline silences."""
        return tuple(finding for finding in self.findings if finding.suppression is None)

    @property
    def failing(self) -> bool:
        """Whether something was found that is to fail the run."""
        return any(_RANK[finding.severity] <= _RANK[self.fail_on] for finding in self.counting)

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """What each finding is known by, in their order; equal ones in one file are told apart."""
        from rootcause.lint.silencing.baseline import fingerprint

        met: Counter[str] = Counter()
        found = []
        for finding in self.findings:
            path = self.at(finding.path)
            first = fingerprint(finding, path=path)
            found.append(fingerprint(finding, met[first], path=path) if met[first] else first)
            met[first] += 1
        return tuple(found)

    def count(self, severity: Severity) -> int:
        """How many findings of that severity count."""
        return sum(finding.severity is severity for finding in self.counting)

    def link(self, rule: str) -> str:
        """Where the page of a rule is."""
        return f"{self.documentation}#{rule}"

    def web_link(self, rule: str) -> str | None:
        """Where the page of a rule is in the web, None when it is not there."""
        return self.link(rule) if self.documentation.startswith(("https://", "http://")) else None


_RANK = {severity: rank for rank, severity in enumerate(Severity)}
