from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rootcause.source.text import LINE_BREAK, SourceText, Span


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, (1, 1)), (2, (1, 3)), (4, (2, 1)), (5, (3, 1)), (6, (4, 1)), (7, (4, 2)), (99, (4, 2)), (-1, (1, 1))],
)
def test_lines_end_at_cr_lf_at_lf_and_at_cr(offset: int, expected: tuple[int, int]) -> None:
    assert SourceText("f", "ab\r\n\n\rc").position(offset) == expected


def test_what_only_yaml_takes_for_a_line_break_is_an_ordinary_character() -> None:
    source = SourceText("f", "a\x85b\u2028c\u2029d\x0be\nf")
    assert source.line_text(1) == "a\x85b\u2028c\u2029d\x0be"
    assert source.position(source.text.index("f")) == (2, 1)


def test_columns_count_code_points() -> None:
    assert SourceText("f", "漢字 x").span(3, 4) == Span(3, 4, 1, 4)


def test_a_span_stays_inside_the_text() -> None:
    source = SourceText("f", "abc")
    assert source.span(1, 99) == Span(1, 3, 1, 2)
    assert source.slice(source.span(2, 1)) == ""


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\nd", ["a", "b", "c", "d"]), ("\n\n", ["", "", ""])],
)
def test_a_line_comes_without_its_break(text: str, lines: list[str]) -> None:
    source = SourceText("f", text)
    assert [source.line_text(number + 1) for number in range(source.line_count)] == lines


@given(st.text(st.sampled_from("a\r\n")))
def test_lines_begin_behind_each_break(text: str) -> None:
    source = SourceText("f", text)
    starts = [source.line_start(number + 1) for number in range(source.line_count)]
    assert starts == [0, *(found.end() for found in LINE_BREAK.finditer(text))]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert SourceText("f", "\ufeffa: 1").text == "a: 1"
