"""Rows so far."""

from __future__ import annotations

import pytest

from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.source.visible import width
from rootcause.terminal.tables import row_lines

ACTION = {"what": "Call the garage", "owner": "Kim", "due": "2026-03-01"}


def actions(interview: Interview, *rows: dict[str, str]):
    return interview.answer(list(rows), key=AnswerKey("actions")).revisit(AnswerKey("actions")).prompt().rows


def test_a_row_stands_beside_its_number_with_the_names_of_what_follows_its_first_answer(interview):
    assert row_lines(actions(interview, ACTION), None, 80) == [
        "1  Call the garage; Owner: Kim; due: 1 March 2026",
    ]


@pytest.mark.parametrize("columns", [10, 20, 40, 80])
@pytest.mark.parametrize("what", ["x" * 500, "漢字" * 100, "\x1b[2J" * 50])
def test_no_line_is_wider_than_the_screen(interview, columns, what):
    lines = row_lines(actions(interview, ACTION | {"what": what}), None, columns)
    assert all(width(line) <= columns and "\x1b" not in line for line in lines)


def test_of_many_rows_the_last_are_shown_and_the_rest_is_counted(interview):
    lines = row_lines(actions(interview, *[ACTION] * 25), None, 80)
    assert lines[0] == "(13 more before these)"
    assert lines[-1].startswith("25 ")


def test_a_long_row_has_the_width_of_the_screen_and_two_lines(interview):
    what = "the van broke down because nobody had looked at its belt since the garage changed hands, and so on" * 3
    lines = row_lines(actions(interview, ACTION | {"what": what}), None, 60)
    assert lines[0] == "1  the van broke down because nobody had looked at its belt"
    assert lines[1].startswith("   since the garage changed hands")
    assert lines[1].endswith("...")
    assert "...." not in lines[1]
    assert len(lines) == 2


def test_rows_of_two_lines_leave_room_for_fewer(interview):
    lines = row_lines(actions(interview, *[ACTION | {"what": "word " * 100}] * 8), None, 60)
    assert lines[0] == "(2 more before these)"
    assert len(lines) == 13
