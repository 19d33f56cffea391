"""What the checks with these names say about answers as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rootcause.analysis.checks import check
from rootcause.analysis.checks.examining import examine
from rootcause.analysis.checks.finding import Finding
from tests.analysis.checks.examples import TODAY, record_of


def found_by(*names: str, answers: Mapping[str, Any], **about: Any) -> list[Finding]:
    """The findings of these checks, in their order."""
    return list(examine(record_of(answers, **about), today=TODAY, checks=[check(name) for name in names]))
