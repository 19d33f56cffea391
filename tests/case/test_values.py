import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from rootcause.case.values import from_plain, to_plain
from rootcause.interview.answers import Given, Money, Other, Rows

WRITTEN: dict[str, tuple[Given, str | None, Any]] = {
    "text": ("late", None, "late"),
    "empty text": ("", None, ""),
    "yes": (True, None, True),
    "whole number": (1, None, 1),
    "number keeps its zeros": (Decimal("12.50"), "number", "12.50"),
    "small number": (Decimal("1E-7"), "number", "1E-7"),
    "money": (Money(Decimal("40.00"), "EUR"), "money", {"amount": "40.00", "currency": "EUR"}),
    "money without a currency": (Money(Decimal(-1)), "money", {"amount": "-1", "currency": ""}),
    "date": (date(2026, 1, 31), "date", "2026-01-31"),
    "datetime": (datetime(2026, 1, 31, 14, 30, tzinfo=UTC), "datetime", "2026-01-31T14:30:00+00:00"),
    "datetime with an offset": (
        datetime(2026, 1, 31, 14, 30, 0, 5, timezone(timedelta(hours=-3, minutes=-30))),
        "datetime",
        "2026-01-31T14:30:00.000005-03:30",
    ),
    "no time at all": (timedelta(0), "duration", "PT0S"),
    "days": (timedelta(days=3), "duration", "P3D"),
    "days and more": (timedelta(days=3, hours=2, minutes=15), "duration", "P3DT2H15M"),
    "a fraction": (timedelta(seconds=1, microseconds=500), "duration", "PT1.000500S"),
    "backwards": (timedelta(minutes=-90), "duration", "-PT1H30M"),
    "other": (Other("a neighbour"), "other", "a neighbour"),
    "options": (("prod", Other("a laptop")), "options", ["prod", {"other": "a laptop"}]),
    "no options": ((), "options", []),
    "rows": (Rows(((1,), (1, 2)), closed=True), "rows", {"instances": ["1", "1.2"], "closed": True}),
}


@pytest.mark.parametrize(("value", "type", "plain"), WRITTEN.values(), ids=WRITTEN)
def test_a_value_is_written_so_that_it_explains_itself(value: Given, type: str | None, plain: Any) -> None:
    assert to_plain(value) == (type, plain)


@pytest.mark.parametrize(("value", "type", "plain"), WRITTEN.values(), ids=WRITTEN)
def test_a_value_is_read_back_with_its_type(value: Given, type: str | None, plain: Any) -> None:
    back = from_plain(type, json.loads(json.dumps(plain)))
    assert repr(back) == repr(value) or (isinstance(value, datetime) and back == value)


@pytest.mark.parametrize(
    ("type", "plain", "expected"),
    [
        (None, 1.5, "text, a whole number, true or false"),
        (None, None, "text, a whole number, true or false"),
        (None, ["a"], 'needs a "type"'),
        ("colour", "red", "its type to be one of number, money"),
        ("number", 12.5, "between quotes"),
        ("number", "NaN", "between quotes"),
        ("number", "1_000", "between quotes"),
        ("number", "\u0661", "between quotes"),
        ("number", "1E+999999999", "between quotes"),
        ("money", {"amount": "1"}, '"currency": "EUR"'),
        ("money", {"amount": "1", "currency": "EUR", "tip": "2"}, '"currency": "EUR"'),
        ("money", {"amount": 1, "currency": "EUR"}, "between quotes"),
        ("date", "31.1.2026", "2026-01-31"),
        ("date", 20260131, "2026-01-31"),
        ("datetime", "2026-01-31T14:30:00", "offset"),
        ("datetime", "2026-01-31", "offset"),
        ("duration", "2 h", "PT2H15M"),
        ("duration", "P", "PT2H15M"),
        ("duration", "P9999999999D", "PT2H15M"),
        ("other", 1, "the text of the answer"),
        ("options", "prod", "a list of choices"),
        ("options", ["prod", {"other": 1}], "each choice"),
        ("rows", ["1"], '"instances"'),
        ("rows", {"instances": ["1", "x"], "closed": True}, '"instances"'),
        ("rows", {"instances": [1], "closed": True}, '"instances"'),
        ("rows", {"instances": ["1"], "closed": 1}, '"instances"'),
    ],
)
def test_what_is_no_value_says_what_was_expected(type: str | None, plain: Any, expected: str) -> None:
    with pytest.raises(ValueError, match=r"^expected") as caught:
        from_plain(type, plain)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    "value",
    [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+5000"), datetime(2026, 1, 1)],
    ids=str,
)
def test_what_could_not_be_read_back_is_not_written(value: Given) -> None:
    with pytest.raises(ValueError, match=r"no time zone|not a number"):
        to_plain(value)
