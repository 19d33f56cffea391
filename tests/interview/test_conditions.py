from __future__ import annotations

import pytest

from rootcause.expression.parser import parse_expression
from rootcause.expression.syntax import Expression
from rootcause.interview.conditions import in_words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("told", "told is yes"),
        ("not told", "told is no"),
        ("told == false", "told is no"),
        ("carrier == 'partner'", "carrier is partner"),
        ("carrier != 'own' and days >= 3", "carrier is not own and days is at least 3"),
        ("told and (days < 3 or days > 9)", "told is yes and (days is less than 3 or days is more than 9)"),
        ("days <= 3", "days is at most 3"),
        ("has(seen, 'slow')", "seen includes slow"),
        ("any_of(seen, 'slow', 'wrong')", "seen is or includes slow or wrong"),
        ("answered(told)", "told has an answer"),
        ("not answered(told)", "told has no answer"),
        ("unknown(told)", "told is not known"),
        ("minutes(lasted) > 60", "the minutes of lasted is more than 60"),
        ("count(actions) == 0", "the number of actions is 0"),
        ("not (told or late)", "not (told or late)"),
        ("previous.fixable", "previous.fixable"),
        ("(told if late else new)", "told if late else new"),
    ],
)
def test_a_condition_reads_like_a_sentence(condition, words):
    parsed = parse_expression(condition)
    assert isinstance(parsed, Expression)
    assert in_words(parsed.root) == words
