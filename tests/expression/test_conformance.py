"""Every case of the conformance file, as text and by way of JSON."""

import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from rootcause.expression.checker import Scope, check_expression
from rootcause.expression.evaluator import evaluate
from rootcause.expression.functions import FUNCTIONS
from rootcause.expression.parser import parse_expression
from rootcause.expression.portable import from_portable, to_portable
from rootcause.expression.syntax import Comparator, Connector, Expression, Operator
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

SUITE = json.loads((Path(__file__).parent / "conformance.json").read_text("utf-8"))
CASES = [
    pytest.param(case, id=f"{number}: {case['expression']}".encode("unicode_escape").decode())
    for number, case in enumerate(SUITE["cases"], 1)
]
SIMPLE = {
    "yesno": YesNo(),
    "number": NumberType(),
    "text": TextType(),
    "date": DateType(),
    "datetime": DateTimeType(),
    "duration": DurationType(),
}


def declared(questions):
    return {name: declared_type(written) for name, written in questions.items()}


def declared_type(written):
    match written:
        case {"choice": options}:
            return ChoiceType(tuple(options))
        case {"choices": options}:
            return ChoicesType(tuple(options))
        case {"list": items}:
            return ListType(declared(items))
        case _:
            return SIMPLE[written]


def decoded(value):
    match value:
        case None | {"unknown": True}:
            return UNKNOWN
        case {"number": digits}:
            return Decimal(digits) if "." in digits else int(digits)
        case {"choices": options}:
            return frozenset(options)
        case {"date": day}:
            return date.fromisoformat(day)
        case {"datetime": moment}:
            return datetime.fromisoformat(moment)
        case {"seconds": seconds}:
            return timedelta(microseconds=int(Decimal(seconds) * 1_000_000))
        case {"rows": rows}:
            return tuple(all_decoded(row) for row in rows)
        case _:
            return value


def all_decoded(answers):
    return {name: decoded(value) for name, value in answers.items()}


OUTSIDE = declared(SUITE["questions"])
ITEMS = declared(SUITE["row_questions"])


@pytest.fixture
def environment(standing):
    clock = {"today": decoded(SUITE["today"]), "now": decoded(SUITE["now"])}

    def build(case):
        answers = all_decoded(case["answers"])
        row = case.get("row")
        if row is None:
            return standing(answers, **clock)
        before = None
        if row["previous"] is not None:
            before = standing(answers | all_decoded(row["previous"]), row["index"] - 1, **clock)
        return standing(answers | all_decoded(row["answers"]), row["index"], before, **clock)

    return build


def scope(case):
    outside = Scope(OUTSIDE)
    return outside.of_rows(ITEMS) if "row" in case else outside


def same(found, expected):
    alike = isinstance(found, bool) == isinstance(expected, bool) and isinstance(found, str) == isinstance(
        expected, str
    )
    return alike and found == expected


@pytest.mark.parametrize("case", CASES)
def test_an_expression_gives_the_result_that_the_suite_says(case, environment):
    expression = parse_expression(case["expression"])
    assert isinstance(expression, Expression)
    assert not isinstance(check_expression(expression, scope(case)), tuple)
    assert same(evaluate(expression, environment(case)), decoded(case["result"]))


@pytest.mark.parametrize("case", CASES)
def test_an_expression_gives_the_same_after_a_journey_through_json(case, environment):
    written = json.dumps(to_portable(parse_expression(case["expression"])))
    expression = from_portable(json.loads(written))
    assert isinstance(expression, Expression)
    assert expression.root == parse_expression(case["expression"]).root
    assert same(evaluate(expression, environment(case)), decoded(case["result"]))


def test_the_suite_uses_every_function_and_every_operator():
    text = " ".join(case["expression"] for case in SUITE["cases"])
    signs = [f" {sign} " for sign in (*get_args(Connector), *get_args(Comparator), *get_args(Operator))]
    words = ["not ", " if ", "previous.", "index", "today", "now", "true", "false", *(f"{name}(" for name in FUNCTIONS)]
    assert [part for part in (*signs, *words) if part not in text] == []
