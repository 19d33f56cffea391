"""Questions that are put together are answered as if each were put alone, with a second process or without one."""

from __future__ import annotations

import os
import sys

import pytest

from rootcause.index import answering, asking
from tests.index.made_up import Folder

TITLES = ("SELECT title FROM cases WHERE title <> :word ORDER BY title", {"word": "the belt"})
COUNT = ("SELECT COUNT(*) FROM cases", {})
NOTHING = ("SELECT title FROM cases WHERE title IS NULL", {})
QUESTIONS = [COUNT, TITLES, NOTHING, ("SELECT 1, 'ä', NULL", {}), TITLES]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Folder:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(asking, "WORTH_IT", 1)
    folder = Folder(tmp_path)
    for name in ("the lock", "the belt", "the door"):
        folder.write(f"case-{name[-4:]}", name)
    return folder


@pytest.mark.parametrize("count", range(len(QUESTIONS) + 1))
def test_all_are_answered_in_their_order(folder, count):
    with folder.index() as index:
        assert index.figures(QUESTIONS[:count]) == [index.query(*one) for one in QUESTIONS[:count]]


@pytest.mark.parametrize(
    ("executable", "script"),
    [
        pytest.param("/nowhere/python", answering.__file__, id="no Python to start"),
        pytest.param("", answering.__file__, id="nobody knows where Python is"),
        pytest.param(sys.executable, "/nowhere/answering.py", id="the program is not there"),
        pytest.param(sys.executable, os.devnull, id="the program says nothing"),
    ],
)
def test_what_the_second_process_leaves_is_answered_by_the_first(folder, monkeypatch, executable, script):
    with folder.index() as index:
        alone = [index.query(*one) for one in QUESTIONS]
    monkeypatch.setattr(sys, "executable", executable)
    monkeypatch.setattr(answering, "__file__", script)
    with folder.index() as index:
        assert index.figures(QUESTIONS) == alone


def test_answers_from_tables_that_have_changed_meanwhile_do_not_count(folder):
    with folder.index() as index:
        before = [index.query(*one) for one in QUESTIONS]
        folder.write("case-new", "the lamp")
        with folder.index() as later:
            assert later.query(*COUNT) == [(4,)]
        assert index.figures(QUESTIONS) == before


def test_wrong_sql_is_told_as_when_it_is_asked_alone(folder):
    with folder.index() as index, pytest.raises(Exception, match="no such table: nowhere"):
        index.figures([COUNT, ("SELECT * FROM nowhere", {})])
