"""How an answer may look, and how one is written so that it reads as itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from rootcause.interview.answers import Answer, Money, Other, Rows, State
from rootcause.questionnaire.response.reading import read_answer
from rootcause.terminal.forms import form, state_in_words, written


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("summary", "It broke"),
        ("story", "one\ntwo"),
        ("told", False),
        ("carrier", "post"),
        ("carrier", Other("A drone")),
        ("seen", ("slow", Other("A smell"))),
        ("seen", ()),
        ("users", 12),
        ("cost", Money(Decimal("1E+3"), "USD")),
        ("cost", Money(Decimal("-0.50"), "EUR")),
        ("day", date(2026, 1, 31)),
        ("began", date(2026, 1, 31)),
        ("began", datetime(2026, 1, 31, 0, 0, tzinfo=UTC)),
        ("began", datetime(2026, 7, 1, 14, 30, 5, tzinfo=ZoneInfo("Asia/Kathmandu"))),
        ("began", datetime(987, 7, 1, 14, 30, tzinfo=UTC)),
        ("lasted", timedelta(days=3, hours=1, seconds=4)),
        ("lasted", timedelta()),
    ],
)
def test_what_is_written_reads_as_the_same_value(every_type, id, value):
    assert read_answer(every_type.questions[id], written(value), UTC) == value


def test_rows_are_not_written():
    assert written(Rows(((1,),))) is None


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("summary", "at most 120 characters"),
        ("story", None),
        ("told", None),
        ("users", "a whole number, from 1 to 5000, in customers"),
        ("trust", "a number from 1 to 5: 1 not at all, 5 fully"),
        ("cost", "an amount such as 1200 or 1,200.50 EUR"),
        ("day", "a day such as friday, 31 Jan or 2026-01-31"),
        ("began", "such as yesterday 14:30, 31 Jan 14:30 or, when the time is not known, 2026-01-31"),
        ("lasted", "such as 90 min, 2 h 15 min or half a day"),
        ("mail", "an address such as name@example.org"),
    ],
)
def test_a_form_is_said_with_an_example(every_type, id, text):
    assert form(every_type.questions[id], None) == text


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(State.ANSWERED, "x"), None),
        (Answer(State.UNKNOWN), "not known"),
        (Answer(State.SKIPPED), "skipped"),
        (Answer(State.DEFERRED, to="Kim"), "Kim is asked"),
        (Answer(State.DEFERRED, to="Kim", by=date(2026, 2, 3)), "Kim is asked, until 3 February 2026"),
    ],
)
def test_a_question_without_an_answer_says_what_became_of_it(answer, words):
    assert state_in_words(answer) == words
