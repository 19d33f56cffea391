"""How a file begins and how its lines end."""

from __future__ import annotations

import pytest

from rootcause.lint.finding import Finding
from rootcause.lint.linter import lint
from rootcause.lint.rules import rule
from rootcause.source.text import SourceText

RULES = [rule("byte-order-mark"), rule("mixed-line-breaks")]


def found_in(raw: str) -> list[Finding]:
    return [found for found in lint(SourceText("f.yaml", raw), RULES, raw=raw) if found.code in {"RCY026", "RCY027"}]


def mended(raw: str, found: Finding) -> str:
    assert found.mend is not None
    marks = len(raw) - len(raw.lstrip("\ufeff"))
    for one in reversed(found.mend.replacements):
        raw = raw[: marks + one.region.start] + one.text + raw[marks + one.region.end :]
    return raw


@pytest.mark.parametrize("marks", [1, 2])
def test_a_byte_order_mark_stands_before_the_text(marks: int):
    raw = "\ufeff" * marks + "title: x\n"
    (found,) = found_in(raw)
    assert (found.name, found.region.line, found.region.column) == ("byte-order-mark", 1, 1)
    assert mended(raw, found) == "title: x\n"


@pytest.mark.parametrize(
    ("raw", "line", "after"),
    [
        ("a: 1\r\nb: 2\r\nc: 3\n", 3, "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("a: 1\nb: 2\r\nc: 3\n", 2, "a: 1\nb: 2\nc: 3\n"),
        ("a: 1\r\nb: 2\n", 1, "a: 1\nb: 2\n"),
        ("a: 1\rb: 2\r\nc: 3\r\n", 1, "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("\ufeffa: 1\nb: 2\nc: 3\r\n", 3, "\ufeffa: 1\nb: 2\nc: 3\n"),
    ],
    ids=["mostly windows", "mostly others", "as many", "an old one", "behind a mark"],
)
def test_the_common_line_break_is_put_everywhere(raw: str, line: int, after: str):
    found = found_in(raw)[-1]
    assert (found.name, found.region.line) == ("mixed-line-breaks", line)
    assert mended(raw, found) == after


def test_the_message_counts():
    (found,) = found_in("a: 1\r\nb: 2\nc: 3\n")
    assert found.message == "lines end in different ways: 2 end with LF, 1 end with CR LF"


@pytest.mark.parametrize("raw", ["", "a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1"])
def test_one_kind_is_fine(raw: str):
    assert found_in(raw) == []
