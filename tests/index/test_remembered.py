"""What was worked out once is remembered until something changes, and is never told after that."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from rootcause.index import remembered
from tests.index.made_up import Folder, later

COUNT = ("SELECT COUNT(*) FROM cases", {})


def known(folder: Folder) -> dict[str, str]:
    with closing(sqlite3.connect(folder.file)) as connection:
        return dict(connection.execute("SELECT question, answer FROM remembered"))


def counted(folder: Folder) -> int:
    with folder.index(now=later) as index:
        ((found,),) = index.figures([COUNT])[0]
    return found


@pytest.fixture
def folder(tmp_path) -> Folder:
    """With one case, which was counted."""
    folder = Folder(tmp_path)
    folder.write("case-1", "the lock")
    assert counted(folder) == 1
    assert any("COUNT" in question for question in known(folder))
    return folder


def test_an_answer_that_is_remembered_is_not_worked_out_again(folder):
    (question,) = (one for one in known(folder) if "COUNT" in one)
    with closing(sqlite3.connect(folder.file)) as connection, connection:
        connection.execute("UPDATE remembered SET answer = '[[4711]]' WHERE question = ?", (question,))
    assert counted(folder) == 4711


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(lambda folder: folder.write("case-2", "the belt"), 2, id="a case more"),
        pytest.param(lambda folder: folder.write("case-1", "the belts"), 1, id="another content"),
        pytest.param(lambda folder: shutil.rmtree(folder.cases / "case-1"), 0, id="a case less"),
        pytest.param(lambda folder: folder.path("case-1").write_text("{"), 0, id="a case that cannot be read"),
    ],
)
def test_a_change_takes_all_of_it_away(folder, change, expected):
    change(folder)
    with folder.index(now=later):
        assert known(folder) == {}
    assert counted(folder) == expected


def test_who_found_something_in_tables_that_changed_meanwhile_keeps_it_to_himself(folder):
    with folder.index(now=later) as index:
        assert index.figures([("SELECT MAX(title) FROM cases", {})]) == [[("the lock",)]]
        folder.write("case-2", "the new lamp")
        assert counted(folder) == 2
    assert not any("MAX" in question for question in known(folder))


def test_files_that_are_known_to_be_as_they_were_are_not_compared_one_by_one(folder):
    counted(folder)
    assert "files" in known(folder)
    with closing(sqlite3.connect(folder.file)) as connection, connection:
        connection.execute("UPDATE files SET written = 0")
    with folder.index(now=later) as index:
        assert index.query("SELECT written FROM files") == [(0,)]


def test_what_is_remembered_stays_small(folder, monkeypatch):
    monkeypatch.setattr(remembered, "AT_MOST", 5)
    for number in range(20):
        with folder.index(now=later) as index:
            index.figures([(f"SELECT {number}", {})])
    assert len(known(folder)) <= 6
