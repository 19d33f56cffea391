import pytest

from rootcause.expression.checker import Scope, check_expression
from rootcause.expression.parser import parse_expression
from rootcause.expression.syntax import Expression
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
    accepts,
)

SIZE = ChoiceType(("small", "large", "3"))
ROW = {"done": YesNo(), "points": NumberType(), "kind": ChoiceType(("prevent", "detect"))}
SCOPE = Scope(
    {
        "yes1": YesNo(),
        "size": SIZE,
        "colour": ChoiceType(("red", "blue")),
        "where": ChoicesType(("prod", "stage")),
        "users": NumberType(),
        "note": TextType(),
        "day": DateType(),
        "at": DateTimeType(),
        "span": DurationType(),
        "actions": ListType(ROW),
    },
    later=frozenset({"below"}),
)
IN_ROW = SCOPE.of_rows(ROW)


def check(text, scope=SCOPE, expected=None):
    expression = parse_expression(text)
    assert isinstance(expression, Expression), expression
    return check_expression(expression, scope, expected)


TYPES = [
    ("users + 1 > 2 and not yes1", YesNo()),
    ("users * 2 - 1", NumberType()),
    ("day - day", DurationType()),
    ("at - now", DurationType()),
    ("today", DateType()),
    ("now", DateTimeType()),
    ("'a'", TextType(("a",))),
    ("note if yes1 else 'a'", TextType()),
    ("'a' if yes1 else 'b'", TextType(("a", "b"))),
    ("size if yes1 else 'small'", SIZE),
    ("'huge' if yes1 else size", ChoiceType(("small", "large", "3", "huge"))),
    ("size if yes1 else colour", ChoiceType(("small", "large", "3", "red", "blue"))),
    ("where if yes1 else where", ChoicesType(("prod", "stage"))),
    ("actions", ListType(ROW)),
    ("count(actions, done and kind == 'detect' and index > 1 and previous.points == users)", NumberType()),
    ("at >= day", YesNo()),
    ("day == now", YesNo()),
    ("size == ('small' if yes1 else 'large')", YesNo()),
    ("yes1 == (users > 1)", YesNo()),
    ("len(note) + len(where) + len(actions)", NumberType()),
    ("days(day, at)", NumberType()),
    ("unknown(actions) or answered(where)", YesNo()),
]


@pytest.mark.parametrize(("text", "type"), TYPES, ids=[text for text, _ in TYPES])
def test_an_expression_has_the_type_of_what_it_gives(text, type):
    assert check(text) == type


