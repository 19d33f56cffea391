"""What conditions and quotes are told, and where nothing is to be told."""

from __future__ import annotations

import pytest

from tests.lint.examples import findings

QUESTIONS = """\
- {id: share, type: integer, ask: "How many in a hundred?", min: 0, max: 100}
- {id: weight, type: number, ask: "How heavy is it?"}
- {id: grade, type: scale, ask: "How well does it work?", labels: {1: badly, 5: well}}
- {id: sent, type: date, ask: "On which day was it sent?", min: "2020-01-01"}
- {id: took, type: duration, ask: "How long did it take?", max: 2 h}
- {id: places, type: choices, ask: "Where did it happen?", choices: {a: Berlin, b: Paris, c: Rome}, max: 2}
- {id: note, type: text, ask: "What is to be noted?", max_length: 80}
- {id: twice, type: integer, label: Twice, compute: share * 2, max: 5}
- {id: told, type: yesno, ask: "Was the customer told?"}
- {id: rows, type: list, ask: "Which parcels?", max: 3, each: [{id: part, type: integer, ask: "Which part?", max: 9}]}
- {id: insured, type: yesno, ask: "Was it insured?", required: false}
- {id: mood, type: choice, ask: "How was it taken?", choices: {good: Well, bad: Badly}, required: false}
"""


def told(rule: str, questions: str) -> list[str]:
    """What the rule marks in these questions below the others, and says."""
    return [
        f"{found.line_text[found.region.column - 1 : found.region.end_column - 1]}: {found.message}"
        for found in findings(QUESTIONS + questions)
        if found.name == rule
    ]


def computed(condition: str) -> str:
    return f'- {{id: q, type: yesno, label: Q, compute: "{condition}"}}\n'


def asked_when(condition: str) -> str:
    return f'- {{id: q, type: text, ask: "What then?", when: "{condition}"}}\n'


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        ("share > 100", 'always false: "share" lies between 0 and 100'),
        ("share >= 0", "always true"),
        ("share < 0", "always false"),
        ("share <= 100", "always true"),
        ("100 < share", "always false"),
        ("share == 101", "always false"),
        ("share != -1", "always true"),
        ("grade > 5", 'always false: "grade" lies between 1 and 5'),
        ("sent < date('2019-12-31')", 'always false: "sent" is at least 2020-01-01'),
        ("minutes(took) > 120", "always false: minutes(took) lies between 0 and 120"),
        ("len(places) > 2", "always false: len(places) lies between 0 and 2"),
        ("len(note) <= 80", "always true"),
        ("count(rows) > 3", "always false"),
        ("count(rows) < 0", "always false"),
        ("count(rows, part > 9) > 1", 'always false: "part" is at most 9'),
    ],
)
def test_a_comparison_that_no_answer_changes_is_told(condition: str, says: str):
    (message,) = told("comparison-outside-bounds", computed(condition))
    assert says in message


@pytest.mark.parametrize(
    "condition",
    [
        "share > 99",
        "share == 100",
        "share < 1",
        "weight > 1000000",
        "grade == 1",
        "sent > date('2020-01-01')",
        "minutes(took) >= 120",
        "len(places) == 2",
        "count(rows) == 3",
        "count(rows, part > 8) > 100",
        "len(note) > 79",
        "share > weight",
        "twice > 5",
        "days(sent, today) > 36500",
    ],
)
def test_a_comparison_that_answers_decide_is_fine(condition: str):
    assert not told("comparison-outside-bounds", computed(condition))


def test_the_rungs_of_a_ladder_are_not_counted_by_its_levels():
    rule = "comparison-outside-bounds"
    ladder = (
        '- {id: why_so, type: ladder, max: 3, ask: Why?, next: Why?, each: [{id: was_so, type: text, ask: "What?"}]}\n'
    )
    assert not told(rule, ladder.replace("Why?", '"Why?"') + computed("count(why_so) > 9"))


@pytest.mark.parametrize("condition", ["share == share", "1 < 2", "'a' != 'b'", "told and today > today", "-1 < 0"])
def test_a_comparison_without_an_answer_is_useless(condition: str):
    assert len(told("useless-comparison", computed(condition))) == 1


@pytest.mark.parametrize("condition", ["share == weight", "today > date('2026-01-01')", "share + 1 > share - 1"])
def test_a_comparison_of_two_things_is_none(condition: str):
    assert not told("useless-comparison", computed(condition))


@pytest.mark.parametrize(
    ("condition", "marked"),
    [
        ("not insured", "not insured"),
        ("mood != 'good'", "mood != 'good'"),
        ("not (mood == 'good')", "not (mood == 'good')"),
        ("told and mood != 'good'", "mood != 'good'"),
    ],
)
def test_a_denial_of_what_may_be_skipped_is_told(condition: str, marked: str):
    (message,) = told("ignores-unknown", asked_when(condition))
    assert message.startswith(f"{marked}: this is not true when")


