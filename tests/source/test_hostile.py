"""Files made to hang, crash or fill a program. Each is refused by a limit, or read like any other."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from rootcause.source.diagnostic import render_all
from rootcause.source.text import SourceText
from rootcause.source.tree import FASTEST_PARSER, parse_tree

BILLION_LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "m0: &m0 {a: 1}\n" + "".join(
    f"m{n + 1}: &m{n + 1} {{<<: [{', '.join([f'*m{n}'] * 9)}]}}\n" for n in range(8)
)

REFUSED = [
    ("brackets", "[" * 100_000, "too-complex"),
    ("a million brackets", "[" * 1_000_000, "too-complex"),
    ("brackets closed", "[" * 100_000 + "]" * 100_000, "too-complex"),
    ("brackets and keys", "[{a: " * 50_000, "too-complex"),
    ("braces", "{" * 100_000, "bracket-in-text"),
    ("dashes", "- " * 100_000, "too-complex"),
    ("question marks", "? " * 100_000, "bracket-in-text"),
    ("question marks and dashes", "? - " * 50_000, "bracket-in-text"),
    ("indentation", "".join(f"{' ' * depth}a:\n" for depth in range(1000)), "too-complex"),
    ("billion laughs", BILLION_LAUGHS, "anchor"),
    ("merge keys", MERGE_BOMB, "anchor"),
    ("a list in itself", "&a [*a]", "anchor"),
    ("200,001 values", "- a\n" * 200_000, "too-complex"),
    ("200,001 keys", "".join(f"k{number}:\n" for number in range(100_001)), "too-complex"),
    ("200,001 empty lists", "- []\n" * 200_000, "too-complex"),
    ("duplicate keys", "a: 1\n" * 300_000, "duplicate-key"),
    ("anchors", "&a " * 10_000, "anchor"),
    ("a million digits", "a: " + "9" * 1_000_000, "long-number"),
    ("a million digits behind a point", "a: 1." + "9" * 1_000_000, "long-number"),
    ("a tag of a megabyte", "a: !" + "b" * 1_000_000 + " 1", "tag"),
    ("an alias of a megabyte", "a: *" + "b" * 1_000_000, "anchor"),
    ("a key of a megabyte", "a" * 1_000_000 + ": 1", "colon-in-text"),
    ("a quote before a megabyte", "a: '" + "b\n" * 500_000, "unclosed-quote"),
    ("a bracket before quotes", "a: [b" + " 'b" * 200_001, "unmatched-bracket"),
    ("documents", "---\n" * 100_000, "second-document"),
    ("colons", ":" * 100_000, "colon-in-text"),
    ("commas", "," * 100_000, "empty-entry"),
    ("exclamation marks", "!" * 100_000, "tag"),
    ("a date that is none, by tag", "a: !!timestamp 2026-13-45", "tag"),
    ("a code point beyond Unicode", r'a: "\UFFFFFFFF"', "bad-escape"),
    ("half a character", r'a: "\udc00"', "bad-escape"),
]  # fmt: skip

READ = [
    ("one line of five megabytes", "a: " + "b" * 4_900_000),
    ("comments", "# a\n" * 1_000_000),
    ("blank lines", "\n" * 4_000_000),
    ("spaces", " " * 4_000_000 + "a: 1"),
    ("a block of text", "a: |\n" + " b\n" * 1_000_000),
    ("a date that is none", "a: 2026-13-45"),
    ("keys without values", "".join(f"k{number}:\n" for number in range(50_000))),
]


@pytest.mark.parametrize(("text", "rule"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_hostile_file_is_refused_in_words(text: str, rule: str) -> None:
    _, diagnostics = parse_tree(SourceText("f", text))
    assert diagnostics[0].rule == rule
    assert len(diagnostics) <= 100
    assert len(render_all(diagnostics)) < 50_000
    assert all(len(found.message) < 300 and len(str(found.help)) < 300 for found in diagnostics)


SMALL = [row for row in REFUSED if len(row[1]) <= 100_000]


@pytest.mark.parametrize(("text", "rule"), [row[1:] for row in SMALL], ids=[row[0] for row in SMALL])
def test_the_python_parser_refuses_it_too(text: str, rule: str) -> None:
    _, diagnostics = parse_tree(SourceText("f", text), parser=yaml.SafeLoader)
    assert rule in [found.rule for found in diagnostics]


@pytest.mark.parametrize("text", [row[1] for row in READ], ids=[row[0] for row in READ])
def test_a_large_but_harmless_file_is_read(text: str) -> None:
    tree, diagnostics = parse_tree(SourceText("f", text))
    assert diagnostics == ()
    assert tree is not None
    assert tree.span().end <= len(text)


def test_64_levels_are_read_and_65_refused(parser: Any) -> None:
    assert parse_tree(SourceText("f", "[" * 64 + "]" * 64), parser=parser)[1] == ()
    _, (found,) = parse_tree(SourceText("f", "[" * 65 + "]" * 65), parser=parser)
    assert (found.rule, found.span.column) == ("too-complex", 65)


def test_200000_values_are_read() -> None:
    tree, diagnostics = parse_tree(SourceText("f", "- a\n" * 199_999))
    assert diagnostics == ()
    assert tree is not None


def test_reading_stops_at_the_limit_and_not_at_the_end_of_the_file() -> None:
    class Endless:
        """A parser that opens lists for ever."""

        def __init__(self, text: str) -> None:
            self.opened = 0

        def get_event(self) -> yaml.Event:
            self.opened += 1
            mark = yaml.Mark("f", 0, 0, 0, None, 0)
            return yaml.SequenceStartEvent(None, None, True, mark, yaml.Mark("f", 1, 0, 1, None, 0), flow_style=True)

        def dispose(self) -> None:
            assert self.opened == 65

    assert parse_tree(SourceText("f", "["), parser=Endless)[1][0].rule == "too-complex"


@pytest.mark.parametrize(
    "error", [ValueError("x"), OverflowError("x"), RecursionError("x"), UnicodeEncodeError("utf-8", "x", 0, 1, "x")]
)
def test_whatever_a_parser_raises_about_a_text_is_a_finding(error: Exception) -> None:
    class Failing:
        def __init__(self, text: str) -> None:
            raise error

    tree, (found,) = parse_tree(SourceText("f", "a"), parser=Failing)
    assert tree is None
    assert found.rule == "yaml-syntax"


def test_the_c_parser_is_used_where_there_is_one() -> None:
    assert FASTEST_PARSER is getattr(yaml, "CSafeLoader", yaml.SafeLoader)
