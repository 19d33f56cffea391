"""What is wrong with a questionnaire file, at its place and in words."""

from __future__ import annotations

import pytest

from rootcause.questionnaire.loader import load_questionnaire
from rootcause.source.diagnostic import render
from rootcause.source.text import SourceText

HEAD = """\
rootcause: 1
id: t
version: 1.0.0
title: T
sections:
  - id: s
    title: S
    questions:
      - {id: first, ask: First, type: integer}
      - {id: colour, ask: Colour, type: choice, choices: {red: Red, blue: Blue}}
"""
LAST_LINE = HEAD.count("\n") + 1


def found(text):
    return load_questionnaire(SourceText("q.yaml", text)).diagnostics


def one(text):
    diagnostics = found(text)
    assert len(diagnostics) == 1, [render(diagnostic) for diagnostic in diagnostics]
    return diagnostics[0]


@pytest.mark.parametrize(
    ("question", "rule", "marked", "says"),
    [
        ("{id: q, ask: Q, type: txt}", "unknown-question-type", "txt", 'did you mean "text"'),
        ("{id: q, ask: Q, type: text, hnt: H}", "unknown-key", "hnt", 'did you mean "hint"'),
        ("{id: q, ask: Q}", "missing-key", "{id: q, ask: Q}", 'a question needs "type"'),
        ("{id: q, type: text}", "missing-key", "q", 'needs "ask"'),
        ("{id: Q, ask: Q, type: text}", "invalid-id", "Q", "lower case letters"),
        ("{id: first, ask: Q, type: text}", "duplicate-id", "first", "already, in line 9"),
        ("{id: today, ask: Q, type: text}", "reserved-id", "today", "meaning of its own"),
        ("{id: q, ask: true, type: text}", "wrong-type", "true", "expected a text"),
        ("{id: q, ask: [a], type: text}", "wrong-type", "[a]", "expected a text, found a list"),
        ('{id: q, ask: "", type: text}', "wrong-type", '""', "an empty one"),
        ("{id: q, ask: Q, type: text, required: maybe}", "wrong-type", "maybe", "true or false"),
        ("{id: q, ask: Q, type: text, min: 3}", "useless-key", "min", 'no use for "min"'),
        ("{id: q, ask: Q, type: yesno, choices: {a: A}}", "useless-key", "choices", "it belongs to choice, choices"),
        ("{id: q, ask: Q, type: choice}", "missing-key", "choice", 'needs "choices" or "list"'),
        ("{id: q, ask: Q, type: choice, list: colours}", "unknown-list", "colours", "there are none"),
        ("{id: q, ask: Q, type: choice, choices: {a: A}}", "too-few-choices", "{a: A}", "nothing to choose"),
        ("{id: q, ask: Q, type: choice, choices: {a: A, b: A}}", "duplicate-choice", "A", "read the same"),
        ("{id: q, ask: Q, type: integer, min: 5, max: 3}", "impossible-range", "3", "nothing lies between"),
        ("{id: q, ask: Q, type: integer, min: low}", "wrong-type", "low", "does not fit the type integer"),
        ("{id: q, ask: Q, type: date, max: 2026-02-30}", "wrong-type", "2026-02-30", "28 days"),
        ("{id: q, ask: Q, type: choices, min: -1, choices: {a: A, b: B}}", "wrong-type", "-1", "counts here"),
        ("{id: q, ask: Q, type: scale, labels: {9: High}}", "wrong-type", "9", "not a step of a scale"),
        ("{id: q, ask: Q, type: scale, labels: {'--1': Low}}", "wrong-type", "'--1'", "not a step of a scale"),
        (
            "{id: q, ask: Q, type: scale, labels: {? '" + "1" * 5000 + "' : Low}}",
            "wrong-type",
            "'" + "1" * 5000 + "'",
            "not a step of a scale",
        ),
        ("{id: q, ask: Q, type: scale, min: 9}", "impossible-range", "9", "max 5, which holds for a scale without max"),
        ("{id: q, ask: Q, type: scale, max: 0}", "impossible-range", "0", "min 1 and max 0, which holds for a scale"),
        ("{id: q, ask: Q, type: choices, min: 3, choices: {a: A, b: B}}", "impossible-range", "3", "there are 2"),
        (
            "{id: q, ask: Q, type: choices, min: 4, other: true, choices: {a: A, b: B}}",
            "impossible-range",
            "4",
            "there are 3",
        ),
        ("{id: q, ask: Q, type: choices, max: 0, choices: {a: A, b: B}}", "impossible-range", "0", "required: false"),
        (
            "{id: q, ask: Q, type: list, max: 0, each: [{id: r, ask: R, type: text}]}",
            "impossible-range",
            "0",
            "required: false",
        ),
        ("{id: q, ask: Q, type: text, max_length: 0}", "wrong-type", "0", "a whole number from 1 on"),
        ("{id: q, ask: Q, type: text, max_length: -3}", "wrong-type", "-3", "a whole number from 1 on"),
        ("{id: q, ask: Q, type: choice, choices: {'': A, b: B}}", "invalid-id", "''", "cannot be the id of a choice"),
        ("{id: q, ask: Q, type: choice, choices: {' a': A, b: B}}", "invalid-id", "' a'", "cannot be the id"),
        ("{id: q, ask: Q, type: choice, choices: {a b: A, b: B}}", "invalid-id", "a b", "letters, digits"),
        ("{id: q, ask: Q, type: text, was: [old, old]}", "reused-id", "old", 'answers of "old" move already'),
        ("{id: q, ask: Q, type: text, pattern: '(?=a)'}", "refused-pattern", "'(?=a)'", "look-around"),
        ("{id: q, ask: Q, type: text, pattern: '('}", "refused-pattern", "'('", "not a regular expression"),
        ("{id: q, ask: Q, type: integer, default: many}", "invalid-default", "many", "not a number"),
        ("{id: q, ask: Q, type: text, role: problm}", "unknown-role", "problm", 'did you mean "problem"'),
        ("{id: q, ask: Q, type: text, role: causes}", "role-type-mismatch", "causes", "needs a ladder"),
        ("{id: q, ask: Q, type: text, was: first}", "reused-id", "first", "a question of its own"),
        ("{id: q, ask: Q, type: list}", "missing-key", "{id: q, ask: Q, type: list}", 'needs "each"'),
        ("{id: q, ask: Q, type: list, each: [{id: first, ask: F, type: text}]}", "duplicate-id", "first", "outside"),
        ("{id: q, ask: Q, type: list, each: [{id: r, ask: R, type: list}]}", "nested-rows", "list", "cannot stand in"),
        ("{id: q, ask: Q, type: money, currency: euro}", "wrong-type", "euro", "its code"),
        ("{id: q, ask: {de: Q}, type: text}", "missing-language", "{de: Q}", "the language of the questionnaire"),
        ("{id: q, ask: {en: Q, german: Q}, type: text}", "wrong-type", "german", "is not a language"),
        ("{id: q, ask: Q, type: text, when: frst == 1}", "unknown-reference", "frst", 'did you mean "first"'),
        ("{id: q, ask: Q, type: text, when: q == 'a'}", "forward-reference", "q", "its own answer"),
        ("{id: q, ask: Q, type: text, when: first = 1}", "expression-syntax", "=", "=="),
        ("{id: q, ask: Q, type: text, when: first}", "type-mismatch", "first", "not a condition"),
        ("{id: q, ask: Q, type: text, when: colour == 'green'}", "unknown-option", "'green'", "blue"),
        ("{id: q, ask: Q, type: text, check: {that: q > 3, else: E}}", "type-mismatch", "q > 3", "text"),
        ("{id: q, type: date, compute: first + 1}", "type-mismatch", "first + 1", "date"),
        ("{id: q, ask: 'Of ${frst}', type: text}", "unknown-reference", "${frst}", 'did you mean "first"'),
        ("{id: q, ask: 'Of ${q}', type: text}", "forward-reference", "${q}", "not answered yet"),
        ("{id: q, ask: 'Of ${previous.x}', type: text}", "bad-quote", "${previous.x}", "stands for a row"),
        ("{id: q, ask: 'Of ${first + 1}', type: text}", "bad-quote", "${first + 1}", "id of one question"),
        ("{id: q, ask: Q, type: text, check: [{that: 1 == 1}]}", "missing-key", "{that: 1 == 1}", 'needs "else"'),
    ],
)
def test_what_is_wrong_with_a_question_is_said_at_its_place(question, rule, marked, says):
    diagnostic = one(f"{HEAD}      - {question}\n")
    assert diagnostic.rule == rule
    assert diagnostic.span.line == LAST_LINE
    assert diagnostic.source.slice(diagnostic.span) == marked
    assert says in f"{diagnostic.message} {diagnostic.help}"


