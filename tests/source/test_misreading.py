"""The usual traps: what a person wrote, and the rule, the place and the words that meet it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from rootcause.source.diagnostic import Severity
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree

QUOTE = "put the whole text in quotes"

TRAPS = [
    ("tab", "a:\n\tb: 1\n", "tab-indent", "2:1", "a tab indents this line", "spaces only"),
    ("odd space in a list", "a:\n  - b: 1\n  \xa0 c: 2\n", "indentation", "3:3", "U+00A0 indents this line", "spaces only"),
    ("mark in a mapping", "- a:\n    b: c\n\ufeff    d: e\n", "indentation", "3:1", "U+FEFF indents", "spaces only"),
    ("tab after spaces", "a:\n  \t- b\n", "tab-indent", "2:3", "a tab indents this line", "spaces only"),
    ("tab in a block of text", "a: |\n\tb\n", "tab-indent", "2:1", "a tab indents", "spaces"),
    ("question mark first", "ask: ? who\n", "question-mark", "1:6", "at the start of a text needs quotes", QUOTE),
    ("question mark alone", "ask: ?\n", "question-mark", "1:6", 'a "?"', QUOTE),
    ("question mark first in braces", "{ask: ? who}\n", "question-mark", "1:7", "inside { }", QUOTE),
    ("colon", "ask: Now: why\n", "colon-in-text", "1:9", 'a ": " stands in a text', f'{QUOTE}: "Now: why"'),
    ("colon after a question", "- ask: What? So: x # c\n", "colon-in-text", "1:16", 'a ": "', ': "What? So: x"'),
    ("colon and double quotes", 'ask: Now: "why"\n', "colon-in-text", "1:9", 'a ": "', """: 'Now: "why"'"""),
    ("colon at the end", "ask: Why:\n", "colon-in-text", "1:9", 'a ": "', '"Why:"'),
    ("colon in braces", "{ask: Now: why, type: text}\n", "colon-in-text", "1:10", 'a ": "', QUOTE),
    ("two keys on a line", "a: 1 b: 2\n", "colon-in-text", "1:7", 'a ": "', QUOTE),
    ("text after double quotes", 'ask: "Hi" he said\n', "text-after-quote", "1:11", "closing double quote", """single quotes: '"Hi" he said'"""),
    ("quote before a key", 'a:\n  - b: 1\n    "c: "It is: so\n', "text-after-quote", "3:10", "goes on after its closing double", "single quotes"),
    ("text after single quotes", "when: 'x' == y\n", "text-after-quote", "1:11", "closing single quote", """double quotes: "'x' == y\""""),
    ("apostrophe in single quotes", "a: 'it's'\n", "text-after-quote", "1:8", "closing single quote", '''double quotes: "it's"'''),
    ("quotes in double quotes", 'a: "He said "no" to me"\n', "text-after-quote", "1:14", "closing double", """'He said "no" to me'"""),
    ("colon after quotes", "a: 'b': c\n", "text-after-quote", "1:7", "goes on", "double quotes"),
    ("text after quotes in braces", '{a: "b" c, d: e}\n', "text-after-quote", "1:9", "goes on", "single quotes; or"),
    ("text after braces", "ask: {a: b} is it\n", "bracket-in-text", "1:13", 'closing "}"', QUOTE),
    ("text after brackets", "ask: [x] is it\n", "bracket-in-text", "1:10", 'closing "]"', QUOTE),
    ("colon after brackets", "ask: [x]: b\n", "bracket-in-text", "1:9", 'closing "]"', QUOTE),
    ("placeholder in braces", "{ask: Why ${x}, a: b}\n", "bracket-in-text", "1:12", 'a "{" stands in a text', QUOTE),
    ("placeholder in brackets", "[a, ${x}]\n", "bracket-in-text", "1:6", "inside [ ]", QUOTE),
    ("at sign", "by: @jo\n", "reserved-start", "1:5", 'cannot start with "@"', QUOTE),
    ("backquote", "a: `b`\n", "reserved-start", "1:4", 'cannot start with "`"', QUOTE),
    ("percent", "a: %b\n", "reserved-start", "1:4", 'cannot start with "%"', QUOTE),
    ("percent first on a line", "%b\n", "reserved-start", "1:1", "a line cannot start", QUOTE),
    ("percent and a colon", "a: 1\n%b: c\n", "reserved-start", "2:1", "a line cannot start", QUOTE),
    ("star and space", "a: * b\n", "reserved-start", "1:4", 'cannot start with "*"', QUOTE),
    ("ampersand and space", "a: & b\n", "reserved-start", "1:4", 'cannot start with "&"', QUOTE),
    ("bar in braces", "{a: | b}\n", "reserved-start", "1:5", 'cannot start with "|"', QUOTE),
    ("bar and text", "a: |b\n", "block-text", "1:4", 'after "|" the text starts on the next line', QUOTE),
    ("greater and text", "a: > b\n", "block-text", "1:4", 'after ">"', "next line"),
    ("brace not closed", "a: {b: 1\n", "unmatched-bracket", "1:4", 'this "{" is never closed', 'add the "}"'),
    ("bracket not closed", "a: [b\nc: d\n", "unmatched-bracket", "1:4", 'this "["', 'add the "]"'),
    ("brace not closed in a list", "- {a: b\n- {a: c}\n", "unmatched-bracket", "1:3", 'this "{"', "}"),
    ("brace not closed after quotes", '{a: "b"\n', "unmatched-bracket", "1:1", 'this "{"', "}"),
    ("bracket alone", "a: [\n", "unmatched-bracket", "1:4", 'this "["', "]"),
    ("double quote not closed", 'a: "b\nc: d\n', "unclosed-quote", "1:4", "this double quote", r"write \""),
    ("single quote not closed", "a: 'b\n", "unclosed-quote", "1:4", "this single quote", "write ''"),
    ("quote closed by the next one", '- {a: "b}\n- {a: "c"}\n', "unclosed-quote", "1:7", "where its text ends", "on its line"),
    ("backslash in double quotes", r'a: "C:\Users"', "bad-escape", "1:7", r'"\Users"', r"write \\"),
    ("unknown escape", r'a: "b\q"', "bad-escape", "1:6", r'"\q"', "single quotes"),
    ("half a character", r'a: "\ud800"', "bad-escape", "1:5", r'"\ud800"', r"write \\"),
    ("half a character beside a whole one", r'a: "\ud83d\ude00 \ude00"', "bad-escape", "1:18", r'"\ude00"', r"write \\"),
    ("two first halves", r'a: "\ud83d\ud83d\ude00"', "bad-escape", "1:5", r'"\ud83d"', r"write \\"),
    ("comma missing between lines", "a: {\n  b: c\n  d: e\n}\n", "missing-comma", "2:7", 'before "d"', '","'),
    ("comma missing after quotes", '{a: "b" c: d}\n', "missing-comma", "1:8", 'before "c"', '","'),
    ("comma missing after braces", "{a: {b: c} d: e}\n", "missing-comma", "1:11", 'before "d"', '","'),
    ("two commas", "[a,,b]\n", "empty-entry", "1:4", 'nothing before this ","', "remove it"),
    ("colon without a key", "{: a}\n", "empty-entry", "1:2", 'nothing before this ":"', "remove it"),
    ("colon first on a line", ": a\n", "empty-entry", "1:1", 'nothing before this ":"', QUOTE),
    ("bracket too many", "{a: b}}\n", "unmatched-bracket", "1:7", "nothing that this", "remove it"),
    ("bracket of the other kind", "[a}\n", "unmatched-bracket", "1:3", 'expected "]"', 'write "]"'),
    ("bracket of the other kind after quotes", '- {a: "b"]\n', "unmatched-bracket", "1:10", 'expected "}"', 'write "}"'),
    ("bracket first", "a: ]\n", "unmatched-bracket", "1:4", "nothing that this", QUOTE),
    ("list behind its key", "a: - b\n", "list-on-key-line", "1:4", "after its key", QUOTE),
    ("dash without space", "- a\n-b\n", "missing-space", "2:1", 'no space after the "-"', 'write "- b"'),
    ("colon without space", "a:b\nc: d\n", "missing-space", "1:2", 'no space after the ":"', 'write "a: b"'),
    ("key too deep", "a: b\n  c: d\n", "indentation", "2:3", '"c" stands deeper', "column of its neighbours"),
    ("key too deep after an address", "a: http://b\n  c: d\n", "indentation", "2:3", '"c" stands deeper', QUOTE),
    ("key between columns", "a:\n    b: 1\n  c: 2\n", "indentation", "3:3", "does not line up", "same column"),
    ("key out of its list", "- a: 1\n b: 2\n", "indentation", "2:2", "does not line up", "same column"),
    ("first key too deep", " a: 1\nb: 2\n", "indentation", "2:1", "does not line up", "same column"),
    ("entry without a list", "a: 1\n- b\n", "indentation", "2:1", "a list entry", "line it up"),
    ("line without a colon", "a: 1\nhello\nb: 2\n", "missing-colon", "2:1", '"hello" is neither', '": "'),
    ("text after the end", "a\n...\nb\n", "second-document", "3:1", "after its end", "remove"),
    ("line without a colon before an entry", "- a: 1\n  hello\n- b: 2\n", "missing-colon", "2:3", '"hello" is neither', '": "'),
    ("colon without space last in its entry", "- a: 1\n  b:c\n- d: e\n", "missing-space", "2:4", "no space", 'write "b: c"'),
    ("key too long", f"{'k' * 1100}: 1\n", "colon-in-text", "1:1", "more than 1,024", "shorter"),
    ("zero", "a: b\0\n", "control-character", "1:5", "U+0000", "delete it"),
    ("escape character", "a: \x1b\n", "control-character", "1:4", "U+001B", "delete it"),
    ("lone surrogate", "a: é\ud800\n", "control-character", "1:5", "U+D800", "delete it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rule", "place", "said", "help"), [row[1:] for row in TRAPS], ids=[row[0] for row in TRAPS]
)
def test_a_trap_is_named_where_it_is(text: str, rule: str, place: str, said: str, help: str, parser: Any) -> None:
    tree, diagnostics = parse_tree(SourceText("f", text), parser=parser)
    assert tree is None
    (found,) = diagnostics
    assert (found.rule, found.severity) == (rule, Severity.ERROR)
    assert f"{found.span.line}:{found.span.column}" == place
    assert said in found.message
    assert help in str(found.help)


