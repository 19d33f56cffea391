"""Fixes of the usual traps: what a person wrote, and what stands there afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rootcause.source.diagnostic import Diagnostic
from rootcause.source.places import Branch, scalars_of
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree


def applied(found: Diagnostic) -> str:
    text = found.source.text
    if found.fix is not None:
        for edit in sorted(found.fix.edits, key=lambda edit: edit.span.start, reverse=True):
            text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


MENDED = [
    ("colon", "ask: Now: why\n", 'ask: "Now: why"\n'),
    ("colon before a comment", "ask: Now: why # hm\nhint: x\n", 'ask: "Now: why" # hm\nhint: x\n'),
    ("colon in an entry", "- Now: it is: so\n- b\n", '- Now: "it is: so"\n- b\n'),
    ("colon and double quotes", 'ask: Now: "why"\n', "ask: 'Now: \"why\"'\n"),
    ("colon at the end", "- ask: Why:\n  hint: x\n", '- ask: "Why:"\n  hint: x\n'),
    ("question mark first", "ask: ? who\n", 'ask: "? who"\n'),
    ("question mark first in an entry", "- ? What happened\n- b\n", '- "? What happened"\n- b\n'),
    ("question mark in braces", "{ask: Why?, type: text}\n", '{ask: "Why?", type: text}\n'),
    ("at sign", "by: @jo\n", 'by: "@jo"\n'),
    ("backquote with quotes", 'by: `jo` says "no"\n', "by: '`jo` says \"no\"'\n"),
    ("star and space", "- * b\n", '- "* b"\n'),
    ("text after double quotes", 'ask: "Hi" he said\n', "ask: '\"Hi\" he said'\n"),
    ("text after quotes with a sharp in them", 'ask: "Hi #1" he said\n', "ask: '\"Hi #1\" he said'\n"),
    ("text after single quotes", "when: 'x' == y\n", "when: \"'x' == y\"\n"),
    ("apostrophe in single quotes", "ask: 'it's'\n", 'ask: "it\'s"\n'),
    ("quotes in double quotes", 'ask: "He said "no" to me"\n', "ask: 'He said \"no\" to me'\n"),
    ("text after brackets", "ask: [x] is it\n", 'ask: "[x] is it"\n'),
    ("placeholder in braces", "{ask: Why ${x}, type: text}\n", '{ask: "Why ${x}", type: text}\n'),
    ("placeholder last in braces", "{type: text, ask: Why ${x} }\n", '{type: text, ask: "Why ${x}" }\n'),
    ("backslashes in double quotes", 'pattern: "\\d+\\w"\n', 'pattern: "\\\\d+\\\\w"\n'),
    ("colon without space", "type:text\nask: b\n", "type: text\nask: b\n"),
    ("colon without space in braces", "{type:text, ask: b}\n", "{type: text, ask: b}\n"),
    ("dash without space", "- a\n-b\n", "- a\n- b\n"),
    ("comma missing between lines", "a: {\n  b: c\n\n  d: e\n}\n", "a: {\n  b: c,\n\n  d: e\n}\n"),
    ("comma missing after quotes", '{a: "b" c: d}\n', '{a: "b", c: d}\n'),
    ("text cut at its comma", "{ask: What, and where, type: text}\n", '{ask: "What, and where", type: text}\n'),
    ("text cut at two commas", "{a: b, c: d, or e, or f}\n", '{a: b, c: "d, or e, or f"}\n'),
    ("odd spaces in a list", "- b: 1\n\xa0\xa0c: 2\n", "- b: 1\n  c: 2\n"),
    ("mark in a mapping", "- a:\n    b: c\n\ufeff    d: e\n", "- a:\n    b: c\n    d: e\n"),
    ("long number", f"a: {'9' * 41}\n", f'a: "{"9" * 41}"\n'),
    ("line that stands twice", "- a: 1\n  b: 2\n  c: 3\n  b: 2\n", "- a: 1\n  b: 2\n  c: 3\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mended"), [row[1:] for row in MENDED], ids=[row[0] for row in MENDED])
def test_a_trap_with_one_right_mend_is_mended(text: str, mended: str, parser: Any) -> None:
    _, diagnostics = parse_tree(SourceText("f", text), parser=parser)
    assert applied(diagnostics[0]) == mended
    assert parse_tree(SourceText("f", mended), parser=parser)[1] == ()


LEFT = [
    ("two keys on a line", "- ask: Why type: text\n- type: text\n"),
    ("a mapping on the line of its key", "check: that: x > 1\n---\n- {that: a}\n"),
    ("a text that goes on", "ask: Now: why\n  and how\n"),
    ("an entry that goes on", "- @jo\n  and how\n"),
    ("a sharp that starts no comment", "ask: Now: see #12\n"),
    ("a colon in braces", "{ask: Now: why, type: text}\n"),
    ("a comma behind quotes", 'ask: "Why?",\nhint: x\n'),
    ("a key behind quotes", 'ask: "Why?" type: text\n'),
    ("an escaped quote", 'ask: "a \\" b" c\n'),
    ("escapes that may be meant", 'a: "C:\\new\\q"\n'),
    ("half a character", 'a: "\\ud800"\n'),
    ("an address", "http://b\nc: d\n"),
    ("a key that perhaps has a value", "{id: a, required, type: text}\n"),
    ("a text behind quotes that was cut", '{ask: "What", and where}\n'),
    ("a text in braces with a comma", "{ask: Why ${x}, and how, type: text}\n"),
    ("percent first on a line", "%b\n"),
    ("a bracket never closed", "a: [b\nc: d\n"),
    ("a quote never closed", 'a: "b\nc: d\n'),
    ("a tab", "a:\n\tb: 1\n"),
    ("two values for a key", "a: 1\na: 2\n"),
    ("a mapping that stands twice", "a:\n  b: 1\na:\n  b: 1\n"),
    ("one key twice on a line", "{a: 1, a: 1}\n"),
]


@pytest.mark.parametrize("text", [row[1] for row in LEFT], ids=[row[0] for row in LEFT])
def test_where_it_is_not_certain_what_was_meant_a_person_decides(text: str, parser: Any) -> None:
    _, diagnostics = parse_tree(SourceText("f", text), parser=parser)
    assert diagnostics
    assert diagnostics[0].fix is None


TEXTS = st.text(st.sampled_from("aZ ?:#!&*|>@%`\"'-,.1é$\\"), min_size=1, max_size=12).map(str.strip).filter(bool)


@given(TEXTS)
def test_a_text_that_is_put_in_quotes_keeps_every_character(text: str) -> None:
    _, diagnostics = parse_tree(SourceText("f", f"- ask: {text}\n  hint: x\n"))
    if (
        diagnostics
        and diagnostics[0].fix
        and diagnostics[0].rule in ("colon-in-text", "question-mark", "reserved-start")
    ):
        tree, left = parse_tree(SourceText("f", applied(diagnostics[0])))
        assert left == ()
        assert tree is not None
        value = tree.at((0, "ask"))
        assert isinstance(value, str)
        assert text.startswith(value)
        assert not text.removeprefix(value).strip() or text.removeprefix(value).lstrip().startswith("#")


BUNDLED = Path(__file__).parents[2] / "questionnaires"


@pytest.mark.parametrize("name", ["incident-review.yaml", "complaint-resolution.yaml"])
def test_where_quotes_are_lost_every_fix_gives_back_what_was_said(name: str) -> None:
    source = SourceText.read(BUNDLED / name)
    tree, _ = parse_tree(source)
    assert tree is not None
    assert isinstance(tree.root, Branch)
    mended = 0
    for start, end in scalars_of(tree.root):
        if source.text[start] not in "'\"":
            continue
        text = source.text[:start] + source.text[start + 1 : end - 1] + source.text[end:]
        _, found = parse_tree(SourceText("f", text))
        while found and found[0].fix is not None:
            text = applied(found[0])
            now, found = parse_tree(SourceText("f", text))
            if not found:
                assert now is not None
                assert now.value == tree.value
                mended += 1
    assert mended > 5
