"""The checks of what is done for the customer, where they have more sides than their page shows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.checks.asking import found_by

UNKNOWN = {"state": "unknown"}


@pytest.mark.parametrize(
    ("questionnaire", "answers", "is_told"),
    [
        ("incident-review", {"apology": False}, True),
        ("incident-review", {"apology": UNKNOWN}, True),
        ("incident-review", {}, False),
        ("incident-review", {"apology": False, "recovery": "The head of the shop apologised on 3 May."}, False),
        ("complaint-resolution", {"apologised": False}, True),
        (
            "complaint-resolution",
            {"talked": "2026-05-03 10:00", "thanked": True, "apologised": False, "say_it_by": "2026-05-04 10:00"},
            False,
        ),
        ("complaint-resolution", {"thanked": False}, False),
        ("mistake-with-a-customer", {"apologised": False, "apology_by": "2026-05-04 10:00"}, False),
    ],
)
def test_an_apology_is_missing_when_it_was_asked_for(
    questionnaire: str, answers: dict[str, Any], is_told: bool
) -> None:
    assert bool(found_by("apology-missing", answers=answers, questionnaire=questionnaire)) is is_told


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        ({"satisfied": UNKNOWN}, "Satisfied"),
        ({"satisfied": "not_asked"}, None),
        ({"satisfied": "not_asked", "follow_up": UNKNOWN}, "Ask them again"),
        ({"satisfied": "not_asked", "follow_up": "2026-07-01"}, None),
        ({"satisfied": "unhappy", "follow_up": UNKNOWN}, None),
        ({"satisfied": "content"}, None),
        ({}, None),
    ],
    ids=["unknown", "day waits", "no day", "with a day", "asked already", "content", "nobody has come to it"],
)
def test_somebody_looks_again(answers: dict[str, Any], where: str | None) -> None:
    found = found_by("follow-up-missing", answers=answers, questionnaire="what-why-different")
    assert [one.where for one in found] == ([] if where is None else [where])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We will send a new cover.", "We will"),
        ("We will send a new cover by 3 July.", None),
        ("We will send a new cover within two days.", None),
        ("We refunded 140 EUR on 3 May. A new cover will be sent.", "will be"),
        ("They will get 140.50 EUR back.", "They will"),
        ("They said: \N{LEFT DOUBLE QUOTATION MARK}you will hear of me\N{RIGHT DOUBLE QUOTATION MARK}.", None),
        ("What had been promised was refunded.", None),
        ("Every Monday we will call them.", None),
    ],
)
def test_a_promise_has_a_day_in_its_sentence(text: str, phrase: str | None) -> None:
    found = found_by("promise-without-date", answers={"recovery": text})
    assert [one.text[slice(*one.within)] for one in found if one.within] == ([] if phrase is None else [phrase])


def test_what_the_customer_says_is_no_promise_of_ours() -> None:
    answers = {"heard": "You promised me it will be there", "wish": "They will take a new one"}
    assert found_by("promise-without-date", answers=answers, questionnaire="complaint-resolution") == []
