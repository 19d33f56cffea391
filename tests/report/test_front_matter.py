"""What stands above a Markdown report reads back as what was meant, whatever people typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rootcause.report.front_matter import front_matter
from rootcause.report.model import Report

Reported = Callable[..., Report]


def read(report: Report) -> dict[str, object]:
    text = front_matter(report)
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    found: dict[str, object] = yaml.safe_load(text.removeprefix("---\n").removesuffix("---\n"))
    return found


def test_it_says_what_is_certain(reported: Reported) -> None:
    report = reported(
        title="Parcels",
        problem={"value": "It: broke #1", "who": "Jo", "when": "2026-05-20T09:00:00+02:00"},
        hurt={"state": "unknown"},
    )
    assert read(report) == {
        "title": "It: broke #1",
        "case": "Parcels",
        "date": date(2026, 5, 20),
        "status": "open",
        "questionnaire": "own-review",
        "questionnaire_version": "2.1.0",
    }


def test_a_day_that_nobody_said_is_left_out(reported: Reported) -> None:
    assert "date" not in read(reported(problem="It broke"))


@pytest.fixture(scope="module")
def empty(reported: Reported) -> Report:
    return reported(title="A case")


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(), max_size=40))
@example("a\u2028b\u0085c\ufeff\U0001f600\x7f\ufffe---")
@example("\u202eevil")
def test_any_title_reads_back(empty: Report, typed: str) -> None:
    expected = "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= sign <= "\udfff" else sign for sign in typed)
    assert read(replace(empty, title=typed))["title"] == expected


def test_a_sign_that_reorders_a_line_is_written_out(empty: Report) -> None:
    assert "\u202e" not in front_matter(replace(empty, title="\u202eevil"))
