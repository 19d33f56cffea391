from __future__ import annotations

import errno
import io
import os
import socket
from pathlib import Path

import pytest

from rootcause.errors import UnreadableInput
from rootcause.source import reading
from rootcause.source.text import SourceText


def refusal(path: Path, *, limit: int = reading.LIMIT) -> UnreadableInput:
    with pytest.raises(UnreadableInput) as raised:
        SourceText.read(path, limit=limit)
    assert raised.value.hint
    return raised.value


def test_a_file_is_read_under_the_name_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffa: é\r\n".encode())
    assert SourceText.read(path) == SourceText(str(path), "a: é\r\n")


def test_a_missing_file_names_the_one_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "incident.yaml").touch()
    error = refusal(tmp_path / "incidnet.yml")
    assert error.message.endswith("incidnet.yml: there is no such file")
    assert "incident.yaml" in str(error.hint)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "there is no folder" in str(refusal(tmp_path / "no" / "a.yaml").hint)


def test_a_folder_names_the_files_in_it(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt"):
        (tmp_path / name).touch()
    error = refusal(tmp_path)
    assert error.message.endswith("is a folder, expected a file")
    assert str(error.hint).endswith(": a.yml, b.yaml")


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "no file ending in .yaml" in str(refusal(tmp_path).hint)


def test_a_folder_of_many_files_names_a_few(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.yaml").touch()
    assert str(refusal(tmp_path).hint).endswith("4.yaml and 4 more")


def test_a_pipe_without_a_writer_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is a pipe" in refusal(tmp_path / "pipe").message


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        assert "is a socket" in refusal(Path("socket")).message


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(device: str) -> None:
    assert "is a device" in refusal(Path(device)).message


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert "leads back to itself" in refusal(tmp_path / "loop").message


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert "link to a file that does not exist" in refusal(tmp_path / "link").message


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a")
    (tmp_path / "link").symlink_to("file")
    assert SourceText.read(tmp_path / "link").text == "a"


@pytest.mark.parametrize("name", ["a\0b", "a" * 300, "a.yaml/b"], ids=["zero byte", "too long", "inside a file"])
def test_an_impossible_path_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.yaml").touch()
    refusal(tmp_path / name)


def test_a_refusal_by_permission_names_the_cure() -> None:
    error = reading.failure(Path("a.yaml"), PermissionError(errno.EACCES, "Permission denied"))
    assert error.message == "a.yaml: no permission to read it"
    assert "chmod" in str(error.hint)


def test_a_file_up_to_the_limit_is_read_and_one_beyond_it_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 10)
    assert len(SourceText.read(path, limit=10).text) == 10
    assert "larger than 9 bytes" in refusal(path, limit=9).message


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(1 << 40)
    assert "larger than 5,000,000 bytes" in refusal(tmp_path / "huge").message


def test_an_endless_stream_is_refused() -> None:
    with Path("/dev/zero").open("rb") as endless, pytest.raises(UnreadableInput, match="<stdin>: is larger"):
        SourceText.read_stream(endless, "<stdin>")


def test_a_stream_is_read_to_its_end() -> None:
    assert SourceText.read_stream(io.BytesIO(b"a: 1\n"), "<stdin>") == SourceText("<stdin>", "a: 1\n")


def test_a_stream_that_fails_is_refused_in_words() -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(UnreadableInput, match="<stdin>: cannot be read: input/output error"):
        SourceText.read_stream(Broken(), "<stdin>")  # type: ignore[arg-type]


CONTENT = [
    ("UTF-16", "a: 1".encode("utf-16"), "f: is UTF-16 text, expected UTF-8"),
    ("UTF-16 without a mark", "title: é".encode("utf-16-le"), "f: looks like UTF-16 text, expected UTF-8"),
    ("big-endian without a mark", "title: e".encode("utf-16-be"), "f: looks like UTF-16 text, expected UTF-8"),
    ("UTF-32", "a: 1".encode("utf-32"), "f: is UTF-32 text, expected UTF-8"),
    (
        "Latin-1",
        "a: 1\r\nb: né\n".encode("latin-1"),
        'f:2:5: byte 0xE9 is not UTF-8; in an old Windows encoding it would be "é"',
    ),
    ("cut off", "a: é".encode()[:-1], "f:1:4: byte 0xC3 is not UTF-8"),
    ("overlong", b"a: \xc0\x80 ", 'f:1:4: byte 0xC0 is not UTF-8; in an old Windows encoding it would be "À"'),
    ("surrogate", b"a: \xed\xa0\x80", 'f:1:4: byte 0xED is not UTF-8; in an old Windows encoding it would be "í"'),
    ("zero", b"a: 1\nb: x\0y", "f:2:5: the invisible character U+0000 cannot stand in a text file"),
    ("escape", b"a: \x1b[31m", "f:1:4: the invisible character U+001B cannot stand in a text file"),
    ("delete", b"a: \x7f", "f:1:4: the invisible character U+007F cannot stand in a text file"),
    ("C1", "é: \x9b".encode(), "f:1:4: the invisible character U+009B cannot stand in a text file"),
    ("noncharacter", "a: \uffff".encode(), "f:1:4: the invisible character U+FFFF cannot stand in a text file"),
    ("binary", bytes(range(256)), "f: is not a text file"),
    ("binary in ASCII", bytes(range(128)), "f: is not a text file"),
    ("document", b"PK\x03\x04...", "f: is not a text file but a zip archive, perhaps a Word or Excel document"),
    ("PDF", b"%PDF-1.7", "f: is not a text file but a PDF"),
]


@pytest.mark.parametrize(("data", "message"), [row[1:] for row in CONTENT], ids=[row[0] for row in CONTENT])
def test_what_is_no_text_is_refused_where_it_stops_being_one(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput) as raised:
        reading.decode(data, "f")
    assert raised.value.message == message
    assert raised.value.hint


def test_every_language_tab_line_break_and_next_line_are_text() -> None:
    text = "a:\t漢字\r\nb: עברית\rc: \x85 « \uff46 😀\n"
    assert reading.decode(text.encode(), "f") == text


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0)])
def test_all_control_characters_but_four_are_refused(code: int) -> None:
    data = f"text {chr(code)} text".encode()
    if chr(code) in "\t\n\r\x85":
        assert reading.decode(data, "f") == data.decode()
    else:
        with pytest.raises(UnreadableInput, match=f"f:1:6: .*U\\+{code:04X}"):
            reading.decode(data, "f")


def test_a_name_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in refusal(tmp_path / "a\x1b[2J.yaml").message
