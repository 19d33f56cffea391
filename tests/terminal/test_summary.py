"""A move in a few words."""

from __future__ import annotations

from datetime import date

import pytest

from rootcause.interview.prompt import Add, Back, Defer, DoNotKnow, Quit, Remove, Reply, Skip
from rootcause.terminal.summary import in_few_words


@pytest.mark.parametrize(
    ("id", "move", "words"),
    [
        ("summary", Reply("It broke"), "It broke"),
        ("told", Reply(True), "yes"),
        ("carrier", Reply("own"), "Our own van"),
        ("seen", Reply(["slow", {"other": "A smell"}]), "Slowness, A smell"),
        ("seen", Reply([]), "none of these"),
        ("notes", Reply(False), "none"),
        ("summary", Skip(), "skipped"),
        ("summary", DoNotKnow(), "not known"),
        ("summary", Defer("Kim", date(2026, 2, 3)), "Kim is asked, until 3 February 2026"),
        ("notes", Add(), None),
        ("notes", Remove((1,)), None),
        ("summary", Back(), None),
        ("summary", Quit(), None),
    ],
)
def test_what_was_said(prompt_of, id, move, words):
    assert in_few_words(move, prompt_of(id), None) == words