@pytest.mark.parametrize(
    ("text", "rule", "says"),
    [
        ("", "wrong-type", "the file is empty"),
        ("- a\n", "wrong-type", "a mapping of keys to values, found a list"),
        (HEAD.replace("rootcause: 1", "rootcause: 2"), "unsupported-version", "expected `rootcause: 1`, found 2"),
        (HEAD.replace("rootcause: 1\n", ""), "missing-key", 'needs "rootcause"'),
        (HEAD.replace("version: 1.0.0", "version: 1.0"), "invalid-version", "three numbers such as 1.0.0, found 1.0"),
        (HEAD.replace("id: t\n", "id: My File\n"), "invalid-id", 'lower case letters, digits and "-"'),
        (HEAD + "    when: later\n", "unknown-reference", '"later" is not'),
        (HEAD + "  - {id: s, title: Again, questions: [{id: x, ask: X, type: text}]}\n", "duplicate-id", "a section"),
        (HEAD + "  - {id: e, title: Empty, questions: []}\n", "empty-section", '"questions" is empty'),
        (HEAD + "  - {id: e, title: E, part: wht, questions: [{id: x, ask: X, type: text}]}\n", "unknown-part", "what"),
        (HEAD.replace("title: T\n", "title: T\nminutes: -1\n", 1), "wrong-type", "a whole number from 0 on, found -1"),
        (
            HEAD + "".join(f"      - {{id: {id}, ask: Q, type: text, was: old}}\n" for id in "xy"),
            "reused-id",
            f"move already, in line {LAST_LINE}",
        ),
        (HEAD + "  - {include: other.yaml}\n", "bad-include", "this text has no folder"),
        (HEAD + "tests:\n  - {name: N, answers: {frst: 1}}\n", "unknown-reference", 'did you mean "first"'),
        (HEAD + "lists: {a: {x: X, y: Y}}\nlists: {}\n", "duplicate-key", "lists"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(text, rule, says):
    diagnostic = one(text)
    assert diagnostic.rule == rule
    assert says in f"{diagnostic.message} {diagnostic.help}"


@pytest.mark.parametrize(
    ("items", "marked"),
    [
        ("{id: i, ask: I, type: text, role: what}, {id: what, ask: W, type: text}", ("what", "what")),
        ("{id: what, ask: W, type: text}, {id: i, ask: I, type: text, role: what}", ("what", "what")),
        ("{id: i, ask: I, type: text, role: what}, {id: j, ask: J, type: text, role: what}", ("what", "what")),
    ],
)
def test_two_answers_of_a_row_cannot_have_one_name_in_the_report(items, marked):
    diagnostic = one(f"{HEAD}      - {{id: q, ask: Q, type: list, each: [{items}]}}\n")
    assert diagnostic.rule == "duplicate-id"
    (other,) = diagnostic.labels
    assert tuple(diagnostic.source.slice(span) for span in (other.span, diagnostic.span)) == marked
    assert other.span.start < diagnostic.span.start


@pytest.mark.parametrize(
    "question",
    [
        "{id: q, ask: Q, type: choice, choices: {yes: A, 1: B, true: C, v1.2-x_y: D}}",
        "{id: q, ask: Q, type: choices, min: 3, other: true, choices: {a: A, b: B}}",
        "{id: q, ask: Q, type: list, required: false, max: 0, each: [{id: r, ask: R, type: text}]}",
        "{id: q, ask: Q, type: scale, min: -2, max: 2, labels: {-1: Low}}",
        "{id: q, ask: Q, type: scale, min: 2}",
        "{id: q, ask: Q, type: list, was: r, each: [{id: i, ask: I, type: text, was: r}]}",
    ],
)
def test_what_is_rare_and_right_is_taken(question):
    assert found(f"{HEAD}      - {question}\n") == ()


def test_everything_wrong_is_said_at_once():
    text = HEAD + "      - {id: a, ask: '${x}', type: integer, min: 5, max: 1, when: nope, role: none}\n"
    rules = [diagnostic.rule for diagnostic in found(text)]
    assert sorted(rules) == ["impossible-range", "unknown-reference", "unknown-reference", "unknown-role"]


def test_an_unknown_key_is_taken_for_the_one_that_was_meant_and_hides_nothing_else():
    text = HEAD + "      - {id: q, aks: Q, type: text, hnit: H, shade: dark, when: frst == 1}\n"
    loaded = load_questionnaire(SourceText("q.yaml", text))
    assert [(problem.rule, problem.source.slice(problem.span)) for problem in loaded.diagnostics] == [
        ("unknown-key", "aks"),
        ("unknown-key", "hnit"),
        ("unknown-key", "shade"),
        ("unknown-reference", "frst"),
    ]
    assert loaded.questionnaire is None
    assert loaded.draft is not None
    asked = loaded.draft.questions["q"]
    assert (asked.ask.in_language("en"), asked.hint and asked.hint.in_language("en")) == ("Q", "H")


def test_an_unknown_key_beside_one_that_is_missing_is_told_without_reading_on():
    assert [problem.rule for problem in found(HEAD + "      - {id: q, ask: Q, shade: dark}\n")] == [
        "unknown-key",
        "missing-key",
    ]


def test_of_very_many_unknown_keys_a_hundred_are_told():
    problems = found("".join(f"k{number}: 1\n" for number in range(5_000)) + HEAD)
    assert [problem.rule for problem in problems] == ["unknown-key"] * 100


def test_an_unknown_key_does_not_keep_sections_from_being_brought_in():
    shared = "rootcause: 1\nsections: [{id: b, title: B, questions: [{id: q, ask: What, type: text}]}]\n"
    text = "rootcause: 1\nid: i\nversion: 1.0.0\ntitle: T\nnonsense: 1\nsections: [{include: shared.yaml}]\n"
    loaded = load_questionnaire(SourceText("main.yaml", text), resolve=lambda name: SourceText(name, shared))
    assert [diagnostic.rule for diagnostic in loaded.diagnostics] == ["unknown-key"]
    assert loaded.draft is not None
    assert list(loaded.draft.questions) == ["q"]


def test_a_caret_stands_below_what_is_meant():
    text = HEAD + "      - id: q\n        ask: Q\n        type: text\n        when: first == 1 and colour == 'green'\n"
    lines = render(one(text)).splitlines()
    assert lines[0].startswith("q.yaml:14:40: error[unknown-option]: ")
    assert lines[1].index("'green'") == lines[2].index("^")


def test_a_question_can_be_all_it_can_be():
    text = """\
rootcause: 1
id: t
version: 1.0.0
language: de
title: {de: Titel, en: Title}
lists:
  place: {here: {label: Hier, hint: ganz nah}, there: Dort}
sections:
  - id: s
    part: why
    title: Teil
    intro: Zuerst
    questions:
      - id: q
        was: [old, older]
        ask: {de: Wo, en: Where}
        label: Ort
        hint: Irgendwo
        type: choices
        list: place
        other: true
        min: 1
        max: 2
        required: false
        quick: true
        private: true
        role: impact
        default: [here]
        check:
          - {that: "has(q, 'here')", else: Nicht hier}
          - {that: len(q) < 3, else: Zu viele}
"""
    loaded = load_questionnaire(SourceText("q.yaml", text))
    assert loaded.diagnostics == ()
    question = loaded.questionnaire.questions["q"]
    assert question.was == ("old", "older")
    assert question.ask.in_language("en") == "Where"
    assert question.ask.in_language("fr") == question.ask.in_language(None) == "Wo"
    assert question.response.choice("here").hint.in_language("de") == "ganz nah"
    assert (question.quick, question.private, question.required, question.role) == (True, True, False, "impact")
    assert [check.that.text for check in question.checks] == ["has(q, 'here')", "len(q) < 3"]
    assert loaded.questionnaire.languages == ("de", "en")


def test_the_digest_follows_the_text():
    one_, other = (
        load_questionnaire(SourceText("q.yaml", text)).questionnaire for text in (HEAD, HEAD + "\n# a remark\n")
    )
    assert one_.digest.startswith("sha256:")
    assert one_.digest != other.digest


def test_braces_in_a_value_that_is_wrong_are_told_as_they_are():
    told = one(HEAD + "      - {id: q, ask: Q, type: text, max_length: '${problem} {least}'}\n")
    assert '"${problem} {least}"' in told.message
