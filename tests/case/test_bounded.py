import os
from pathlib import Path

import pytest

from rootcause.case.bounded import read_text
from rootcause.errors import CaseError


def test_text_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes("\ufeff„Möbel“".encode())
    assert read_text(path) == "„Möbel“"


def test_bytes_that_are_no_text_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(b'{\n"a": "\xff"}')
    with pytest.raises(CaseError, match=r"case\.json:2: byte 9 is not UTF-8"):
        read_text(path)


def test_a_file_larger_than_any_case_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(CaseError, match="has more than 50,000,000 bytes"):
        read_text(path)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (Path.mkdir, "it is a folder"),
        (a_pipe, "no regular file"),
        (a_device, "no regular file"),
        (a_loop, "symbolic links lead nowhere"),
        (lambda path: None, "it is not there"),
    ],
    ids=["folder", "pipe", "device", "loop", "nothing"],
)
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, make: object, message: str) -> None:
    path = tmp_path / "case.json"
    make(path)  # type: ignore[operator]
    with pytest.raises(CaseError, match=message) as caught:
        read_text(path)
    assert caught.value.hint