@pytest.mark.parametrize(
    "condition",
    [
        "insured",
        "mood == 'bad'",
        "not told",
        "not answered(insured)",
        "not answered(insured) or not insured",
        "answered(mood) and mood != 'good'",
        "unknown(mood) or mood != 'good'",
    ],
)
def test_a_condition_that_minds_what_was_skipped_is_fine(condition: str):
    assert not told("ignores-unknown", asked_when(condition))


def test_only_what_decides_whether_something_is_asked_ignores_what_was_skipped():
    assert not told("ignores-unknown", computed("not insured"))


GUARDED = """\
- {id: name, type: text, ask: "Who told them?", when: told and share > 10}
- {id: place, type: text, ask: "Where was that, ${name}?", when: answered(name)}
"""
ASK = 'ask: "What did ${name} say?"'
ROW = f"each: [{{id: r, type: text, {ASK}}}]"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(f"{ASK}, when: told and share > 10", id="the same condition"),
        pytest.param(f"{ASK}, when: share > 10 and weight > 1 and told", id="a stricter condition"),
        pytest.param(f"{ASK}, when: name != 'Kim'", id="a condition on the answer"),
        pytest.param(f"{ASK}, when: answered(place)", id="a question that is asked only then"),
        pytest.param(f"{ASK}, when: name == 'Kim' or len(name) > 9", id="both ways name it"),
        pytest.param(f"{ASK}, when: not (name == 'Kim' or told)", id="neither of two"),
        pytest.param(f"{ASK}, when: (name == 'Kim' if told else name == 'Jo')", id="either of two"),
        pytest.param(f"{ASK}, when: told if name == 'Kim' else not told", id="a choice that it decides"),
        pytest.param('ask: "Who?", check: {that: q != name, else: "That is ${name}."}', id="the check names it"),
        pytest.param('ask: "How heavy is ${weight}?"', id="always asked"),
    ],
)
def test_a_quote_of_what_was_asked_for_certain_is_fine(question: str):
    assert not told("unguarded-quote", GUARDED + f"- {{id: q, type: text, {question}}}\n")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(ASK, id="no condition"),
        pytest.param(f"{ASK}, when: told", id="a weaker condition"),
        pytest.param(f"{ASK}, when: not answered(name)", id="the answer is missing"),
        pytest.param(f"{ASK}, when: name == 'Kim' or told", id="one of two ways"),
        pytest.param(f"{ASK}, when: not (told and name == 'Kim')", id="not both"),
        pytest.param('ask: "Who?", hint: "Ask ${name}."', id="a hint"),
        pytest.param(
            'ask: "Who?", check: {that: q != \'x\' and q != name, else: "Ask ${name}."}', id="half of the check"
        ),
        pytest.param('ask: "Who?", check: {that: q != \'x\', else: "Ask ${name}."}', id="another check"),
    ],
)
def test_a_quote_of_what_may_not_have_been_asked_is_told(question: str):
    assert told("unguarded-quote", GUARDED + f"- {{id: q, type: text, {question}}}\n") == [
        '${name}: "name" may not have been asked when this is read'
    ]


@pytest.mark.parametrize(
    ("rows", "times"),
    [
        pytest.param(f'ask: "What?", when: answered(name), {ROW}', 0, id="the list is asked only then"),
        pytest.param(
            f'ask: "What?", {ROW.replace("}]", ", when: len(name) > 1}]")}', 0, id="the row is asked only then"
        ),
        pytest.param(f'ask: "What?", when: told, {ROW}', 1, id="the list is asked without"),
    ],
)
def test_a_row_is_asked_when_its_list_is(rows: str, times: int):
    assert len(told("unguarded-quote", GUARDED + f"- {{id: q, type: list, {rows}}}\n")) == times


def test_the_rows_of_a_list_come_before_questions_outside():
    items = '[{id: r, type: text, ask: "What?", when: told}, {id: t, type: text, ask: "Where was ${r}?"}]'
    assert told("unguarded-quote", f'- {{id: q, type: list, ask: "What?", each: {items}}}\n') == [
        '${r}: "r" may not have been asked when this is read'
    ]


def test_the_condition_of_a_section_holds_for_its_words_and_its_questions():
    example = """\
- id: customer
  title: The customer
  when: answered(problem)
  questions:
    - {id: told, type: yesno, ask: "Was the customer told?"}
- id: again
  title: Once more
  intro: "They were told: ${told}"
  %s: "%s"
  questions:
    - {id: then, type: text, ask: "What did they say to ${told}?"}
"""
    assert not findings(example % ("when", "told"))
    assert not findings(example % ("when", "answered(problem)"))
    assert [found.name for found in findings(example % ("part", "what"))] == ["unguarded-quote", "unguarded-quote"]
