# ruff: noqa: RUF001 - look-alikes of signs are what is tested
import warnings

import pytest

from rootcause.expression.flaw import Flaw
from rootcause.expression.parser import DEPTH_LIMIT, LENGTH_LIMIT, parse_expression
from rootcause.expression.syntax import Comparison, Connection, Expression, Name, Number, Text, walk

FLAWS = [
    # text, rule, what the flaw points at, a part of the help
    ("a = b", "expression-syntax", "=", "write =="),
    ("a === b", "expression-syntax", "===", "write =="),
    ("a := 1", "expression-syntax", ":=", "write =="),
    ("a && b", "expression-syntax", "&&", "write and"),
    ("a & b", "expression-syntax", "&", "write and"),
    ("a || b", "expression-syntax", "||", "write or"),
    ("!a", "expression-syntax", "!", "write not"),
    ("a <> b", "expression-syntax", "<>", "write !="),
    ("a => b", "expression-syntax", "=>", "write >="),
    ("a =< b", "expression-syntax", "=<", "write <="),
    ("a ≥ b", "expression-syntax", "≥", "write >="),
    ("a − b", "expression-syntax", "−", "write -"),
    ("a ** 2", "expression-syntax", "**", "no power"),
    ("a / 2", "expression-syntax", "/", "no division"),
    ("a % 2", "expression-syntax", "%", "no division"),
    ("a ? b : c", "expression-syntax", "?", "value if condition else other"),
    ("lambda x: x", "expression-syntax", ":", "value if condition else other"),
    ("a # why", "expression-syntax", "#", "comment"),
    ("${a} > 1", "expression-syntax", "$", "bare"),
    ("a[0] == 1", "expression-syntax", "[", "has(q, 'a')"),
    ("{'a': 1}", "expression-syntax", "{", "has(q, 'a')"),
    ("a == ‘b’", "expression-syntax", "‘", "straight quotes"),
    ("a == “b”", "expression-syntax", "“", "straight quotes"),
    ("a == `b`", "expression-syntax", "`", "straight quotes"),
    ("a; b", "expression-syntax", ";", "and"),
    ("a ☃ b", "expression-syntax", "☃", "remove"),
    ("a\x00", "expression-syntax", "\x00", "remove"),
    ("a == '\ud800'", "expression-syntax", "\ud800", "remove"),
    ("True", "expression-syntax", "True", "write true"),
    ("FALSE or a", "expression-syntax", "FALSE", "write false"),
    ("a == None", "expression-syntax", "None", "not answered(q)"),
    ("Yes", "expression-syntax", "Yes", "write true"),
    ("a AND b", "expression-syntax", "AND", "write and"),
    ("Carrier == 'x'", "expression-syntax", "Carrier", "small letters"),
    ("größe > 1", "expression-syntax", "größe", "small letters"),
    ("a in b", "expression-syntax", "in", "has(q, 'a')"),
    ("a not in b", "expression-syntax", "not in", "any_of"),
    ("a is b", "expression-syntax", "is", "write =="),
    ("a contains 'b'", "expression-syntax", "contains", "has(q, 'a')"),
    ("if a then b else c", "expression-syntax", "if", "write a question"),
    ("1 < x < 5", "expression-syntax", "1 < x < 5", "write 1 < x and x < 5"),
    ("a == b != c < d", "expression-syntax", "a == b != c < d", "write a == b and b != c and c < d"),
    ("a b", "expression-syntax", "a b", "and or or"),
    ("a\nb", "expression-syntax", "a\nb", "and or or"),
    ("a and not b c", "expression-syntax", "b c", "and or or"),
    ("previous.(a)", "expression-syntax", "previous.(a)", "parentheses"),
    ("a and", "expression-syntax", "and", "write a question"),
    ("and a", "expression-syntax", "and", "write a question"),
    ("a == == b", "expression-syntax", "==", "write a question"),
    ("a == not b", "expression-syntax", "not", "(not x)"),
    ("-not a", "expression-syntax", "not", "(not x)"),
    ("(a", "expression-syntax", "(", 'add ")"'),
    ("a)", "expression-syntax", ")", "remove"),
    (")a(", "expression-syntax", ")", "remove"),
    ("()", "expression-syntax", "()", "remove"),
    ("(a, b)", "expression-syntax", "(a, b)", "point"),
    ("1,5", "expression-syntax", "1,5", "1.5"),
    ("a,", "expression-syntax", "a,", "point"),
    ("*a", "expression-syntax", "*", "write a question"),
    ("any_of(*a)", "expression-syntax", "*", "leave it out"),
    ("+1", "expression-syntax", "+", "leave it out"),
    ("a if b", "expression-syntax", "if", "value if condition else other"),
    ("a else b", "expression-syntax", "else", "value if condition else other"),
    ("1e5", "expression-syntax", "1e5", "12 or 0.5"),
    ("0x1F", "expression-syntax", "0x1F", "12 or 0.5"),
    ("1_000", "expression-syntax", "1_000", "12 or 0.5"),
    ("007", "expression-syntax", "007", "12 or 0.5"),
    ("2j", "expression-syntax", "2j", "12 or 0.5"),
    (".5", "expression-syntax", ".5", "12 or 0.5"),
    ("5.", "expression-syntax", "5.", "12 or 0.5"),
    ("1or a", "expression-syntax", "1or", "a space"),
    ("٣ > 1", "expression-syntax", "٣", "12 or 0.5"),
    ("1" * 32, "expression-syntax", "1" * 32, "30 digits"),
    ("'a' 'b'", "expression-syntax", "'a' 'b'", "double quotes"),
    ("t == 'it''s'", "expression-syntax", "'it''s'", "double quotes"),
    ("'a'b", "expression-syntax", "'a'b", "space"),
    ("'a'or b", "expression-syntax", "'a'or", "space"),
    (r"t == 'it\'s'", "expression-syntax", "\\", "double quotes"),
    (r"t == '\n'", "expression-syntax", "\\", "no escapes"),
    ("t == 'open", "expression-syntax", "'open", "same line"),
    ("t == 'op\nen'", "expression-syntax", "'op", "same line"),
    ("f'{a}'", "expression-syntax", "f", "only the quotes"),
    ("b'x'", "expression-syntax", "b", "only the quotes"),
    ('Rb"x"', "expression-syntax", "Rb", "only the quotes"),
    ("a.b == 1", "expression-syntax", "a.b", "previous.x"),
    ("actions.owner", "expression-syntax", "actions.owner", "count(list, condition)"),
    ("previous.a.b", "expression-syntax", "previous.a.b", "previous.x"),
    ("'a'.b", "expression-syntax", "'a'.b", "previous.x"),
    ("previous.and", "expression-syntax", "and", "write a question"),
    ("previous", "expression-syntax", "previous", "previous.x"),
    ("5(a)", "expression-syntax", "5", "the functions are"),
    ("'a'(b)", "expression-syntax", "'a'", "the functions are"),
    ("len(a)(b)", "expression-syntax", "len(a)", "the functions are"),
    ("has(a, x='b')", "expression-syntax", "=", "write =="),
    ("has(a for b)", "expression-syntax", "for", "count(list, condition)"),
    ("hsa(a, 'b')", "unknown-function", "hsa", "has(q, 'a')"),
    ("exec('x')", "unknown-function", "exec", "the functions are"),
    ("has(a)", "wrong-arguments", "has(a)", "has(q, 'a')"),
    ("any_of(a)", "wrong-arguments", "any_of(a)", "any_of(q, 'a', 'b', ...)"),
    ("len()", "wrong-arguments", "len()", "len(q)"),
    ("minutes(a, b, c)", "wrong-arguments", "minutes(a, b, c)", "minutes(duration) or minutes(from, to)"),
    ("count(a, b, c)", "wrong-arguments", "count(a, b, c)", "count(list, condition)"),
    ("a > date('2026-02-30')", "wrong-arguments", "'2026-02-30'", "date('2026-01-31')"),
    ("a > date('20260230')", "wrong-arguments", "'20260230'", "date('2026-01-31')"),
    ("a > date('2026-W01-1')", "wrong-arguments", "'2026-W01-1'", "date('2026-01-31')"),
    ("date(a)", "wrong-arguments", "date(a)", "date('2026-01-31')"),
    ("count(a, count(b, c) > 1)", "expression-limit", "count(a, count(b, c) > 1)", "of its own"),
]


