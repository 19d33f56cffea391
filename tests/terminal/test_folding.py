"""Text in lines that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rootcause.source.visible import width
from rootcause.terminal.folding import clip, flow, fold, one_line


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("a\x1b[2Jb", 20, ["a\\u{1b}[2Jb"]),
    ],
    ids=["nothing", "words", "lines", "a long word", "wide characters", "a control character"],
)
def test_text_is_broken_between_words(text, columns, lines):
    assert fold(text, columns) == lines


@given(st.text(), st.integers(2, 40))
def test_no_line_is_wider_than_the_screen_and_no_word_is_lost(text, columns):
    lines = fold(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join("".join(fold(text, 10_000)).split())


@given(st.text(), st.integers(0, 40))
def test_a_clipped_text_is_one_line_that_fits(text, columns):
    clipped = clip(text, columns)
    assert width(clipped) <= columns
    assert len(clipped.splitlines()) <= 1


def test_clipping_says_that_something_is_missing():
    assert clip("one two three", 9) == "one tw..."
    assert clip("x " * 500_000, 9) == "x x x..."
    assert clip("one two", 9) == "one two"


def test_parts_stay_whole_where_they_fit():
    assert flow(["Enter goes on", "Shift-Tab back", "Ctrl-C stops"], " · ", 30) == [
        "Enter goes on · Shift-Tab back",
        "Ctrl-C stops",
    ]


@pytest.mark.parametrize(
    ("pasted", "line"), [("a b", "a b"), (" a ", " a "), ("a\r\n b\n\nc\n", "a b c"), ("a\n", "a"), ("", "")]
)
def test_pasted_lines_become_one(pasted, line):
    assert one_line(pasted) == line
