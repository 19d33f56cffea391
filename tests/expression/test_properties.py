"""For any text, any tree and any answers."""

import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from rootcause.expression.checker import Scope, check_expression
from rootcause.expression.evaluator import evaluate
from rootcause.expression.flaw import Flaw
from rootcause.expression.functions import FUNCTIONS
from rootcause.expression.parser import parse_expression
from rootcause.expression.portable import from_portable, to_portable
from rootcause.expression.spellings import FOREIGN_OPERATORS, FOREIGN_SIGNS, FOREIGN_WORDS
from rootcause.expression.syntax import (
    RESERVED,
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    Connection,
    Day,
    Expression,
    Index,
    Name,
    Negative,
    Not,
    Now,
    Number,
    Previous,
    Text,
    Today,
    Truth,
)
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
from rootcause.expression.writer import unparse

# --- any text

PIECES = [
    *FOREIGN_SIGNS,
    *FOREIGN_WORDS,
    *FOREIGN_OPERATORS,
    *RESERVED,
    *FUNCTIONS,
    *"()+-*<>,.'\"\\ \n\t=!#é漢😀\x00\ud800",
    "a",
    "class",
    "1",
    "1.5",
    "'x'",
    "previous.",
    "lambda x: x",
    "f'{a}'",
    "0x1",
]
anything = (
    st.text()
    | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
)


@given(anything)
@settings(max_examples=600, deadline=None)
def test_any_text_is_an_expression_or_a_flaw_with_a_place(text):
    found = parse_expression(text)
    if isinstance(found, Flaw):
        assert 0 <= found.start <= found.end <= len(text)
        assert found.message
        assert found.help
    else:
        assert parse_expression(unparse(found.root)).root == found.root


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(PIECES) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=30,
)


@given(json_like)
@settings(deadline=None)
def test_any_json_is_an_expression_or_a_flaw(data):
    found = from_portable(data)
    assert isinstance(found, Flaw | Expression)
    if isinstance(found, Expression):
        assert from_portable(to_portable(found)) == found


# --- any tree

names = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True).filter(lambda word: word not in RESERVED)
item_names = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda word: word not in {"and", "or", "not", "if", "else"}
)
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\\'"), max_size=8) | st.just("it's")
numbers = st.integers(0, 10**30) | st.decimals(0, 10**20, allow_nan=False, places=10)
leaves = (
    st.booleans().map(Truth)
    | numbers.map(Number)
    | texts.map(Text)
    | st.dates().map(Day)
    | names.map(Name)
    | item_names.map(Previous)
    | st.sampled_from([Index(), Today(), Now()])
)


def branches(inner):
    one_or_more = [name for name, function in FUNCTIONS.items() if function.usage(1) and name != "date"]
    two = [name for name, function in FUNCTIONS.items() if function.usage(2) and name != "count"]
    return st.one_of(
        inner.map(Not),
        inner.map(Negative),
        st.builds(Connection, st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Comparison, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), inner, inner),
        st.builds(Arithmetic, st.sampled_from(["+", "-", "*"]), inner, inner),
        st.builds(Conditional, inner, inner, inner),
        st.builds(lambda name, a: Call(name, (a,)), st.sampled_from(one_or_more), inner),
        st.builds(lambda name, a, b: Call(name, (a, b)), st.sampled_from(two), inner, inner),
    )


trees = st.recursive(leaves, branches, max_leaves=12)


@given(trees)
@settings(max_examples=250, deadline=None)
def test_any_tree_survives_the_journey_through_text_and_json(tree):
    text = unparse(tree)
    read = parse_expression(text)
    if isinstance(read, Flaw):
        assert read.rule == "expression-limit"
        return
    assert read.root == tree
    assert from_portable(json.loads(json.dumps(to_portable(read)))).root == tree


# --- any answers

