"""The page for authors says what the language does: every table of docs/expressions.md is run."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from rootcause.expression.checker import Scope, check_expression
from rootcause.expression.evaluator import evaluate
from rootcause.expression.flaw import Flaw, FlawRule
from rootcause.expression.functions import FUNCTIONS
from rootcause.expression.parser import parse_expression
from rootcause.expression.portable import to_portable
from rootcause.expression.syntax import RESERVED
from rootcause.expression.types import (
    ChoicesType,
    ChoiceType,
    DateTimeType,
    DateType,
    DurationType,
    ListType,
    NumberType,
    TextType,
    YesNo,
)
from rootcause.expression.values import UNKNOWN

PAGE = (Path(__file__).parents[2] / "docs" / "expressions.md").read_text("utf-8")
SCOPE = Scope(
    {
        "carrier": ChoiceType(("own", "partner", "post")),
        "where": ChoicesType(("prod", "stage", "test")),
        "users": NumberType(),
        "price": NumberType(),
        "urgent": YesNo(),
        "insured": YesNo(),
        "weight": NumberType(),
        "note": TextType(),
        "promised": DateType(),
        "arrived": DateType(),
        "started": DateTimeType(),
        "ended": DateTimeType(),
        "delay": DurationType(),
        "parcels": ListType({"fragile": YesNo(), "kilos": NumberType()}),
    },
    later=frozenset({"rating"}),
)
ANSWERS = {
    "carrier": "partner",
    "where": frozenset({"prod", "stage"}),
    "users": 1200,
    "price": Decimal("0.1"),
    "urgent": True,
    "note": "Größe M",
    "promised": date(2026, 1, 5),
    "arrived": date(2026, 1, 8),
    "started": datetime.fromisoformat("2026-03-29T01:30:00+01:00"),
    "ended": datetime.fromisoformat("2026-03-29T03:30:00+02:00"),
    "delay": timedelta(minutes=90),
    "parcels": ({"fragile": True, "kilos": 2}, {"fragile": False, "kilos": 5}, {"fragile": False}),
}


def table(*heading):
    """The rows of every table with that heading."""
    rows = []
    lines = iter(PAGE.splitlines())
    for line in lines:
        if cells(line) == list(heading):
            next(lines)
            for row in lines:
                if not row.startswith("|"):
                    break
                rows.append(cells(row))
    return rows


def cells(line):
    return [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else None


def code(cell):
    return re.match(r"`([^`]+)`", cell)[1]


def shown(value):
    if value is UNKNOWN:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


@pytest.mark.parametrize(("expression", "gives"), table("expression", "gives"))
def test_an_example_gives_what_the_page_says(expression, gives, standing):
    parsed = parse_expression(code(expression))
    assert not isinstance(check_expression(parsed, SCOPE), tuple)
    assert shown(evaluate(parsed, standing(ANSWERS))) == gives.strip("`")


@pytest.mark.parametrize(
    ("a", "b", "both", "either", "negated"), table("`a`", "`b`", "`a and b`", "`a or b`", "`not a`")
)
def test_the_truth_table_holds(a, b, both, either, negated, standing):
    known = {"yes": True, "no": False}
    answers = {name: known[word] for name, word in (("a", a), ("b", b)) if word in known}
    results = [evaluate(parse_expression(text), standing(answers)) for text in ("a and b", "a or b", "not a")]
    assert [shown(result) for result in results] == [both, either, negated]


@pytest.mark.parametrize(("written", "rule", "cure"), table("written", "rule", "help"))
def test_a_flaw_is_named_and_mended_as_the_page_says(written, rule, cure):
    parsed = parse_expression(code(written).replace("\\|", "|"))
    flaws = (parsed,) if isinstance(parsed, Flaw) else check_expression(parsed, SCOPE, YesNo())
    assert [(flaw.rule, flaw.help) for flaw in flaws] == [(code(rule), cure)]


def test_the_page_has_examples_of_every_kind():
    assert len(table("expression", "gives")) >= 30
    assert len(table("`a`", "`b`", "`a and b`", "`a or b`", "`not a`")) == 9
    assert {code(rule) for _, rule, _ in table("written", "rule", "help")} == set(FlawRule)


def test_the_page_lists_every_function_in_every_usage():
    listed = [code(function) for function, _, _ in table("function", "takes", "gives")]
    assert listed == [usage for function in FUNCTIONS.values() for usage in function.shown.split(" or ")]


def test_the_page_lists_every_answer_that_its_examples_use():
    assert [code(name) for name, _, _ in table("question", "type", "answer")] == list(SCOPE.names)


def test_the_page_lists_the_reserved_words():
    sentence = re.search(r"^(`and`.*?) cannot be ids", PAGE, re.MULTILINE | re.DOTALL)[1]
    assert set(re.findall(r"`(\w+)`", sentence)) == RESERVED


def test_the_json_form_on_the_page_is_the_one_that_is_made():
    assert to_portable(parse_expression("carrier == 'own'")) == ["==", ["name", "carrier"], ["text", "own"]]
    assert '["==", ["name", "carrier"], ["text", "own"]]' in PAGE
