"""Files made to hang, crash or fill a program: every rule looks at them, and what comes out says something."""

from __future__ import annotations

import pytest

from rootcause.lint.finding import Finding
from rootcause.lint.linter import lint
from rootcause.lint.rules import looked_for
from rootcause.source.text import SourceText
from tests.lint.examples import SKELETON
from tests.source.test_hostile import READ, REFUSED

QUESTION = "      - {{id: extra, type: text, ask: {}}}\n"


def found_in(text: str) -> tuple[Finding, ...]:
    return lint(SourceText("f.yaml", text), looked_for(), raw=text)


@pytest.mark.parametrize(("text", "rule"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_refused_is_told_once_for_all_rules(text: str, rule: str):
    found = found_in(text)
    assert rule in {one.name for one in found}
    assert "internal-error" not in {one.name for one in found}
    assert len(found) <= 200
    assert all(len(one.message) < 300 and len(str(one.help)) < 500 and len("".join(one.frame)) < 1000 for one in found)


@pytest.mark.parametrize("text", [row[1] for row in READ], ids=[row[0] for row in READ])
def test_what_can_be_read_is_told_that_it_is_no_questionnaire(text: str):
    assert {one.name for one in found_in(text)} & {"missing-key", "wrong-type"}


INSIDE = [
    ("a text of a megabyte", SKELETON.format(top="", questions=QUESTION.format('"' + "why " * 250_000 + '"'))),
    ("a key of 2,000 characters", SKELETON.format(top=f"{'k' * 2000}: 1\n", questions="")),
    ("an id of 2,000 characters", SKELETON.format(top="", questions=f"      - {{id: {'i' * 2000}, type: text, ask: x}}")),
    ("an expression of a thousand brackets", SKELETON.format(top="", questions="      - {id: x, type: text, ask: x, when: \"" + "(" * 1000 + '"}')),
    ("an expression of many words", SKELETON.format(top="", questions="      - {id: x, type: text, ask: x, when: \"" + "not " * 20_000 + 'true"}')),
    ("a pattern that takes for ever", SKELETON.format(top="", questions="      - {id: x, type: text, ask: x, pattern: '(a+)+(b+)+$'}")),
    ("a number of 5,000 digits", SKELETON.format(top=f"minutes: {'9' * 5000}\n", questions="")),
    ("half a character", SKELETON.format(top='description: "\\ud800"\n', questions="")),
    ("every number from 1", SKELETON.format(top="lists:\n  a: {" + ", ".join(f"k{n}: 0{n}" for n in range(5000)) + "}\n", questions="")),
    ("all invisible", SKELETON.format(top="description: " + "a\u200b\u202e" * 20_000 + "\n", questions="")),
    ("a line of half a megabyte with much to say", SKELETON.format(top="lists: {a: {" + ", ".join(f"k{n}: 0{n}\u200b" for n in range(20_000)) + "}}\n", questions="")),
    ("line breaks of three kinds", "title: x\r\n\r\n\n" * 10_000),
    ("a terminal sequence", SKELETON.format(top='description: "\\e]0;x\\a\\n::error::x"\n', questions="")),
    ("only a byte order mark", "\ufeff"),
    ("nothing", ""),
    ("comments that want to be rules", "# rootcause: ignore[x] y\n" * 100_000),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[1] for row in INSIDE], ids=[row[0] for row in INSIDE])
def test_what_hides_in_a_questionnaire_stops_no_rule(text: str):
    found = found_in(text)
    assert "internal-error" not in {one.name for one in found}
    assert all(line.isprintable() for one in found for line in one.frame)
    assert len(found) <= 1_100
    assert sum(len(one.line_text) for one in found) < 1_000_000
