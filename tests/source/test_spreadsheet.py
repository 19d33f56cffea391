from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rootcause.source.spreadsheet import as_cell, from_cell


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "|calc",
        "%0A=1",
        "\t=1",
        "\r=1",
        "\n=1",
        "\ttext",
        "  =1",
        "\ufeff=1",
        "\u200b=1",
        "\u00a0=1",
        "\x00=1",
        "\x1b=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20A",
        "\ufe661",
        "\u22121",
    ],
)
def test_what_a_spreadsheet_would_calculate_is_guarded(text):
    assert as_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "Call them", "3 = 4", "2026-01-31", "Ünal", "„Zu spät“", "(a)", "a\n=1", "…", "  two"]
)
def test_other_text_stays_as_it_is(text):
    assert as_cell(text) == text


@given(st.text() | st.text("'=+- \t\uff1da", max_size=6))
@example("'=1")
@example("''")
@example("'quoted'")
def test_a_cell_gives_its_text_back(text):
    assert from_cell(as_cell(text)) == text


@pytest.mark.parametrize("cell", ["=1", "-1", "'tis", "plain"])
def test_a_cell_that_somebody_typed_is_taken_as_it_is(cell):
    assert from_cell(cell) == cell