FLAWS = [
    # text, rule, what the flaw points at, a part of the help
    ("usrs > 1", "unknown-reference", "usrs", 'did you mean "users"'),
    ("wholly_other > 1", "unknown-reference", "wholly_other", "stands in quotes"),
    ("yes1 == no", "unknown-reference", "no", "write false"),
    ("below > 1", "forward-reference", "below", "move the question down"),
    ("previous.done", "unknown-reference", "previous.done", "each"),
    ("index > 1", "unknown-reference", "index", "count(list, condition)"),
    ("count(actions, previous.dome)", "unknown-reference", "previous.dome", 'did you mean "previous.done"'),
    ("count(actions, previous.zzzzzz)", "unknown-reference", "previous.zzzzzz", "they are done, points, kind"),
    ("size == small", "unknown-option", "small", "write 'small'"),
    ("small == size", "unknown-option", "small", "write 'small'"),
    ("where == prod", "unknown-option", "prod", "write 'prod'"),
    ("size == 'smal'", "unknown-option", "'smal'", "did you mean 'small'"),
    ("'smal' == size", "unknown-option", "'smal'", "did you mean 'small'"),
    ("size != 'zzz'", "unknown-option", "'zzz'", "the options are small, large, 3"),
    ("size == ('small' if yes1 else 'larg')", "unknown-option", "'small' if yes1 else 'larg'", "did you mean 'large'"),
    ("has(where, 'prd')", "unknown-option", "'prd'", "did you mean 'prod'"),
    ("any_of(size, 'small', 'larg')", "unknown-option", "'larg'", "did you mean 'large'"),
    ("has(where, prod)", "wrong-arguments", "prod", "write 'prod'"),
    ("has(where, 'prod' if yes1 else 'stage')", "wrong-arguments", "'prod' if yes1 else 'stage'", "has(q, 'a')"),
    ("has(size, 'small')", "type-mismatch", "size", "write size == 'small'"),
    ("has(users, 'a')", "type-mismatch", "users", "has(q, 'a')"),
    ("any_of(note, 'a')", "type-mismatch", "note", "any_of(q, 'a', 'b', ...)"),
    ("answered(users + 1)", "wrong-arguments", "users + 1", "answered(q)"),
    ("unknown('users')", "wrong-arguments", "'users'", "unknown(q)"),
    ("count(where)", "type-mismatch", "where", "write len(where)"),
    ("count(actons, done)", "unknown-reference", "actons", 'did you mean "actions"'),
    ("count(where, done)", "type-mismatch", "where", "write len(where)"),
    ("count(users)", "type-mismatch", "users", "count(list)"),
    ("count(actions, points)", "type-mismatch", "points", "write points > 0"),
    ("count(actions, kind == 'detct')", "unknown-option", "'detct'", "did you mean 'detect'"),
    ("len(users)", "type-mismatch", "users", "len(q)"),
    ("minutes(day, day)", "type-mismatch", "day", "days(from, to)"),
    ("minutes(at)", "type-mismatch", "at", "minutes(from, to)"),
    ("minutes(users)", "type-mismatch", "users", "minutes(duration)"),
    ("days(span, day)", "type-mismatch", "span", "write minutes(span)"),
    ("where == 'prod'", "type-mismatch", "where == 'prod'", "write has(where, 'prod')"),
    ("where == where", "type-mismatch", "where == where", "write has(where, 'prod')"),
    ("actions == 1", "type-mismatch", "actions == 1", "write count(actions)"),
    ("users == '5'", "type-mismatch", "users == '5'", "write 5 without quotes"),
    ("users == note", "type-mismatch", "users == note", None),
    ("day == '2026-01-31'", "type-mismatch", "day == '2026-01-31'", "write date('2026-01-31')"),
    ("'tomorrow' < at", "type-mismatch", "'tomorrow' < at", "write date('2026-01-31')"),
    ("yes1 == 'yes'", "type-mismatch", "yes1 == 'yes'", "true or false"),
    ("span > 90", "type-mismatch", "span > 90", "write minutes(span)"),
    ("size == 3", "type-mismatch", "size == 3", "write '3' in quotes"),
    ("size == 4", "type-mismatch", "size == 4", "write an option in quotes: 'small'"),
    ("1 if yes1 else usrs", "unknown-reference", "usrs", 'did you mean "users"'),
    ("usrs if yes1 else 1", "unknown-reference", "usrs", 'did you mean "users"'),
    ("size == users", "type-mismatch", "size == users", "write an option in quotes: 'small'"),
    ("size == note", "type-mismatch", "size == note", "write an option in quotes: 'small'"),
    ("size == colour", "type-mismatch", "size == colour", "an option in quotes"),
    ("size < 'small'", "type-mismatch", "size < 'small'", "any_of"),
    ("note > 'a'", "type-mismatch", "note > 'a'", "== or !="),
    ("yes1 >= true", "type-mismatch", "yes1 >= true", "== or !="),
    ("users and yes1", "type-mismatch", "users", "write users > 0"),
    ("not where", "type-mismatch", "where", "write has(where, 'prod')"),
    ("yes1 or size", "type-mismatch", "size", "write size == 'small'"),
    ("yes1 or note", "type-mismatch", "note", "write answered(note)"),
    ("yes1 or span", "type-mismatch", "span", "write minutes(span) > 0"),
    ("yes1 or actions", "type-mismatch", "actions", "write count(actions) > 0"),
    ("1 if users else 2", "type-mismatch", "users", "write users > 0"),
    ("1 if yes1 else 'a'", "type-mismatch", "1 if yes1 else 'a'", "one type"),
    ("actions if yes1 else actions", "type-mismatch", "actions if yes1 else actions", "no list"),
    ("note + 'a'", "type-mismatch", "note + 'a'", "numbers"),
    ("day + 1", "type-mismatch", "day + 1", "compare days(from, to)"),
    ("at - day", "type-mismatch", "at - day", "days(from, to)"),
    ("day + day", "type-mismatch", "day + day", "days(from, to)"),
    ("span * 2", "type-mismatch", "span * 2", "minutes(duration)"),
    ("actions - 1", "type-mismatch", "actions - 1", "count(list)"),
    ("-span", "type-mismatch", "-span", "minutes(duration)"),
]


