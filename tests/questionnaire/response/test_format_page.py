"""The forms that the page about the format promises."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rootcause.questionnaire.model import Question, Response, ResponseType, Text
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import read_answer

PAGE = Path(__file__).parents[3] / "docs" / "format.md"
NOW = datetime(2026, 11, 19, 9, 12, tzinfo=UTC)
TYPES = {"a day": "date", "a time": "datetime", "a duration": "duration", "a sum of money": "money"}


def promised():
    """Type, example and whether a file takes it, from the table of forms."""
    section = PAGE.read_text().partition("### Days, times, durations and money")[2].partition("\n### ")[0]
    for row in re.findall(r"^\| (a .*) \|$", section, re.MULTILINE):
        what, anywhere, typed = (cell.strip() for cell in row.split("|"))
        type = next(type for start, type in TYPES.items() if what.startswith(start))
        before = "2026-01-31 " if type == "datetime" else ""
        yield from ((type, before + example, True) for example in re.findall("`(.+?)`", anywhere))
        yield from ((type, example, False) for example in re.findall("`(.+?)`", typed))


def test_the_table_of_forms_is_found():
    assert {type for type, _, _ in promised()} == set(TYPES.values())


@pytest.mark.parametrize(("type", "example", "in_a_file"), list(promised()))
def test_a_form_on_the_page_is_understood(type, example, in_a_file):
    question = Question("q", Text({"en": "Q"}, "en"), Response(ResponseType(type)))
    assert not isinstance(read_answer(question, example, UTC, NOW), Problem)
    assert isinstance(read_answer(question, example, UTC), Problem) is not in_a_file
