"""The words that begin with a colon."""

from __future__ import annotations

from datetime import date

import pytest

from rootcause.interview.prompt import Back, Defer, DoNotKnow, Quit, Skip
from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.commands import Aside, escaped, help_line, read_line


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("plain", "plain"),
        ("  plain ", "  plain "),
        ("10:30", "10:30"),
        ("::", ":"),
        ("::)", ":)"),
        (" ::skip", ":skip"),
        (":skip", Skip()),
        (" :unknown ", DoNotKnow()),
        (":back", Back()),
        (":quit", Quit()),
        (":help", Aside.HELP),
        (":ask Kim", Defer("Kim")),
        (":ask the night shift 31 Jan 2026", Defer("the night shift", date(2026, 1, 31))),
        (":ask Kim Ng 2026-01-31", Defer("Kim Ng", date(2026, 1, 31))),
        (":ask Team 7", Problem),
    ],
)
def test_a_line_is_an_answer_or_a_move(typed, said):
    found = read_line(typed)
    assert isinstance(found, Problem) if said is Problem else found == said


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (":", '":" is none of the words that begin with a colon'),
        (":-)", '":-)" is none'),
        (":skip this", '":skip this" is none'),
        (":ask", "nobody is named"),
        (":ask 2026-01-31", "nobody is named"),
        (":ask Kim 2026-02-30", '"2026-02-30" is not a day'),
    ],
)
def test_what_cannot_be_meant_is_explained(typed, message):
    found = read_line(typed)
    assert isinstance(found, Problem)
    assert found.message.startswith(message)
    assert found.hint


@pytest.mark.parametrize("text", ["plain", ":-)", "::", "", ":skip", "a:b"])
def test_an_escaped_answer_reads_as_itself(text):
    assert read_line(escaped(text)) == text


@pytest.mark.parametrize("columns", [20, 80])
def test_help_fits_the_screen(columns):
    lines = help_line().at_width(columns)
    assert all(len(line) <= columns for line in lines)
    assert len(lines) >= 7