@pytest.mark.parametrize(("text", "rule", "place", "cure"), FLAWS, ids=[case[0] for case in FLAWS])
def test_a_flaw_says_what_where_and_how_to_mend_it(text, rule, place, cure):
    flaws = check(text)
    assert [(flaw.rule, text[flaw.start : flaw.end]) for flaw in flaws[:1]] == [(rule, place)]
    assert cure is None or cure in flaws[0].help


@pytest.mark.parametrize("text", [case[0] for case in FLAWS if case[0] not in ("minutes(day, day)",)])
def test_one_mistake_is_told_once(text):
    assert len(check(text)) == 1


def test_all_flaws_are_told_in_the_order_in_which_they_stand():
    text = "usrs > 1 and (below or size == 'smal') and count(actions, dne) > note"
    assert [text[flaw.start : flaw.end] for flaw in check(text)] == [
        "usrs",
        "below",
        "'smal'",
        "count(actions, dne) > note",
        "dne",
    ]


def test_a_long_expression_of_several_lines_is_named_short_and_on_one_line():
    text = " +\n ".join(["users"] * 60)
    [flaw] = check(text, expected=YesNo())
    assert "\n" not in flaw.message
    assert len(flaw.message) < 120


def test_the_questions_of_a_row_come_before_those_outside():
    scope = Scope({"size": SIZE, "rows": ListType({"size": NumberType()})})
    assert check("count(rows, size > 1)", scope) == NumberType()
    assert check("previous.kind == kind and index > 1 and users > 1", IN_ROW) == YesNo()


def test_a_row_may_name_its_own_question_though_one_below_has_the_same_name():
    scope = Scope({"rows": ListType({"below": YesNo()})}, later=frozenset({"below"}))
    assert check("count(rows, below)", scope) == NumberType()


EXPECTED = [
    ("yes1", YesNo(), True),
    ("users", YesNo(), False),
    ("users", NumberType(), True),
    ("days(day, day)", NumberType(), True),
    ("span", NumberType(), False),
    ("'small'", SIZE, True),
    ("'small' if yes1 else 'large'", SIZE, True),
    ("'small' if yes1 else 'lrge'", SIZE, False),
    ("'small' if yes1 else 'large'", ChoiceType(("large", "small")), True),
    ("size if yes1 else 'small'", SIZE, True),
    ("colour", SIZE, False),
    ("note", SIZE, False),
    ("'a'", TextType(), True),
    ("note", TextType(), True),
    ("size", TextType(), False),
    ("where", ChoicesType(("prod", "stage", "test")), True),
    ("where", ChoicesType(("prod",)), False),
    ("'prod'", ChoicesType(("prod",)), False),
    ("today", DateType(), True),
    ("today", DateTimeType(), False),
    ("at", DateType(), False),
    ("at - at", DurationType(), True),
    ("actions", ListType(ROW), False),
]


@pytest.mark.parametrize(
    ("text", "expected", "fits"), EXPECTED, ids=[f"{text} for {type}" for text, type, _ in EXPECTED]
)
def test_a_computed_value_must_fit_its_question(text, expected, fits):
    found = check(text, expected=expected)
    assert isinstance(found, tuple) is not fits
    assert fits == accepts(expected, check(text))


def test_a_computed_option_that_does_not_exist_is_named_with_the_nearest():
    [flaw] = check("'small' if yes1 else 'larg'", expected=SIZE)
    assert (flaw.rule, flaw.message, flaw.help) == (
        "unknown-option",
        '"larg" is not one of the options',
        'did you mean "large"?',
    )
