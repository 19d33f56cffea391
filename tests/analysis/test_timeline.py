from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.timeline import between

Analysed = Callable[..., Analysis]


def lines(analysis: Analysis) -> list[str]:
    return [
        " ".join([*(moment.role for moment in entry.moments), entry.row.text("what") if entry.row else ""]).strip()
        for entry in analysis.timeline.entries
    ]


def test_rows_and_moments_stand_in_order_of_time_whatever_their_zone(analysed: Analysed) -> None:
    analysis = analysed(
        began="2026-01-05 09:00 UTC",
        ended="2026-01-05 12:30 +01:00",
        steps=[
            {"at": "2026-01-05 11:00 +01:00", "what": "second"},
            {"at": "2026-01-05 09:30 UTC", "what": "first"},
        ],
    )
    assert lines(analysis) == ["started", "first", "second", "resolved"]


def test_a_row_without_a_time_stays_behind_the_one_it_was_written_after(analysed: Analysed) -> None:
    steps = [
        {"at": "2026-01-05 11:00", "what": "b"},
        {"what": "after b"},
        {"at": "2026-01-05 10:00", "what": "a"},
        {"at": {"state": "unknown"}, "what": "after a"},
    ]
    assert lines(analysed(steps=steps)) == ["a", "after a", "b", "after b"]


def test_a_row_tells_of_the_moment_at_its_time(analysed: Analysed) -> None:
    steps = [{"at": "2026-01-05 10:00", "what": "The van left"}]
    analysis = analysed(began="2026-01-05 10:00", seen="2026-01-05 10:00", steps=steps)
    assert lines(analysis) == ["started detected The van left"]


def test_a_day_alone_tells_of_no_moment(analysed: Analysed) -> None:
    assert lines(analysed(began="2026-01-05", steps=[{"at": "2026-01-05", "what": "The van left"}])) == [
        "started",
        "The van left",
    ]


def test_times_count_from_the_start(analysed: Analysed) -> None:
    analysis = analysed(
        began="2026-01-05 09:00", seen="2026-01-05 09:25", held="2026-01-05 10:00", ended="2026-01-06 09:00"
    )
    assert [(time.since, time.until, time.length) for time in analysis.timeline.times] == [
        ("started", "detected", timedelta(minutes=25)),
        ("started", "contained", timedelta(hours=1)),
        ("started", "resolved", timedelta(hours=24)),
    ]


def test_without_a_start_they_count_from_the_detection(analysed: Analysed) -> None:
    analysis = analysed(began={"state": "unknown"}, seen="2026-01-05 09:25", ended="2026-01-05 10:25")
    assert [(time.since, time.until, time.length) for time in analysis.timeline.times] == [
        ("detected", "resolved", timedelta(hours=1))
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (date(2026, 1, 5), date(2026, 1, 8), timedelta(days=3)),
        (date(2026, 1, 5), datetime(2026, 1, 6, 23, tzinfo=UTC), timedelta(days=1)),
        (datetime(2026, 1, 5, 9, tzinfo=UTC), datetime(2026, 1, 5, 8, tzinfo=UTC), timedelta(hours=-1)),
    ],
    ids=["days", "a day and a time", "out of order"],
)
def test_the_time_between_is_as_exact_as_what_is_known(earlier: date, later: date, expected: timedelta) -> None:
    assert between(earlier, later) == expected


def test_with_nothing_to_tell_there_is_no_entry(analysed: Analysed) -> None:
    assert analysed().timeline.entries == ()
    assert analysed().timeline.times == ()
