"""Bytes that are no text: where it goes wrong, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from rootcause.lint.rule import Found
from rootcause.lint.rules.yaml.invalid_encoding import decode_or_find
from rootcause.lint.running import look_at
from rootcause.source import reading


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (b"title: x\nsource: caf\xe9 x\n", (2, 12), 'byte 0xE9 is not UTF-8; in an old Windows encoding it would be "é"'),
        (b"\xef\xbb\xbfa: \xff\n", (1, 4), "byte 0xFF is not UTF-8"),
        ("title: é \n".encode() + b"b: \xc3", (2, 4), "byte 0xC3 is not UTF-8"),
        ("title: x\n".encode("utf-16"), (1, 1), "the file is UTF-16 text, expected UTF-8"),
        ("title: x\n".encode("utf-16-le"), (1, 1), "the file looks like UTF-16 text, expected UTF-8"),
        (b"PK\x03\x04", (1, 1), "the file is not a text file but a zip archive"),
        (bytes(range(256)), (1, 1), "the file is not a text file"),
        (b"\x01\x02" * 10, (1, 1), "the file is not a text file"),
    ],
    ids=["latin-1", "behind a mark", "cut off", "UTF-16", "UTF-16 without mark", "zip", "every byte", "controls"],
)  # fmt: skip
def test_what_is_no_text_is_found_where_it_is(data: bytes, place: tuple[int, int], said: str):
    found = decode_or_find(data, "a.yaml")
    assert isinstance(found, Found)
    assert (found.span.line, found.span.column) == place
    assert said in found.message
    assert found.help


def test_what_is_text_is_text():
    assert decode_or_find("\ufefftitle: é\r\n".encode(), "a.yaml") == "title: é\r\n"


def test_a_control_character_is_left_to_whoever_reads_the_text():
    assert decode_or_find(b"title: \x07\n", "a.yaml") == "title: \x07\n"
    looked = look_at("a.yaml", [], {}, read=lambda _: b"title: \x07\n")
    assert [(found.name, found.region.line, found.region.column) for found in looked.findings] == [
        ("control-character", 1, 8)
    ]


def test_a_file_of_another_encoding_is_a_finding(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_bytes("title: Größe\n".encode("latin-1"))
    looked = look_at(str(path), [], {})
    assert looked.unreadable is None
    assert [(found.code, found.name, found.region.line, found.region.column) for found in looked.findings] == [
        ("RCY031", "invalid-encoding", 1, 10)
    ]


def test_a_file_that_is_too_large_is_a_finding(tmp_path: Path):
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(reading.LIMIT + 1)
    (found,) = look_at(str(path), [], {}).findings
    assert (found.name, found.message) == ("invalid-encoding", "the file is larger than 5,000,000 bytes")
