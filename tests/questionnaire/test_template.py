"""Quotes in texts."""

from __future__ import annotations

import pytest

from rootcause.questionnaire.template import Reference, pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", ("plain",)),
        ("", ()),
        ("a ${b} c", ("a ", Reference("b", 2, 6), " c")),
        ("${ previous.b }", (Reference("previous.b", 0, 15),)),
        ("$${b} and ${c}", ("${", "b} and ", Reference("c", 10, 14))),
        ("${a b}", (Reference("", 0, 6),)),
        ("${", (Reference("", 0, 2),)),
        ("$5 {x}", ("$5 {x}",)),
    ],
)
def test_a_text_falls_into_pieces(text, expected):
    assert pieces(text) == expected


def test_only_a_quote_of_a_row_has_a_previous():
    assert Reference("previous.b", 0, 1).previous == "b"
    assert Reference("b", 0, 1).previous is None
