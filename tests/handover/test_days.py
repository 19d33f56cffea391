from __future__ import annotations

import pytest

from rootcause.handover.days import days_meant
from rootcause.questionnaire.response.problem import Problem


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", []),
        ("  ", []),
        ("2026-12-01", ["2026-12-01"]),
        ("2026-12-01 00:00", ["2026-12-01"]),
        ("2026-12-01T08:00:00.000+0100", ["2026-12-01"]),
        ("2026/12/01", ["2026-12-01"]),
        ("01/Dec/26", ["2026-12-01"]),
        ("01/Dec/26 12:00 AM", ["2026-12-01"]),
        ("1-Dec-26", ["2026-12-01"]),
        ("Dec 1, 2026", ["2026-12-01"]),
        ("1.12.2026", ["2026-12-01"]),
        ("01.12.26", ["2026-12-01"]),
        ("12/1/2026", ["2026-01-12", "2026-12-01"]),
        ("12/13/2026", ["2026-12-13"]),
        ("13/12/2026", ["2026-12-13"]),
        ("3/3/26", ["2026-03-03"]),
    ],
)
def test_a_day_is_read_as_programs_write_it(written, meant):
    assert [day.isoformat() for day in days_meant(written)] == meant


@pytest.mark.parametrize("written", ["soon", "31.02.2026", "2026-13-01", "99/99/2026", "tomorrow"])
def test_what_is_no_day_says_so(written):
    assert isinstance(days_meant(written), Problem)
