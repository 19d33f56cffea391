"""A move in a few words."""

from __future__ import annotations

from datetime import date

import pytest

from rootcause.interview.prompt import Add, Back, Defer, DoNotKnow, Quit, Remove, Reply, Skip
from rootcause.terminal.summary import in_few_words


@pytest.mark.parametrize(
    ("id", "move", "understood", "words"),
    [
        ("summary", Reply("It broke"), "It broke", "It broke"),
        ("day", Reply("31 Jan"), "31 January 2026", "31 January 2026"),
        ("notes", Reply(False), None, "none"),
        ("summary", Skip(), None, "skipped"),
        ("summary", DoNotKnow(), None, "not known"),
        ("summary", Defer("Kim", date(2026, 2, 3)), None, "Kim is asked, until 3 February 2026"),
        ("notes", Add(), None, None),
        ("notes", Remove((1,)), None, None),
        ("summary", Back(), None, None),
        ("summary", Quit(), None, None),
    ],
)
def test_what_was_said(prompt_of, id, move, understood, words):
    assert in_few_words(prompt_of(id), move, understood) == words
