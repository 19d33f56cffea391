"""Comments in a questionnaire that silence a rule, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable

from rootcause.lint.context import Context
from rootcause.lint.finding import Finding
from rootcause.lint.rule import Rule


def suppress(findings: Iterable[Finding], context: Context, ran: Iterable[Rule]) -> tuple[Finding, ...]:
    """The findings, those that a comment silences marked, and what is unused among the comments."""
    raise NotImplementedError


def add_ignores(context: Context, findings: Iterable[Finding], reason: str) -> str:
    """The raw text of the file with a comment for each of its findings that is not silenced yet."""
    raise NotImplementedError