def flaw(text: str) -> Flaw:
    found = parse_expression(text)
    assert isinstance(found, Flaw)
    return found


def read(text: str) -> Expression:
    found = parse_expression(text)
    assert isinstance(found, Expression)
    return found


@pytest.mark.parametrize(
    ("text", "rule", "place", "cure"), FLAWS, ids=[case[0].encode("unicode_escape").decode()[:40] for case in FLAWS]
)
def test_a_flaw_says_what_where_and_how_to_mend_it(text, rule, place, cure):
    found = flaw(text)
    assert (found.rule, text[found.start : found.end]) == (rule, place)
    assert cure in found.help
    assert found.message
    assert "\n" not in found.message


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_nothing_is_no_expression(text):
    assert flaw(text).message == "there is no expression"


@pytest.mark.parametrize(
    "text",
    ["(" * 300 + "a" + ")" * 300, "(" * 1000, "-" * 999 + "a", "not " * 249 + "a", "+".join("a" * 500), "len(" * 200],
    ids=["parentheses", "open parentheses", "minus", "not", "sum", "calls"],
)
def test_an_expression_that_is_too_deep_is_refused(text):
    assert flaw(text).rule == "expression-limit"


@pytest.mark.parametrize(
    "text",
    ["a if b else " * 83 + "c", "previous." * 110, "[" * 1000, "1<" * 499 + "1", "(a,(" * 250, "a " * 500, "'" * 999],
    ids=lambda text: text[:12],
)
def test_a_long_expression_is_refused_or_read_but_never_breaks(text):
    assert isinstance(parse_expression(text), Flaw | Expression)


