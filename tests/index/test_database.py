"""The file of the index: private, replaced when it cannot be used, shared by those who need it at once."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sqlite3
import stat
import sys

import pytest

from rootcause.index.database import connect, index_file, remove
from tests.index.made_up import Folder, everything

NO_ROOT = pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")


def titles(folder: Folder) -> list[str]:
    with folder.index() as index:
        return [title for (title,) in index.query("SELECT title FROM cases ORDER BY title")]


@pytest.fixture
def folder(tmp_path) -> Folder:
    folder = Folder(tmp_path)
    for name in ("belt", "lock"):
        folder.write(name, f"the {name}")
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such permissions")
def test_nobody_else_may_read_it(folder):
    titles(folder)
    assert stat.S_IMODE(folder.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.file.parent.stat().st_mode) == 0o700


def test_each_folder_of_cases_has_one_of_its_own(tmp_path):
    one, other = (index_file(tmp_path / "cache", tmp_path / name) for name in ("a", "b"))
    assert one != other
    assert one == index_file(tmp_path / "cache", tmp_path / "b" / ".." / "a")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda file: (file.parent.mkdir(parents=True), file.mkdir()), id="a folder is in its place"),
        pytest.param(lambda file: file.parent.write_text("x"), id="a file is in the place of its folder"),
    ],
)
def test_where_it_cannot_lie_all_is_in_memory(folder, spoil):
    spoil(folder.file)
    assert titles(folder) == ["the belt", "the lock"]
    assert not folder.file.is_file()


@NO_ROOT
def test_where_it_cannot_be_written_all_is_in_memory(folder):
    folder.file.parent.mkdir(mode=0o500)
    assert titles(folder) == ["the belt", "the lock"]


@pytest.mark.parametrize(
    "content",
    [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["empty", "text", "a damaged head"],
)
def test_one_that_is_no_index_is_made_anew(folder, content):
    folder.file.parent.mkdir(parents=True)
    folder.file.write_bytes(content)
    assert titles(folder) == ["the belt", "the lock"]
    with contextlib.closing(sqlite3.connect(folder.file)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM cases").fetchone() == (2,)


def test_one_that_is_damaged_within_is_made_anew(folder):
    for number in range(60):
        folder.write(f"case-{number}", f"the lamp {number}")
    before = titles(folder)
    data = bytearray(folder.file.read_bytes())
    for start in range(3 * 4096, len(data) - 4096, 2 * 4096):
        data[start : start + 4096] = b"\xa5" * 4096
    folder.file.write_bytes(data)
    assert titles(folder) == before
    with folder.index() as index, folder.scanned() as fresh:
        assert everything(index) == everything(fresh)


def test_one_of_another_edition_is_made_anew(folder):
    titles(folder)
    with contextlib.closing(sqlite3.connect(folder.file)) as connection, connection:
        connection.execute("UPDATE cases SET title = 'as another edition had it'")
    with folder.index(edition="another") as index:
        assert {row.title for row in index.cases()} == {"the belt", "the lock"}


def test_several_make_it_at_once(folder):
    for number in range(40):
        folder.write(f"case-{number}", f"the lamp {number}")
    at_once = multiprocessing.get_context("fork")
    results = at_once.SimpleQueue()
    running = [at_once.Process(target=lambda: results.put(titles(folder))) for _ in range(4)]
    for one in running:
        one.start()
    found = [results.get() for _ in running]
    for one in running:
        one.join()
    assert [one.exitcode for one in running] == [0] * 4
    with folder.scanned() as fresh:
        expected = sorted(title for (title,) in fresh.query("SELECT title FROM cases"))
    assert found == [expected] * 4


def test_it_may_be_deleted_while_it_is_read(folder):
    with folder.index() as index:
        remove(folder.file)
        assert len(list(index.cases())) == 2
    assert titles(folder) == ["the belt", "the lock"]


def test_without_a_path_there_is_no_file(tmp_path):
    connection, path = connect(None, "edition")
    with contextlib.closing(connection):
        assert path is None
        assert connection.execute("SELECT COUNT(*) FROM files").fetchone() == (0,)
    assert not list(tmp_path.iterdir())
