from __future__ import annotations

import gc
import json
from decimal import Decimal
from typing import Any

import pytest
import yaml

from rootcause.source.text import SourceText
from rootcause.source.tree import Plain, Route, Tree, parse_tree

QUESTIONS = """\
# A questionnaire
title: Late delivery
sections:
  - id: what
    questions:
      - {id: summary, ask: "What happened?", max: 2.50}   # one line
      - id: why
        hint: |
          Think of the customer.

            Then of us.

        when: summary == 'late'

  - id: then
    choices: {}
source: 'it''s ours'
"""


def read(text: str, parser: Any = None) -> Tree:
    tree, diagnostics = parse_tree(SourceText("f.yaml", text), **({"parser": parser} if parser else {}))
    assert diagnostics == ()
    assert tree is not None
    return tree


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-7", -7),
        ("0", 0),
        ("1.50", Decimal("1.50")),
        ("-0.5", Decimal("-0.5")),
        ("0.000000", Decimal("0.000000")),
        ("9" * 40, int("9" * 40)),
        ("'true'", "true"),
        ('"12"', "12"),
        ("|\n  12\n", "12\n"),
        (">-\n  a\n  b\n", "a b"),
        ("''", ""),
    ],
)
def test_what_a_scalar_means(written: str, value: Plain, parser: Any) -> None:
    found = read(f"a: {written}", parser).value
    assert isinstance(found, dict)
    assert found == {"a": value}
    assert type(found["a"]) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "yes", "no", "on", "off", "True", "NULL", "012", "0o14", "0x1F", "1_000", "12:30", "190:20:30", "2026-01-31",
        "1e3", "1.", ".5", "+1", "-0", "--1", "-a", "1.2.3", "0.0000001", "١٢", ".inf", ".nan", "=", "<<", "${x}", "50%",
    ],
)  # fmt: skip
def test_everything_else_is_text_and_means_what_it_shows(text: str, parser: Any) -> None:
    assert read(f"a: {text}", parser).value == {"a": text}


@pytest.mark.parametrize("indent", [None, 2])
def test_json_is_read_as_it_is(indent: int | None, parser: Any) -> None:
    value: dict[str, object] = {
        "a": 'x\ty\n"\\ / é 漢 \u2028 \x1b \x7f',
        "b": [True, None, -1, {}, []],
        "c": "😀 \U0010ffff",
        "d": "",
    }
    assert read(json.dumps(value, indent=indent), parser).value == value


def test_a_character_of_two_escapes_keeps_the_places_right() -> None:
    tree = read(r'{"a": "\ud83d\ude00 x", "b": "\\ud83d", "c": "y\/z"}')
    assert tree.value == {"a": "😀 x", "b": r"\ud83d", "c": "y/z"}
    assert tree.source.slice(tree.span_within(("a",), 2, 3)) == r'"\ud83d\ude00 x"'
    assert tree.source.slice(tree.span(("c",))) == r'"y\/z"'


@pytest.mark.parametrize("key", ["1", "true", "1.0", "null", "2026-01-31", "on"])
def test_a_key_is_its_text(key: str, parser: Any) -> None:
    assert read(f"{key}: x", parser).value == {key: "x"}


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "\ufeff"])
def test_a_text_without_a_value_is_a_tree_without_one(text: str, parser: Any) -> None:
    tree = read(text, parser)
    assert tree.value is None
    assert tree.span(("a", 0)).start == tree.span().start


def test_a_document_may_be_marked_as_one(parser: Any) -> None:
    assert read("---\na: 1\n...\n", parser).value == {"a": 1}


def test_values_of_a_whole_file(parser: Any) -> None:
    assert read(QUESTIONS, parser).value == {
        "title": "Late delivery",
        "sections": [
            {
                "id": "what",
                "questions": [
                    {"id": "summary", "ask": "What happened?", "max": Decimal("2.50")},
                    {"id": "why", "hint": "Think of the customer.\n\n  Then of us.\n", "when": "summary == 'late'"},
                ],
            },
            {"id": "then", "choices": {}},
        ],
        "source": "it's ours",
    }


SPANS: list[tuple[Route, str, str]] = [
    (("title",), "Late delivery", "title"),
    (("sections", 0, "id"), "what", "id"),
    (("sections", 0, "questions", 0), '{id: summary, ask: "What happened?", max: 2.50}', '{id: summary, ask: "What happened?", max: 2.50}'),
    (("sections", 0, "questions", 0, "ask"), '"What happened?"', "ask"),
    (("sections", 0, "questions", 1, "hint"), "|\n          Think of the customer.\n\n            Then of us.", "hint"),
    (("sections", 1), "id: then\n    choices: {}", "id: then\n    choices: {}"),
    (("sections", 1, "choices"), "{}", "choices"),
    (("source",), "'it''s ours'", "source"),
]  # fmt: skip


@pytest.mark.parametrize(("route", "value", "key"), SPANS, ids=[str(row[0]) for row in SPANS])
def test_a_route_leads_to_the_value_and_to_its_key(route: Route, value: str, key: str, parser: Any) -> None:
    tree = read(QUESTIONS, parser)
    assert tree.source.slice(tree.span(route)) == value
    assert tree.source.slice(tree.key_span(route)) == key


