"""Reports to make pages of: the examples, one with sixty causes, one with every picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.report.build import build_report
from rootcause.report.model import Report
from tests.examples.records import EXAMPLES, record_of_example

SIXTY = "sixty causes"
EVERY_PICTURE = "parcels"
NAMES = (*EXAMPLES, SIXTY, EVERY_PICTURE)


def causes(count: int) -> list[dict[str, Any]]:
    """A ladder with so many rungs, three below each, with long words and text from right to left among them."""
    texts = (
        "was not checked, so nobody saw it",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "数据库没有备份",
        "הגיבוי לא נבדק",
    )
    rungs: list[dict[str, Any]] = [
        {"because": f"Number {number} {texts[number % len(texts)]}", "evidence": f"Ticket {number}"}
        for number in range(count)
    ]
    for number in range(count - 1, 2, -1):
        rungs[number // 3 - 1].setdefault("why", []).insert(0, rungs[number])
    return rungs[:3]


@pytest.fixture(scope="session")
def named_report(reported: Callable[..., Report], sample: Callable[[str], Report]) -> Callable[[str], Report]:
    """The report with one of the NAMES."""

    def build(name: str) -> Report:
        if name in EXAMPLES:
            return build_report(analyse(record_of_example(name)))
        if name == EVERY_PICTURE:
            return sample(name)
        return reported(finding="Sixty causes led to one day without orders", problem="No orders", causes=causes(60))

    return build
