"""Moments as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rootcause.questionnaire.response.moments import moments_meant, read_moment
from rootcause.questionnaire.response.problem import Problem

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 19, 9, 12, 33, tzinfo=BERLIN)  # a Thursday


def told(text, zone=BERLIN, now=NOW):
    meant = moments_meant(text, zone, now)
    assert not isinstance(meant, Problem), meant.message
    return [moment.isoformat() for moment in meant]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("now", "2026-11-19T09:12:00+01:00"),
        ("14:30", "2026-11-19T14:30:00+01:00"),
        ("14h30", "2026-11-19T14:30:00+01:00"),
        ("2:30 pm", "2026-11-19T14:30:00+01:00"),
        ("2.30pm", "2026-11-19T14:30:00+01:00"),
        ("2 P.M.", "2026-11-19T14:00:00+01:00"),
        ("12 am", "2026-11-19T00:00:00+01:00"),
        ("12:30 pm", "2026-11-19T12:30:00+01:00"),
        ("noon", "2026-11-19T12:00:00+01:00"),
        ("14:30 UTC", "2026-11-19T14:30:00+00:00"),
        ("yesterday 14:30", "2026-11-18T14:30:00+01:00"),
        ("yesterday at 2:30 pm", "2026-11-18T14:30:00+01:00"),
        ("yesterday 14.30", "2026-11-18T14:30:00+01:00"),
        ("Yesterday, 14:30 +02:00", "2026-11-18T14:30:00+02:00"),
        ("14:30 yesterday", "2026-11-18T14:30:00+01:00"),
        ("14:30 UTC yesterday", "2026-11-18T14:30:00+00:00"),
        ("yesterday noon", "2026-11-18T12:00:00+01:00"),
        ("tomorrow 8am Europe/London", "2026-11-20T08:00:00+00:00"),
        ("last friday at 9:00", "2026-11-13T09:00:00+01:00"),
        ("2 days ago 14:30", "2026-11-17T14:30:00+01:00"),
        ("an hour ago", "2026-11-19T08:12:00+01:00"),
        ("2h30 ago", "2026-11-19T06:42:00+01:00"),
        ("half an hour ago", "2026-11-19T08:42:00+01:00"),
        ("24 h ago", "2026-11-18T09:12:00+01:00"),
        ("2 days 3 hours ago", "2026-11-17T06:12:00+01:00"),
        ("in 2 h 15 min", "2026-11-19T11:27:00+01:00"),
        ("1 July 2026, 14:30", "2026-07-01T14:30:00+02:00"),
        ("2026-01-31 2:30 pm", "2026-01-31T14:30:00+01:00"),
        ("2026-01-31T14:30:15,123Z", "2026-01-31T14:30:15+00:00"),
        ("yesterday", "2026-11-18"),
        ("2 days ago", "2026-11-17"),
        ("a week ago", "2026-11-12"),
    ],
)
def test_a_moment_lies_in_the_zone_of_the_case_unless_another_is_written(text, moment):
    assert told(text) == [moment]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("friday 9:00", ["2026-11-20T09:00:00+01:00", "2026-11-13T09:00:00+01:00"]),
        ("2pm on monday", ["2026-11-16T14:00:00+01:00", "2026-11-23T14:00:00+01:00"]),
        ("1 July 14:30", ["2026-07-01T14:30:00+02:00", "2027-07-01T14:30:00+02:00"]),
        ("31.1. 14.30", ["2027-01-31T14:30:00+01:00", "2026-01-31T14:30:00+01:00"]),
        ("on 31.12 14.30", ["2026-12-31T14:30:00+01:00", "2025-12-31T14:30:00+01:00"]),
        ("31 Jan", ["2027-01-31", "2026-01-31"]),
        ("midnight", ["2026-11-19T00:00:00+01:00", "2026-11-20T00:00:00+01:00"]),
    ],
)
def test_of_two_readings_the_nearer_one_comes_first(text, meant):
    assert told(text) == meant


def test_in_the_afternoon_the_nearer_midnight_is_still_to_come():
    assert told("midnight", now=NOW.replace(hour=13))[0] == "2026-11-20T00:00:00+01:00"


def test_today_is_the_day_of_the_zone_in_which_the_moment_is_told():
    late = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    assert told("today", now=late) == ["2026-11-20"]
    assert told("14:30", now=late) == ["2026-11-20T14:30:00+01:00"]
    assert told("14:30 UTC", now=late) == ["2026-11-19T14:30:00+00:00"]


def test_hours_are_counted_across_a_change_of_the_clocks():
    after = datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN)
    assert told("3 h ago", now=after) == ["2026-10-25T02:00:00+02:00"]
    assert told("2 h ago", now=after) == ["2026-10-25T02:00:00+01:00"]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("yesterday 2:30", datetime(2026, 3, 30, 8, tzinfo=BERLIN)),
        ("sunday 2:30", datetime(2026, 3, 30, 8, tzinfo=BERLIN)),
        ("29 Mar 2:30", datetime(2026, 3, 30, 8, tzinfo=BERLIN)),
        ("29 Mar 2:30", datetime(2026, 6, 1, tzinfo=BERLIN)),
        ("sunday 2:30", datetime(2026, 3, 29, 8, tzinfo=BERLIN)),
    ],
)
def test_an_hour_that_the_clocks_skip_is_refused_where_it_is_likeliest_meant(text, now):
    problem = moments_meant(text, BERLIN, now)
    assert isinstance(problem, Problem)
    assert problem.message == f'"{text}" is skipped by the clocks of its time zone, which are put forward there'


@pytest.mark.parametrize(
    ("text", "now", "meant"),
    [
        ("29 Mar 2:30", datetime(2026, 12, 1, tzinfo=BERLIN), ["2027-03-29T02:30:00+02:00"]),
        ("sunday 2:30", datetime(2026, 3, 24, 8, tzinfo=BERLIN), ["2026-03-22T02:30:00+01:00"]),
    ],
)
def test_of_two_readings_the_less_likely_one_is_left_out_where_the_clocks_skip_it(text, now, meant):
    assert told(text, now=now) == meant


@pytest.mark.parametrize(
    "text",
    ["now", "14:30", "14:30 UTC", "noon", "midnight", "yesterday 14:30", "31 Jan 14:30", "an hour ago", "friday"],
)
def test_in_a_file_a_moment_that_depends_on_now_is_refused(text):
    problem = read_moment(text, BERLIN)
    assert isinstance(problem, Problem)
    assert "depends on the day it is read" in problem.message
    assert problem.hint == "write the day itself with its year, such as 2026-01-31"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("14.30", "two ways: a time and a day write 14:30, or the month as a word"),
        ("yesterday midnight", "two ways: midnight begins a day and ends one write 00:00 and the day that it begins"),
        ("1/2 14:30", "two ways: 1 February and 2 January"),
        ("yesterday 9", "is not a date write it as 2026-01-31 14:30"),
        ("25:00", "is not a time of day"),
        ("yesterday 14:60", "is not a time of day"),
        ("13 pm", "is not a time of day"),
        ("0:30 am", "is not a time of day"),
        ("yesterday 14:30 EST", '"EST" is not a time zone'),
        ("yesterday 14:30 UTC tomorrow", '"UTC tomorrow" is not a time zone'),
        ("30 Feb 14:30", "February has 29 days"),
        ("in 99999999 h", "outside the calendar"),
        ("soon", "is not a date"),
    ],
)
def test_what_means_no_moment_or_two_is_refused_and_says_why(text, says):
    problem = read_moment(text, BERLIN, NOW)
    assert isinstance(problem, Problem)
    assert says in f"{problem.message} {problem.hint}"


def test_without_a_zone_the_one_of_this_machine_holds():
    moment = read_moment("yesterday 14:30", None, NOW)
    assert isinstance(moment, datetime)
    assert moment.replace(tzinfo=None).time().isoformat() == "14:30:00"
    assert moment.date() == NOW.astimezone().date() - timedelta(days=1)
    assert isinstance(read_moment("yesterday", None, NOW), date)
