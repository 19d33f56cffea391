"""The checks of times, where they have more sides than their page shows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rootcause.analysis.checks import check
from rootcause.analysis.checks.examining import examine
from tests.analysis.checks.asking import found_by
from tests.analysis.checks.examples import record_of

UNKNOWN = {"state": "unknown"}


def rows(*times: str | None) -> dict[str, Any]:
    return {"timeline": [{"what": "Orders stop", "at": UNKNOWN if at is None else at} for at in times]}


@pytest.mark.parametrize(
    ("times", "messages"),
    [
        (["2026-05-03 14:05", "2026-05-03 14:05", "2026-05-03 14:06"], []),
        (["2026-05-03 14:05", "2026-05-03"], []),
        (["2026-05-03 14:05", "2026-05-02"], ["2 May 2026 stands below 3 May 2026, 14:05"]),
        (["2026-05-03 14:05", None, "2026-05-03 14:04"], ["3 May 2026, 14:04 stands below 3 May 2026, 14:05"]),
        (["2026-05-09", "2026-05-03", "2026-05-04"], ["3 May 2026 stands below 9 May 2026"]),
    ],
)
def test_a_row_stands_below_what_was_before_it(times: list[str | None], messages: list[str]) -> None:
    found = found_by("out-of-order", answers=rows(*times))
    assert [one.message.replace(" UTC", "") for one in found] == messages


@pytest.mark.parametrize(
    ("name", "answers", "found"),
    [
        ("out-of-order", {"started": "2026-05-03", "resolved": "2026-05-02"}, ["resolved"]),
        ("out-of-order", {"detected": "2026-05-03", "contained": "2026-05-02"}, ["contained"]),
        ("out-of-order", {"started": "2026-05-03", "detected": "2026-05-02"}, []),
        ("out-of-order", {"started": "2026-05-03", "contained": UNKNOWN, "resolved": "2026-05-03"}, []),
        ("detected-before-started", {"started": "2026-05-03", "detected": "2026-05-02"}, ["detected"]),
        ("detected-before-started", {"started": "2026-05-03 14:00", "detected": "2026-05-03"}, []),
        ("detected-before-started", {"started": UNKNOWN, "detected": "2026-05-03"}, []),
    ],
)
def test_moments_come_one_after_the_other(name: str, answers: dict[str, Any], found: list[str]) -> None:
    told = found_by(name, answers=answers, questionnaire="own-times")
    assert [one.key.question for one in told if one.key] == found


@pytest.mark.parametrize(
    ("answers", "has_timezone", "count"),
    [
        ({"started": "2026-05-03 14:05", **rows("2026-05-03 14:05")}, False, 1),
        ({"started": "2026-05-03 14:05"}, True, 0),
        ({"started": "2026-05-03"}, False, 0),
        (rows("2026-05-03", "2026-05-03 14:05"), False, 1),
    ],
    ids=["once for all times", "with a zone", "a day needs none", "in the timeline"],
)
def test_times_of_day_need_a_time_zone(answers: dict[str, Any], has_timezone: bool, count: int) -> None:
    assert len(found_by("no-time-zone", answers=answers, has_timezone=has_timezone)) == count


FIX = {"interim": True, "interim_fix": "Rules go out by hand"}


@pytest.mark.parametrize(
    ("answers", "is_told"),
    [
        ({**FIX, "interim_fix_end": UNKNOWN}, True),
        (FIX, False),
        ({"interim": True, "interim_fix": UNKNOWN, "interim_fix_end": UNKNOWN}, False),
        ({"interim": False}, False),
    ],
    ids=["passed", "waits", "no fix known", "no fix"],
)
def test_a_temporary_fix_needs_an_end(answers: dict[str, Any], is_told: bool) -> None:
    assert bool(found_by("interim-without-end", answers=answers)) is is_told


@pytest.mark.parametrize(
    ("today", "is_told"), [(date(2026, 7, 1), False), (date(2026, 7, 2), True), (None, False)], ids=str
)
def test_the_last_day_of_a_temporary_fix_is_not_over(today: date | None, is_told: bool) -> None:
    record = record_of({**FIX, "interim_fix_end": "2026-07-01"})
    assert bool(examine(record, today=today, checks=[check("interim-past-end")])) is is_told