def test_a_block_ends_with_its_last_value_not_with_the_blank_lines_and_comments_behind_it(parser: Any) -> None:
    tree = read("a:\n  b:\n    - c # why\n\n# next\n\nd: e\n\n# end\n", parser)
    assert tree.source.slice(tree.span(("a",))) == "b:\n    - c"
    assert tree.source.slice(tree.span()) == "a:\n  b:\n    - c # why\n\n# next\n\nd: e"


@pytest.mark.parametrize(
    ("route", "ancestor"),
    [
        (("sections", 0, "nothing"), ("sections", 0)),
        (("sections", 9), ("sections",)),
        (("sections", -1), ("sections",)),
        (("sections", "id"), ("sections",)),
        (("title", "en", 3), ("title",)),
        ((0,), ()),
    ],
)
def test_a_route_that_does_not_exist_leads_to_its_nearest_ancestor(route: Route, ancestor: Route) -> None:
    tree = read(QUESTIONS)
    assert tree.span(route) == tree.key_span(route) == tree.span_within(route, 0, 1) == tree.span(ancestor)


@pytest.mark.parametrize(
    ("route", "value"),
    [
        ((), {"a": ["b", {"c": 1}]}),
        (("a", 1, "c"), 1),
        (("a", -1), None),
        (("a", "c"), None),
        (("a", 0, 0), None),
        (("b",), None),
        ((0,), None),
    ],
)
def test_a_route_leads_to_a_value_or_to_none(route: Route, value: Plain) -> None:
    assert read("a: [b, {c: 1}]").at(route) == value


def test_an_empty_value_stands_behind_its_colon(parser: Any) -> None:
    tree = read("a:\nb: 1\n", parser)
    assert (tree.span(("a",)).start, tree.span(("a",)).end) == (2, 2)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(line_break: str, parser: Any) -> None:
    tree = read(line_break.join(["a: 1", "b: 漢字", "c:", "  - d", ""]), parser)
    assert (tree.span(("c", 0)).line, tree.span(("c", 0)).column) == (4, 5)
    assert tree.source.slice(tree.span(("b",))) == "漢字"


WITHIN = [
    ("plain", "a: when x == 1", 5, 6, "x"),
    ("whole plain", "a: xy", 0, 2, "xy"),
    ("single quotes", "a: 'when x'", 5, 6, "x"),
    ("double quotes", '{a: "when x"}', 5, 6, "x"),
    ("literal", "a: |\n  one\n  two x\n", 8, 9, "x"),
    ("literal with a blank line", "a: |-\n    one\n\n      two x\nb: 1\n", 11, 12, "x"),
    ("literal over lines", "a: |\n  one\n  two\n", 0, 7, "one\n  two"),
    ("literal of CR LF", "a: |\r\n  one\r\n  two\r\n", 4, 7, "two"),
    ("literal with a comment", "a: | # why\n  one\n", 1, 2, "n"),
    ("literal with its indentation", "a: |1\n   one\n", 2, 3, "o"),
    ("literal that keeps its end", "a: |+\n  one\n\n\nb: 1", 0, 3, "one"),
    ("at the end", "a: 'one'", 3, 3, ""),
]


@pytest.mark.parametrize(("text", "start", "end", "part"), [row[1:] for row in WITHIN], ids=[row[0] for row in WITHIN])
def test_a_part_of_a_text_is_found_where_that_is_certain(
    text: str, start: int, end: int, part: str, parser: Any
) -> None:
    tree = read(text, parser)
    assert tree.source.slice(tree.span_within(("a",), start, end)) == part


UNCERTAIN = [
    ("an escape", r'a: "one\ttwo"'),
    ("a doubled quote", "a: 'it''s one'"),
    ("folded", "a: >\n  one\n  two\n"),
    ("plain over lines", "a: one\n  two\n"),
    ("a number", "a: 123"),
    ("a list", "a: [one]"),
]


@pytest.mark.parametrize("text", [row[1] for row in UNCERTAIN], ids=[row[0] for row in UNCERTAIN])
def test_elsewhere_the_whole_value_is_meant(text: str, parser: Any) -> None:
    tree = read(text, parser)
    assert tree.span_within(("a",), 1, 2) == tree.span(("a",))


@pytest.mark.parametrize(("start", "end"), [(2, 1), (-1, 1), (0, 99)])
def test_a_part_that_is_none_means_the_whole_value(start: int, end: int) -> None:
    tree = read("a: one")
    assert tree.span_within(("a",), start, end) == tree.span(("a",))


def test_no_garbage_is_looked_for_while_reading() -> None:
    was_on = []

    class Watching(yaml.SafeLoader):
        def get_event(self) -> Any:
            was_on.append(gc.isenabled())
            return super().get_event()  # type: ignore[no-untyped-call]

    parse_tree(SourceText("f", "a: 1"), parser=Watching)
    assert not any(was_on)


def test_the_garbage_collector_is_left_as_it_was() -> None:
    parse_tree(SourceText("f", "a: ["))
    assert gc.isenabled()
    gc.disable()
    try:
        parse_tree(SourceText("f", "a: 1"))
        assert not gc.isenabled()
    finally:
        gc.enable()
