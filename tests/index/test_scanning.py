from __future__ import annotations

import os
import signal

import pytest

from rootcause.index import scanning
from rootcause.index.scanning import Scan, scan

NAMES = [f"2026-03-{number:02}-case" for number in range(1, 12)]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not copied on this system")


@pytest.fixture
def root(tmp_path):
    for name in NAMES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.json").write_text(name)
    (tmp_path / "empty").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "case.json").write_text("{}")
    (tmp_path / "a file").write_text("{}")
    (tmp_path / "a link").symlink_to(NAMES[0])
    return tmp_path


@pytest.fixture(params=[1, scanning.WORTH_FORKING], ids=["two processes", "one process"])
def looked(request, root):
    return scan(root, worth_forking=request.param)


def test_every_case_is_found_with_the_stamp_of_its_file(root, looked):
    about = {name: (root / name / "case.json").stat() for name in NAMES}
    expected = {(name, one.st_mtime_ns, one.st_ctime_ns, one.st_size, one.st_ino) for name, one in about.items()}
    assert set(looked.cases()) == expected
    assert len(looked.cases()) == len(NAMES)


def test_two_processes_see_what_one_sees(root):
    together, alone = scan(root, worth_forking=1), scan(root)
    assert together == alone
    assert together.digest() == alone.digest()


@pytest.mark.parametrize("name", [NAMES[0], NAMES[-1]])
def test_a_change_of_any_file_changes_the_digest(root, looked, name):
    (root / name / "case.json").write_text("more than before")
    assert scan(root).digest() != looked.digest()


def test_a_folder_that_is_not_there_has_no_cases(tmp_path):
    found = scan(tmp_path / "nowhere", worth_forking=0)
    assert (found.cases(), found.nameless) == ([], ())


@pytest.mark.skipif(os.sep != "/", reason="names are text on this system")
def test_a_name_that_is_no_text_is_told_apart(root):
    (root / os.fsdecode(b"\xff")).mkdir()
    (root / os.fsdecode(b"\xff") / "case.json").write_text("{}")
    (root / os.fsdecode(b"\xfe")).mkdir()
    found = scan(root, worth_forking=1)
    assert [os.fsencode(name) for name in found.nameless] == [b"\xff"]
    assert len(found.cases()) == len(NAMES)


def test_a_time_beyond_every_number_of_the_index_is_cut(root):
    os.utime(root / NAMES[0] / "case.json", ns=(0, 2**63 + 5))
    if (root / NAMES[0] / "case.json").stat().st_mtime_ns < 2**63:
        pytest.skip("this file system knows no such time")
    assert max(max(stamp) for _, *stamp in scan(root).cases()) == 2**63 - 1


@pytest.mark.parametrize("end", ["at once", "in the middle"])
def test_what_a_process_that_ended_leaves_is_done_here(root, end):
    """The process that looks at the second half ends before its time."""
    here, expected = os.getpid(), scan(root)

    class Names(list[str]):
        def __iter__(self):
            for number, name in enumerate(list.__iter__(self)):
                if os.getpid() != here and (end == "at once" or number == 2):
                    os.kill(os.getpid(), signal.SIGKILL)
                yield name

    names = [name for name, *_ in expected.cases()]
    middle = len(names) // 2
    halves = scanning.by_two(root, Names(names[:middle]), Names(names[middle:]))
    assert sorted(Scan(halves, ()).cases()) == sorted(expected.cases())
