"""Actions whose day is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.analysis.checks.examining import examine
from rootcause.analysis.record import Record
from rootcause.case.model import Waiver
from rootcause.report.build import Style, build_report
from rootcause.report.markdown import render_markdown
from tests.report.conftest import SAMPLES

TODAY = date(2026, 5, 2)
ACTIONS = [{"what": "Call", "due": "2026-05-01"}, {"what": "Write", "due": "2026-05-02"}]


@pytest.mark.parametrize("style", ["full", "one-page"])
@pytest.mark.parametrize(
    ("today", "is_waived", "said"), [(TODAY, False, 1), (TODAY, True, 0), (None, False, 0)], ids=str
)
def test_an_action_whose_day_is_over_is_called_overdue(
    record_of: Callable[..., Record], style: Style, today: date | None, is_waived: bool, said: int
) -> None:
    record = record_of((SAMPLES / "review.yaml").read_text(encoding="utf-8"), {"actions": ACTIONS})
    found: Any = examine(record, today=today)
    if is_waived:
        found = [replace(one, waiver=Waiver(one.name, "Put off.")) for one in found]
    text = render_markdown(build_report(analyse(record), findings=found, style=style))
    assert text.count("1 May 2026 (overdue)") == text.count("(overdue)") == said
