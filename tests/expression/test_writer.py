import pytest

from rootcause.expression.parser import parse_expression
from rootcause.expression.writer import unparse

WRITTEN = [
    ("a  and(b)", "a and b"),
    ("(a and b) and c", "(a and b) and c"),
    ("a and (b or c)", "a and (b or c)"),
    ("(a and b) or c", "a and b or c"),
    ("not (a and b)", "not (a and b)"),
    ("not (a == b)", "not a == b"),
    ("(not a) == b", "(not a) == b"),
    ("(a == b) == c", "(a == b) == c"),
    ("a - (b - c)", "a - (b - c)"),
    ("(a - b) - c", "a - b - c"),
    ("(a + b) * -c", "(a + b) * -c"),
    ("-(a * b)", "-(a * b)"),
    ("(-a) * b", "-a * b"),
    ("a if b else (c if d else e)", "a if b else c if d else e"),
    ("(a if b else c) if (d if e else f) else g", "(a if b else c) if (d if e else f) else g"),
    ("(a if b else c) + 1", "(a if b else c) + 1"),
    ("count( l , (a if b else c) )", "count(l, a if b else c)"),
    ('"a"', "'a'"),
    ('"it\'s"', '"it\'s"'),
    ("'say \"so\"'", "'say \"so\"'"),
    ("0.000000000000000000000000000001", "0.000000000000000000000000000001"),
    ("previous . x", "previous.x"),
]


@pytest.mark.parametrize(("text", "written"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_a_tree_is_written_with_no_more_parentheses_than_it_needs(text, written):
    root = parse_expression(text).root
    assert unparse(root) == written
    assert parse_expression(written).root == root
