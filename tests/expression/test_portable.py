import json

import pytest

from rootcause.expression import portable
from rootcause.expression.flaw import Flaw
from rootcause.expression.parser import parse_expression
from rootcause.expression.portable import from_portable, to_portable
from rootcause.expression.syntax import Expression, walk

FORMS = [
    ("true", True),
    ("false", False),
    ("1.50", ["num", "1.50"]),
    ("12", ["num", "12"]),
    ("'Größe'", ["text", "Größe"]),
    ("date('2026-01-31')", ["date", "2026-01-31"]),
    ("carrier", ["name", "carrier"]),
    ("previous.because", ["previous", "because"]),
    ("index", ["index"]),
    ("today", ["today"]),
    ("now", ["now"]),
    ("not a", ["not", ["name", "a"]]),
    ("-a", ["neg", ["name", "a"]]),
    ("a and b and c", ["and", ["name", "a"], ["name", "b"], ["name", "c"]]),
    ("a or (b or c)", ["or", ["name", "a"], ["or", ["name", "b"], ["name", "c"]]]),
    ("a <= b", ["<=", ["name", "a"], ["name", "b"]]),
    ("a - 1", ["-", ["name", "a"], ["num", "1"]]),
    ("1 if a else 2", ["if", ["name", "a"], ["num", "1"], ["num", "2"]]),
    ("has(q, 'a')", ["call", "has", ["name", "q"], ["text", "a"]]),
]


@pytest.mark.parametrize(("text", "data"), FORMS, ids=[text for text, _ in FORMS])
def test_every_node_has_a_form_that_leads_back_to_it(text, data):
    expression = parse_expression(text)
    assert to_portable(expression) == data
    assert json.loads(json.dumps(data)) == data
    assert from_portable(data) == expression


def test_the_forms_that_are_tested_are_those_that_the_module_lists():
    listed = {line.strip().split('"')[1] for line in portable.__doc__.splitlines() if line.startswith('    ["')}
    assert listed <= {data[0] for _, data in FORMS if isinstance(data, list)} | {"==", "+"}


def test_what_came_from_json_has_text_and_places():
    expression = from_portable(["and", ["name", "a"], [">", ["name", "users"], ["num", "5"]]])
    assert expression.text == "a and users > 5"
    assert [expression.text[node.start : node.end] for node in walk(expression.root)] == [
        "a and users > 5",
        "a",
        "users > 5",
        "users",
        "5",
    ]


def test_the_longest_expression_survives_the_journey():
    expression = parse_expression("+".join(["1"] * 100))
    assert from_portable(to_portable(expression)).root == expression.root
    tight = parse_expression("(" + ")or(".join(["a<b"] * 111) + ")")
    assert isinstance(tight, Expression)
    assert from_portable(to_portable(tight)).root == tight.root


def deep(levels):
    data = ["name", "a"]
    for _ in range(levels):
        data = ["not", data]
    return data


CYCLE = ["not"]
CYCLE.append(CYCLE)

HOSTILE = [
    None,
    1,
    1.5,
    "a",
    b"a",
    {},
    {"0": "name"},
    [],
    [[]],
    [None],
    [1, 2],
    ("name", "a"),
    ["name"],
    ["name", 1],
    ["name", "a", "b"],
    ["name", ""],
    ["name", "A"],
    ["name", "a b"],
    ["name", "a or b"],
    ["name", "today"],
    ["name", "true"],
    ["name", "has(q, 'a')"],
    ["name", "__import__('os')"],
    ["name", "a" * 100_000],
    ["name", "a\ud800"],
    ["previous", "and"],
    ["previous", "a.b"],
    ["num", 1],
    ["num", "1e9"],
    ["num", "-1"],
    ["num", "NaN"],
    ["num", "1" * 10_000],
    ["text", None],
    ["text", "a\\"],
    ["text", "a\nb"],
    ["text", "'\""],
    ["text", "\x1b[31m"],
    ["text", "a" * 2_000_000],
    ["date", "2026-02-30"],
    ["date", "today"],
    ["index", 1],
    ["not"],
    ["not", True, True],
    ["neg"],
    ["and", True],
    ["or"],
    ["==", True],
    ["==", True, True, True],
    ["=", True, True],
    ["/", ["num", "1"], ["num", "2"]],
    ["**", ["num", "9"], ["num", "9"]],
    ["if", True, True],
    ["call"],
    ["call", 1],
    ["call", "exec", ["text", "x"]],
    ["call", "has", ["name", "q"]],
    ["call", "date", ["text", "2026-01-31"]],
    ["call", "count", ["name", "a"], ["call", "count", ["name", "b"], True]],
    ["and", *[["name", "a"]] * 100_000],
    ["and", *[["text", "a" * 900]] * 900],
    deep(101),
    deep(100_000),
    CYCLE,
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_data_that_is_no_expression_is_a_flaw(data):
    found = from_portable(data)
    assert isinstance(found, Flaw)
    assert (found.start, found.end) == (0, 0)
    assert len(found.message) < 200


def test_a_tree_may_be_as_deep_as_the_parser_allows():
    assert isinstance(from_portable(deep(99)), Expression)