@pytest.mark.parametrize("text", ["{ask: Why?}", "[Is it so? Really, b]", "{ask: Why ? So, type: text}"])
def test_a_question_mark_inside_brackets_is_refused_by_every_parser(text: str, parser: Any) -> None:
    _, diagnostics = parse_tree(SourceText("f", text), parser=parser)
    assert [found.rule for found in diagnostics] == ["question-mark"]
    assert text[diagnostics[0].span.start] == "?"
    assert QUOTE in str(diagnostics[0].help)


def test_an_error_behind_another_one_adds_nothing_of_the_parser(parser: Any) -> None:
    _, diagnostics = parse_tree(SourceText("f", "a: *b c\n"), parser=parser)
    assert [found.rule for found in diagnostics] == ["anchor"]


def test_the_words_of_the_parser_are_the_last_resort() -> None:
    class Stumped:
        def __init__(self, text: str) -> None:
            mark = yaml.Mark("<unicode string>", 3, 0, 3, None, 0)
            raise yaml.MarkedYAMLError(None, None, "found the unexpected", mark)

    _, (found,) = parse_tree(SourceText("f", "a: b"), parser=Stumped)
    assert (found.rule, found.span.column) == ("yaml-syntax", 4)
    assert found.message == "this cannot be read as YAML: found the unexpected"


@pytest.mark.parametrize(
    "text",
    ["a: http://b", "a: it's", "a: 50%", "a: b # c: d", "a: C#", "a: b -c", "a: x ? y", "{a: b:c}", "a: ${b} {c}"],
)
def test_what_only_looks_like_a_trap_is_text(text: str, parser: Any) -> None:
    tree, diagnostics = parse_tree(SourceText("f", text), parser=parser)
    assert diagnostics == ()
    assert tree is not None
