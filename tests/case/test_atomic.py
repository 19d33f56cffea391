"""Faults are real ones: limits of the process, folders and files in the way. Nothing of ours is replaced."""

import contextlib
import os
import resource
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from rootcause.case.atomic import make_folder, remove_stale, write_atomic
from rootcause.errors import CaseError

Limited = Callable[[int, int], AbstractContextManager[None]]


@contextlib.contextmanager
def umask(mask: int) -> Iterator[None]:
    former = os.umask(mask)
    try:
        yield
    finally:
        os.umask(former)


def lowest_free_descriptor() -> int:
    descriptor = os.open("/", os.O_RDONLY)
    os.close(descriptor)
    return descriptor


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_new_bytes_stand_alone_under_the_name(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    write_atomic(path, b"first")
    write_atomic(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mask", [0, 0o022, 0o077, 0o277, 0o777], ids=oct)
def test_only_the_owner_may_read_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        make_folder(tmp_path / "case")
        write_atomic(tmp_path / "case" / "case.json", b"secret")
    assert mode(tmp_path / "case") == 0o700
    assert mode(tmp_path / "case" / "case.json") == 0o600


def test_a_file_that_others_could_read_becomes_private(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(b"old")
    path.chmod(0o666)
    write_atomic(path, b"new")
    assert mode(path) == 0o600


def test_a_write_that_breaks_off_in_the_middle_leaves_the_former_file(tmp_path: Path, limited: Limited) -> None:
    path = tmp_path / "case.json"
    write_atomic(path, b"former")
    with (
        limited(resource.RLIMIT_FSIZE, 1000),
        pytest.raises(
            CaseError, match=r"could not save .*case\.json: the file would be larger .* is untouched"
        ) as caught,
    ):
        write_atomic(path, b"x" * 5000)
    assert caught.value.hint
    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("left", [0, 1], ids=["the folder cannot be opened", "the file cannot be opened"])
def test_without_a_free_descriptor_the_former_file_stays(tmp_path: Path, limited: Limited, left: int) -> None:
    path = tmp_path / "case.json"
    write_atomic(path, b"former")
    with (
        limited(resource.RLIMIT_NOFILE, lowest_free_descriptor() + left),
        pytest.raises(CaseError, match="too many files are open; what was saved before is untouched"),
    ):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.mkdir()
    with pytest.raises(CaseError, match="it is a folder, not a file"):
        write_atomic(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_or_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"gone/case\.json: it is not there"):
        write_atomic(tmp_path / "gone" / "case.json", b"new")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CaseError, match=r"file/case\.json: a part of its path is a file"):
        write_atomic(tmp_path / "file" / "case.json", b"new")


def test_a_link_in_the_place_of_the_file_is_replaced_not_followed(tmp_path: Path) -> None:
    elsewhere, path = tmp_path / "elsewhere", tmp_path / "case.json"
    elsewhere.write_bytes(b"precious")
    path.symlink_to(elsewhere)
    write_atomic(path, b"new")
    assert elsewhere.read_bytes() == b"precious"
    assert not path.is_symlink()


def test_only_what_killed_writers_of_this_file_left_is_removed(tmp_path: Path) -> None:
    stale = [".case.json.12.0a1b2c3d.tmp", ".case.json.99999.ffffffff.tmp"]
    kept = ["case.json", ".lock", "case.json.tmp", ".report.md.12.0a1b2c3d.tmp", ".case.json.mine.tmp", "notes.tmp"]
    for name in stale + kept:
        (tmp_path / name).touch()
    remove_stale(tmp_path / "case.json")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted(kept)