def test_nesting_is_allowed_up_to_the_limit():
    sums = "+".join("a" * DEPTH_LIMIT)
    assert read(sums).names == {"a"}
    assert flaw(sums + "+a").rule == "expression-limit"
    assert read("(" * DEPTH_LIMIT + "a" + ")" * DEPTH_LIMIT).names == {"a"}
    assert flaw("(" * DEPTH_LIMIT + "(a)" + ")" * DEPTH_LIMIT).rule == "expression-limit"


def test_the_length_is_allowed_up_to_the_limit():
    fitting = "a or " * 199 + "abcde"
    assert len(fitting) == LENGTH_LIMIT
    assert read(fitting).names == {"a", "abcde"}
    too_long = flaw(fitting + "f")
    assert (too_long.rule, too_long.start, too_long.end) == ("expression-limit", LENGTH_LIMIT, LENGTH_LIMIT + 1)


def test_a_flaw_counts_code_points_also_behind_other_scripts_and_line_breaks():
    text = "t == 'Größe 漢字 😀'\n  and u == 'é'\r\n  and v = 1"
    found = flaw(text)
    assert text[found.start :] == "= 1"


def test_nodes_know_their_places_also_behind_other_scripts_and_line_breaks():
    text = "\n  t == '漢字 😀'\r\n\tand (users > 12)"
    places = {type(node): text[node.start : node.end] for node in walk(read(text).root)}
    assert places[Connection] == text.strip()[:-1] + ")"
    assert places[Comparison] == "users > 12"
    assert places[Name] == "users"
    assert places[Number] == "12"
    assert places[Text] == "'漢字 😀'"


@pytest.mark.parametrize(
    "text", ["1 == 1", "'a' == 'b'", "'a' if 1 == 1 else 'b'", "(1)(2)", "'%d' - 1", "1 if 1 else 1"]
)
def test_reading_never_warns(text):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parse_expression(text)


@pytest.mark.parametrize(
    "word", ["class", "from", "is", "in", "for", "lambda", "import", "match", "type", "none", "count", "date"]
)
def test_the_words_of_other_languages_and_the_functions_are_free_as_ids(word):
    assert read(f"{word} == 'a' or answered({word})").names == {word}


def test_an_expression_tells_what_it_depends_on():
    expression = read("count(whys, previous.a == b and index > 1) > c and today > d")
    assert expression.names == {"whys", "b", "c", "d"}
    assert expression.previous_names == {"a"}
    assert expression.uses_previous
    assert expression.uses_index
    assert expression.uses_clock
    plain = read("a and b")
    assert (plain.uses_previous, plain.uses_index, plain.uses_clock) == (False, False, False)


def test_equal_trees_are_equal_wherever_they_stand():
    assert read("a  and (b)").root == read("a and b").root
    assert (read("a  and (b)").root != read("a and b").root) is False  # a struct has its own `!=`
    assert hash(read("a  and (b)").root) == hash(read("a and b").root)
    assert read("a and b").root != read("b and a").root
    assert read("'a'").root != read("a").root
    assert read("today").root != read("now").root
