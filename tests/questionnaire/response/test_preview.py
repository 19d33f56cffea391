"""What a typed text is understood as."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from rootcause.questionnaire.model import Question, Response, ResponseType, Text
from rootcause.questionnaire.response.preview import understood
from rootcause.questionnaire.response.reading import read_alternatives, read_answer
from rootcause.questionnaire.response.wording import show

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 12, 33, tzinfo=BERLIN)


def asking(type, **bounds):
    return Question("q", Text({"en": "Q"}, "en"), Response(ResponseType(type), **bounds))


@pytest.mark.parametrize(
    ("type", "text", "words"),
    [
        ("date", "yesterday", "Saturday, 21 November 2026"),
        ("date", "yester", None),
        ("datetime", "yesterday 14:30", "Saturday, 21 November 2026, 14:30 +01:00"),
        ("datetime", "1 July 14:30", "Wednesday, 1 July 2026, 14:30 +02:00"),
        ("datetime", "14:30 UTC", "Sunday, 22 November 2026, 14:30 UTC"),
        ("datetime", "yesterday", "Saturday, 21 November 2026, without a time"),
        ("datetime", "29 Mar 2026 2:30", None),
        ("duration", "2h15", "2 h 15 min"),
        ("duration", "2", None),
        ("money", "1200.50 eur", "1,200.50 EUR"),
        ("money", "eur", None),
        ("text", "yesterday", None),
        ("integer", "12", None),
    ],
)
def test_a_typed_text_is_said_in_full_when_it_can_be_read(type, text, words):
    assert understood(asking(type), text, BERLIN, NOW) == words


def test_today_is_the_day_in_the_zone_of_the_case():
    assert (
        understood(asking("date"), "today", ZoneInfo("Pacific/Kiritimati"), NOW.replace(hour=12))
        == "Monday, 23 November 2026"
    )


def test_the_bounds_of_the_question_rule_a_reading_out():
    assert understood(asking("date"), "31 Jan", BERLIN, NOW) == "Sunday, 31 January 2027"
    assert understood(asking("date", max="2026-12-31"), "31 Jan", BERLIN, NOW) == "Saturday, 31 January 2026"
    assert understood(asking("date", max="2025-12-31"), "31 Jan", BERLIN, NOW) is None


def test_the_alternatives_begin_with_the_answer():
    question = asking("datetime")
    first, second = read_alternatives(question, "31 Jan 14:30", BERLIN, NOW)
    assert first == read_answer(question, "31 Jan 14:30", BERLIN, NOW)
    assert [show(question, value) for value in (first, second)] == [
        "31 January 2027, 14:30 +01:00",
        "31 January 2026, 14:30 +01:00",
    ]
    assert read_alternatives(question, "soon", BERLIN, NOW) == ()
    assert len(read_alternatives(asking("datetime", min="2027-01-01"), "31 Jan", BERLIN, NOW)) == 1
    assert read_alternatives(asking("duration"), "2 h", BERLIN, NOW) == (read_answer(asking("duration"), "2 h"),)
