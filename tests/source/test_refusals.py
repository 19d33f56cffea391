"""What YAML allows and our files do not. Whether a tree comes with the finding is part of each row."""

from __future__ import annotations

from typing import Any

import pytest

from rootcause.source.diagnostic import Severity, render
from rootcause.source.text import SourceText
from rootcause.source.tree import Tree, parse_tree

REFUSED = [
    ("an anchor", "a: &x 1\n", "anchor", "1:4", '"&x"', {"a": 1}),
    ("an anchor on a list", "a: &x [1]\n", "anchor", "1:4", '"&x"', {"a": [1]}),
    ("an anchor on a key", "&x a: 1\n", "anchor", "1:1", '"&x"', {"a": 1}),
    ("an alias", "a: *x\n", "anchor", "1:4", '"*x"', None),
    ("an alias as a key", "*x : 1\n", "anchor", "1:1", '"*x"', None),
    ("a tag", "a: !!int 1\n", "tag", "1:4", '"!!int"', {"a": 1}),
    ("a tag of its own", "a: !x 1\n", "tag", "1:4", '"!x"', {"a": 1}),
    ("a tag that runs", "a: !!python/object/apply:os.system [x]\n", "tag", "1:4", "is a tag", {"a": ["x"]}),
    ("a tag on a mapping", "!x {a: 1}\n", "tag", "1:1", '"!x"', {"a": 1}),
    ("a merge key", "<<: {a: 1}\n", "anchor", "1:1", '"<<" merges', {"<<": {"a": 1}}),
    ("a duplicate key", "a: 1\nb: 2\na: 3\n", "duplicate-key", "3:1", '"a" stands twice in one mapping, on lines 1 and 3', {"a": 3, "b": 2}),
    ("a duplicate key in quotes", "a: 1\n'a': 3\n", "duplicate-key", "2:1", "on lines 1 and 2", {"a": 3}),
    ("a duplicate key on one line", "{a: 1, a: 2}\n", "duplicate-key", "1:8", "on line 1", {"a": 2}),
    ("a second document", "a: 1\n---\nb: 1\n", "second-document", "2:1", "a second document starts here", None),
    ("a mapping as a key", "{{name}}\n", "bracket-in-text", "1:2", "where a key is expected", None),
    ("a list as a key", "? [a]\n: b\n", "bracket-in-text", "1:3", "where a key is expected", None),
    ("a key by question mark", "- ? What happened\n", "question-mark", "1:3", 'a "?"', [{"What happened": None}]),
    ("a key by question mark in brackets", "[? a]\n", "question-mark", "1:2", 'a "?"', [{"a": None}]),
    ("a text cut at its comma", "{ask: What, and where, type: text}\n", "missing-value", "1:13", '"and where" has no value', {"ask": "What", "type": "text"}),
    ("a key without a value in braces", "{a: , b: 1}\n", "missing-value", "1:2", '"a" has no value', {"a": None, "b": 1}),
    ("a key without a space in braces", "{a:b}\n", "missing-value", "1:2", '"a:b" has no value', {"a:b": None}),
    ("a pair in a list", "[a, Yes: it did]\n", "colon-in-text", "1:5", 'a ": " inside [ ]', ["a", {"Yes": "it did"}]),
    ("a long number", f"a: {'9' * 41}\n", "long-number", "1:4", "more than 40 digits", {"a": "9" * 41}),
    ("a long decimal", f"a: 1.{'9' * 40}\n", "long-number", "1:4", "more than 40 digits", {"a": f"1.{'9' * 40}"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rule", "place", "said", "value"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_our_files_do_not_allow(text: str, rule: str, place: str, said: str, value: object, parser: Any) -> None:
    tree, diagnostics = parse_tree(SourceText("f", text), parser=parser)
    first = diagnostics[0]
    assert (first.rule, first.severity, f"{first.span.line}:{first.span.column}") == (rule, Severity.ERROR, place)
    assert said in first.message
    assert first.help
    assert (tree.value if isinstance(tree, Tree) else None) == value


def test_a_duplicate_key_points_at_both_places() -> None:
    _, (found,) = parse_tree(SourceText("f.yaml", "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n"))
    assert render(found).splitlines() == [
        'f.yaml:5:3: error[duplicate-key]: the key "c" stands twice in one mapping, on lines 3 and 5',
        "   5 |   c: 3",
        "     |   ^",
        "  f.yaml:3:3: it stands here first",
        "   3 |   c: 1",
        "     |   ^",
        "  help: remove one of them, or give it the name that was meant",
    ]


def test_one_key_in_several_mappings_is_fine(parser: Any) -> None:
    assert parse_tree(SourceText("f", "[{a: 1}, {a: {a: 2}}]"), parser=parser)[1] == ()


def test_reading_goes_on_after_a_lesser_error(parser: Any) -> None:
    _, diagnostics = parse_tree(SourceText("f", "a: &x 1\na: 2\nb: {c, d: !t 3}\n"), parser=parser)
    assert [found.rule for found in diagnostics] == ["anchor", "duplicate-key", "missing-value", "tag"]


HELP = [
    ("a text cut at its comma", "{a, b: 1}", 'a "," ends a text'),
    ("no value", "{a: , b: 1}", 'write "" for an empty text'),
    ("no space", "{a:b}", 'put a space after the ":"'),
]


@pytest.mark.parametrize(("text", "help"), [row[1:] for row in HELP], ids=[row[0] for row in HELP])
def test_a_missing_value_has_the_help_for_its_cause(text: str, help: str, parser: Any) -> None:
    _, (found,) = parse_tree(SourceText("f", text), parser=parser)
    assert help in str(found.help)


@pytest.mark.parametrize("text", ["a:\nb: 1\n", "{a: null}", "{a: ~}", "{a: ''}", "ask: Why?\nhint:\n", "? a\n: b\n"])
def test_what_only_looks_like_a_missing_value_is_fine(text: str, parser: Any) -> None:
    assert parse_tree(SourceText("f", text), parser=parser)[1] == ()


HIDING = [
    "a: x\u2028b: 'y'\n",
    "a: x\u2029b: y",
    "a: x # c\x85b: y",
    "- 'x'\u2028- y",
    "a: é\u2028b: 'y\u2028'",
    "a:\n  b: c\u2028 d: e\n",
]


@pytest.mark.parametrize("text", HIDING)
def test_a_line_break_that_nobody_sees_is_refused(text: str, parser: Any) -> None:
    _, (found,) = parse_tree(SourceText("f", text), parser=parser)
    assert found.rule == "control-character"
    assert text[found.span.start] in "\x85\u2028\u2029"


@pytest.mark.parametrize("text", ["a: 'x\u2028y'\n", 'a: "x\u2029y\x85"\n', "- |\n  x\u2028  y\n", "a: x\u2028  y\n"])
def test_inside_a_text_it_is_a_character_of_the_text(text: str, parser: Any) -> None:
    tree, diagnostics = parse_tree(SourceText("f", text + "b: [z]\n" if text[0] != "-" else text), parser=parser)
    assert diagnostics == ()
    assert tree is not None
    assert tree.source.position(tree.span().end)[0] == len(tree.source.text.rstrip().split("\n"))
