"""Each format of one run stands in a file beside the tests, exactly as it is written.

`python -m tests.lint.formats.test_golden` writes them anew.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from rootcause.lint.finding import in_order
from rootcause.lint.formats import FORMATS, write
from tests.lint.formats.sample import hostile, one_of_each, outcome

GOLDEN = Path(__file__).parent / "golden"
ENDS = {"full": "txt", "concise": "txt", "json-lines": "jsonl", "github": "log", "junit": "xml"}


def file_of(format: str) -> Path:
    return GOLDEN / f"{format}.{ENDS.get(format, 'json')}"


def text_of(format: str) -> str:
    return write(outcome(*one_of_each(), files=("plans/fine.yaml",)), format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_run_is_written_as_the_file_beside_the_tests_shows(format: str):
    assert text_of(format) == file_of(format).read_text(encoding="utf-8")


def test_there_is_a_file_for_each_format_and_no_other():
    assert {path.name for path in GOLDEN.iterdir()} == {file_of(format).name for format in FORMATS}


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_findings_give_the_same_text_in_whatever_order_they_were_found(format: str):
    findings = [*one_of_each(), *hostile()]
    random.Random(4).shuffle(findings)
    expected = outcome(*sorted([*one_of_each(), *hostile()], key=in_order))
    assert write(outcome(*sorted(findings, key=in_order)), format) == write(expected, format)


@pytest.mark.parametrize("format", FORMATS)
def test_the_name_of_a_file_that_is_not_utf_8_can_be_written(format: str):
    findings = [replace(finding, path="caf\udce9.yaml") for finding in one_of_each()]
    write(outcome(*findings), format).encode()


def test_an_unknown_format_is_told_to_the_caller():
    with pytest.raises(KeyError):
        write(outcome(), "xml")


if __name__ == "__main__":
    for name in FORMATS:
        file_of(name).write_text(text_of(name), encoding="utf-8", newline="")