ROW = {"done": YesNo(), "points": NumberType()}
TYPES = {
    "a": YesNo(),
    "b": YesNo(),
    "x": NumberType(),
    "y": NumberType(),
    "t": TextType(),
    "size": ChoiceType(("small", "large")),
    "where": ChoicesType(("prod", "stage")),
    "day": DateType(),
    "at": DateTimeType(),
    "span": DurationType(),
    "rows": ListType(ROW),
}
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
VALUES = {
    YesNo: st.booleans(),
    NumberType: st.integers() | st.decimals() | st.integers(-3, 3),
    TextType: st.text(max_size=3),
    ChoiceType: st.sampled_from(["small", "large"]),
    ChoicesType: st.frozensets(st.sampled_from(["prod", "stage"])),
    DateType: st.dates(),
    DateTimeType: st.datetimes(timezones=zones),
    DurationType: st.timedeltas(),
}


def some_of(types):
    """Any of the questions answered, any of the others said not to be known."""
    return st.fixed_dictionaries(
        {}, optional={name: VALUES[type(kind)] | st.just(UNKNOWN) for name, kind in types.items()}
    )


answers = st.builds(
    lambda outside, rows: outside | ({"rows": tuple(rows)} if rows is not None else {}),
    some_of({name: kind for name, kind in TYPES.items() if name != "rows"}),
    st.none() | st.lists(some_of(ROW), max_size=3),
)

conditions = st.deferred(
    lambda: st.one_of(
        st.sampled_from(
            [
                "a",
                "b",
                "true",
                "false",
                "has(where, 'prod')",
                "any_of(size, 'small')",
                "answered(x)",
                "unknown(rows)",
                "answered(t)",
            ]
        ),
        st.builds("{} {} {}".format, quantities, comparators, quantities),
        st.builds("{} {} {}".format, days, comparators, days),
        st.builds("{} {} {}".format, spans, comparators, spans),
        st.builds("{} {} {}".format, options, st.sampled_from(["==", "!="]), options),
        st.builds("({} and {})".format, conditions, conditions),
        st.builds("({} or {})".format, conditions, conditions),
        st.builds("not {}".format, st.sampled_from(["a", "b"])),
    )
)
comparators = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
options = st.sampled_from(["size", "'small'", "'large'", "(size if a else 'large')"])
days = st.sampled_from(["day", "at", "today", "now", "date('2026-01-31')", "(day if a else today)"])
spans = st.sampled_from(["span", "(at - now)", "(today - day)"])
quantities = st.deferred(
    lambda: st.one_of(
        st.sampled_from(["x", "y", "1", "0.3", "len(t)", "len(where)", "len(rows)", "count(rows)", "minutes(at, now)"]),
        st.sampled_from(
            ["minutes(span)", "days(day, at)", "count(rows, done)", "count(rows, previous.points < index)"]
        ),
        st.builds("({} {} {})".format, quantities, st.sampled_from("+-*"), quantities),
        st.builds("-{}".format, st.sampled_from(["x", "y", "count(rows)"])),
        st.builds("({} if {} else {})".format, quantities, conditions, quantities),
    )
)

GIVES = {YesNo: bool, NumberType: int | Decimal, DurationType: timedelta, DateType: date, DateTimeType: datetime}


@given(conditions | quantities | spans | days, answers)
@settings(max_examples=300, deadline=None)
def test_a_checked_expression_gives_a_value_of_its_type_or_unknown_for_any_answers(standing, text, given_answers):
    expression = parse_expression(text)
    if isinstance(expression, Flaw):
        assert expression.rule == "expression-limit"
        return
    found = check_expression(expression, Scope(TYPES))
    assert not isinstance(found, tuple), found
    value = evaluate(expression, standing(given_answers))
    assert value is UNKNOWN or isinstance(value, GIVES[type(found)])
    if isinstance(found, NumberType):
        assert not isinstance(value, bool)


@given(conditions, answers, st.data())
@settings(max_examples=200, deadline=None)
def test_what_is_known_stays_so_when_more_becomes_known(standing, text, some, data):
    """Kleene's logic never takes back an answer: only `answered` and `unknown` look at what is missing."""
    expression = parse_expression(text)
    if isinstance(expression, Flaw) or any(word in text for word in ("answered", "unknown", "rows")):
        return
    known = evaluate(expression, standing(some))
    fuller = data.draw(answers) | {name: value for name, value in some.items() if value is not UNKNOWN}
    if known is not UNKNOWN:
        assert evaluate(expression, standing(fuller)) == known
