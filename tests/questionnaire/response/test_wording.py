"""From a value to what people read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from rootcause.questionnaire.model import Choice, Question, Response, ResponseType, Text
from rootcause.questionnaire.response.formats import formats_for
from rootcause.questionnaire.response.wording import show
from rootcause.questionnaire.values import Money, Other


def text(words):
    return Text({"en": words}, "en")


CHOICES = (Choice("prod", text("Production")), Choice("stage", text("Staging")))


@pytest.mark.parametrize(
    ("type", "value", "more", "shown"),
    [
        ("text", "words", {}, "words"),
        ("yesno", True, {}, "yes"),
        ("yesno", False, {}, "no"),
        ("choice", "prod", {"choices": CHOICES}, "Production"),
        ("choice", Other("A lab"), {"choices": CHOICES}, "A lab"),
        ("choices", ("stage", Other("A lab")), {"choices": CHOICES}, "Staging, A lab"),
        ("integer", 12000, {"unit": text("customers")}, "12,000 customers"),
        ("number", Decimal("0.50"), {}, "0.50"),
        ("scale", 1, {"labels": {1: text("angry")}}, "1 (angry)"),
        ("money", Money(Decimal("1200.50"), "EUR"), {}, "1,200.50 EUR"),
        ("money", Money(Decimal(5)), {}, "5"),
        ("date", date(2026, 1, 31), {}, "31 January 2026"),
        ("datetime", datetime(2026, 1, 31, 14, 30, tzinfo=UTC), {}, "31 January 2026, 14:30 UTC"),
        (
            "datetime",
            datetime(2026, 1, 31, 14, 30, 5, tzinfo=timezone(timedelta(hours=-6))),
            {},
            "31 January 2026, 14:30:05 -06:00",
        ),
        ("datetime", date(2026, 1, 31), {}, "31 January 2026"),
        (
            "datetime",
            datetime(1800, 1, 1, 10, tzinfo=ZoneInfo("Europe/Berlin")),
            {},
            "1 January 1800, 10:00 +00:53:28",
        ),
        ("duration", timedelta(hours=18), {}, "18 h"),
        ("duration", timedelta(days=3, hours=2, minutes=1), {}, "3 d 2 h 1 min"),
        ("duration", timedelta(seconds=45), {}, "45 s"),
        ("duration", timedelta(), {}, "0 min"),
    ],
)
def test_a_value_reads_as_people_write_it(type, value, more, shown):
    question = Question("q", text("Q"), Response(ResponseType(type), **more))
    assert show(question, value) == shown


def test_yes_and_no_are_words_of_a_language():
    question = Question("q", text("Q"), Response(ResponseType.YESNO))
    assert show(question, True, "de") == "ja"


@pytest.mark.parametrize(
    ("type", "value", "shown"),
    [
        ("date", date(2026, 3, 31), "31. März 2026"),
        ("datetime", datetime(2026, 1, 31, 14, 30, tzinfo=UTC), "31. Januar 2026, 14:30 UTC"),
        ("money", Money(Decimal("1200.50"), "EUR"), "1.200,50 EUR"),
        ("number", Decimal("-0.5"), "-0,5"),
        ("integer", 1200000, "1.200.000"),
        ("duration", timedelta(days=3, hours=2, minutes=1), "3 Tage 2 Std. 1 Min."),
        ("duration", timedelta(), "0 Min."),
    ],
)
def test_where_nobody_types_it_again_it_is_written_as_the_language_writes_it(type, value, shown):
    question = Question("q", text("Q"), Response(ResponseType(type)))
    assert show(question, value, "de", formats_for("de-AT")) == shown


def test_a_language_without_formats_has_english_ones():
    assert formats_for("fi") == formats_for(None) == formats_for("en")
