"""What the conformance suite cannot say: real time zones, and answers that do not fit."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from rootcause.expression.evaluator import evaluate
from rootcause.expression.parser import parse_expression
from rootcause.expression.values import UNKNOWN

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
def value(standing):
    def evaluated(text, **answers):
        return evaluate(parse_expression(text), standing(answers))

    return evaluated


def test_minutes_are_those_that_pass_while_summer_time_begins(value):
    night = {"a": datetime(2026, 3, 29, 1, 0, tzinfo=BERLIN), "b": datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN)}
    assert value("minutes(a, b)", **night) == 120
    assert value("b - a", **night) == timedelta(hours=2)


def test_minutes_are_those_that_pass_while_summer_time_ends(value):
    night = {
        "a": datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),
        "b": datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1),
    }
    assert value("minutes(a, b)", **night) == 60
    assert value("a < b", **night) is True
    assert value("a == b", **night) is False


def test_one_moment_is_equal_to_itself_in_another_zone(value):
    moment = datetime(2026, 1, 5, 18, 0, tzinfo=BERLIN)
    assert value("a == b", a=moment, b=moment.astimezone(NEW_YORK)) is True


def test_the_day_of_a_moment_is_that_of_its_own_zone(value):
    moment = datetime(2026, 1, 5, 23, 30, tzinfo=NEW_YORK)
    assert value("a == b", a=moment, b=date(2026, 1, 5)) is True
    assert value("a == b", a=moment.astimezone(BERLIN), b=date(2026, 1, 5)) is False
    assert value("days(a, b)", a=moment, b=moment.astimezone(BERLIN)) == 1


@pytest.mark.parametrize("text", ["minutes(a, b)", "b - a", "a < b", "days(a, b)", "a == today"])
def test_the_ends_of_the_calendar_are_no_trouble(value, text):
    first = datetime.min.replace(tzinfo=ZoneInfo("Asia/Tokyo"))
    last = datetime.max.replace(tzinfo=NEW_YORK)
    assert value(text, a=first, b=last) is not UNKNOWN


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("text", ["x", "x == 1", "x < 1", "x + 1", "-x", "x * 0", "x == x"])
def test_a_decimal_that_is_no_number_is_unknown(value, number, text):
    assert value(text, x=Decimal(number)) is UNKNOWN


@pytest.mark.parametrize(
    "number",
    [10**5000, Decimal("1e5000"), Decimal("1e-5000"), Decimal("1." + "1" * 200)],
    ids=["whole", "large", "small", "long"],
)
def test_a_number_beyond_the_bounds_can_be_compared_but_not_calculated_with(value, number):
    assert value("x + 1", x=number) is UNKNOWN
    assert value("-x", x=number) is UNKNOWN
    assert value("x > 0", x=number) is True


UNFIT = [
    True,
    3,
    Decimal("1.5"),
    "a",
    frozenset({"a"}),
    date(2026, 1, 5),
    datetime(2026, 1, 5, tzinfo=BERLIN),
    timedelta(1),
    UNKNOWN,
]
TEXTS = [
    "not x",
    "x and y",
    "x or y",
    "x == y",
    "x < y",
    "x + y",
    "x - y",
    "x * y",
    "-x",
    "1 if x else 2",
    "has(x, 'a')",
    "count(x)",
    "count(x, y)",
    "minutes(x)",
    "minutes(x, y)",
    "days(x, y)",
    "len(x)",
    "answered(x + y)",
    "count('a')",
    "previous.x",
    "answered(previous.x)",
    "index",
]


@pytest.mark.parametrize("text", TEXTS)
def test_values_that_do_not_fit_are_never_an_error(value, text):
    for x in UNFIT:
        for y in UNFIT:
            value(text, x=x, y=y)


@pytest.mark.parametrize(
    ("text", "x", "y"),
    [
        ("x == y", True, 1),
        ("x < y", False, 1),
        ("x + y", True, 1),
        ("-x", True, 0),
        ("x < y", "a", "b"),
        ("x == y", "a", frozenset({"a"})),
        ("x - y", datetime(2026, 1, 5, tzinfo=BERLIN), date(2026, 1, 5)),
        ("x + y", date(2026, 1, 5), date(2026, 1, 5)),
        ("x and y", 1, "a"),
        ("1 if x else 2", 1, 1),
    ],
)
def test_values_that_do_not_fit_are_unknown(value, text, x, y):
    assert value(text, x=x, y=y) is UNKNOWN


def test_an_operand_that_decides_hides_what_is_wrong_with_the_others(value):
    assert value("x or y", x=3, y=True) is True
    assert value("x and y", x=3, y=False) is False


def test_a_condition_on_rows_sees_the_row_before_the_outside(value):
    rows = ({"x": 1}, {"x": 5}, {})
    assert value("count(rows, x > 2)", rows=rows, x=9) == 2
    assert value("count(rows, previous.x > 2)", rows=rows, x=9) == 1
    assert value("count(rows, x > 2)", rows=rows) == 1


def test_only_a_question_can_be_answered(value):
    assert value("answered('x')", x=1) is False
    assert value("unknown(x + 1)", x=UNKNOWN) is False
