"""What is printed for a question: answers ready for a file, or the conditions that contradict each other."""

from __future__ import annotations

import pytest

from rootcause.interview.interview import Interview
from rootcause.interview.rehearsal import rehearse
from rootcause.interview.scripted import fill
from rootcause.lint.context import Context
from rootcause.lint.reachability.covering import covering_tests, with_tests
from rootcause.lint.reachability.explaining import explanation
from rootcause.lint.reachability.proving import Proof
from rootcause.lint.reachability.search import UNDECIDED, Budget
from rootcause.lint.reachability.witness import Witness
from rootcause.questionnaire.loader import Loaded, load_questionnaire
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from tests.lint.reachability.generating import NOON

TEXT = """\
rootcause: 1
id: late
version: 1.0.0
title: A late delivery
sections:
  - id: what
    title: WHAT happened
    questions:
      - {id: carrier, type: choice, ask: "Who carried it?", choices: {own: We, partner: A partner}}
      - {id: late, type: yesno, ask: "Was it late?", when: carrier == 'partner'}
      - {id: days, type: integer, ask: "How late?", min: 1, when: late}
      - {id: excuse, type: text, ask: "What was said?", when: days > 2 and not late}
      - {id: wait, type: duration, ask: "How long was the wait?"}
      - {id: apology, type: text, ask: "What was said about it?", when: minutes(wait) > 90}
      - {id: offers, type: choices, ask: "What was offered?", choices: {a: A, b: B, c: C}, min: 2}
      - {id: other, type: text, ask: "What else?", when: "len(offers) == 3 or has(offers, 'b')"}
      - {id: sent, type: datetime, ask: "When was it sent?"}
      - {id: came, type: datetime, ask: "When did it come?"}
      - {id: slow, type: text, ask: "What held it up?", when: "minutes(sent, came) > 60"}
      - {id: paid, type: yesno, ask: "Was it paid?", default: true}
      - {id: unpaid, type: text, ask: "Why not?", when: not answered(paid)}
      - id: steps
        type: list
        ask: "Which steps were taken?"
        each:
          - {id: step, type: text, ask: "What was done?"}
          - {id: done, type: yesno, ask: "Is it done?"}
          - {id: proof, type: text, ask: "What shows it?", when: done and late}
# the end
"""


def loaded(text: str) -> Loaded:
    source = SourceText("late.yaml", text)
    found = load_questionnaire(source)
    assert found.questionnaire is not None, found.diagnostics
    return found


def context(text: str) -> Context:
    return Context(SourceText("late.yaml", text), text, loaded(text))


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        pytest.param("carrier", ['# "carrier" is shown whatever is answered', "answers: {}"], id="always"),
        pytest.param(
            "days",
            ['# the fewest answers that show "days"', "# days: late", "answers:", "  carrier: partner", "  late: true"],
            id="in the order of asking",
        ),
        pytest.param(
            "apology",
            [
                '# the fewest answers that show "apology"',
                "# apology: minutes(wait) > 90",
                "answers:",
                "  wait: 90 min 1 s",
            ],
            id="an amount",
        ),
        pytest.param(
            "excuse",
            [
                '# no answers show "excuse": these conditions are never yes together',
                '# late.yaml:11:67: "days" is asked only when late',
                '# late.yaml:12:63: "excuse" is asked only when days > 2',
                '# late.yaml:12:63: "excuse" is asked only when not late',
            ],
            id="never",
        ),
        pytest.param(
            "unpaid",
            [
                '# the fewest answers that show "unpaid"',
                "# unpaid: not answered(paid)",
                "answers:",
                "  paid: {state: deferred, to: Kim}",
            ],
            id="a default that must not be taken",
        ),
    ],
)
def test_a_question_is_explained_by_answers_or_by_what_contradicts(key: str, lines: list[str]):
    assert list(explanation(context(TEXT), key)) == lines


@pytest.mark.parametrize("key", ["other", "slow", "steps.proof", "apology", "unpaid"])
def test_the_engine_shows_what_the_answers_are_said_to_show(key: str):
    questionnaire = loaded(TEXT).questionnaire
    assert questionnaire is not None
    verdict = Proof(questionnaire).reachable(key)
    assert isinstance(verdict, Witness)
    filled = fill(Interview.begin(questionnaire, clock=lambda: NOON), verdict.answers, lambda _: None)
    assert filled.problems == ()
    outer, _, item = key.partition(".")
    if item:
        assert any(asked.question == key for asked in filled.interview.asked())
    else:
        assert filled.interview.standing(outer).shown


def test_a_computed_value_of_a_computed_value_is_followed():
    computed = """\
      - {id: first, type: integer, label: First, compute: "2 if late else 1"}
      - {id: second, type: integer, label: Second, compute: first}
      - {id: told, type: text, ask: "Who was told?", when: answered(second)}
"""
    text = TEXT.replace("      - id: steps\n", computed + "      - id: steps\n")
    assert list(explanation(context(text), "told"))[2:] == ["answers:", "  carrier: partner", "  late: true"]


def test_what_takes_too_long_is_said_not_to_be_decided():
    questionnaire = loaded(TEXT).questionnaire
    assert questionnaire is not None
    proof = Proof(questionnaire, Budget(1))
    assert proof.can_be_shown("other") in (True, UNDECIDED)
    assert proof.reachable("days") is UNDECIDED


def test_tests_are_written_that_hold_and_the_rest_of_the_file_stays_as_it_is():
    questionnaire = loaded(TEXT).questionnaire
    assert questionnaire is not None
    conditional = [id for id, question in questionnaire.questions.items() if question.when is not None]
    covering = covering_tests(questionnaire, conditional, conditional)
    assert covering.left == ("excuse",)
    tree, _ = parse_tree(SourceText("late.yaml", TEXT))
    assert tree is not None
    text = with_tests(tree, covering.tests)
    assert text.startswith(TEXT)
    after = loaded(text).questionnaire
    assert after is not None
    assert rehearse(after) == ()
    assert {id for test in after.examples for id in test.shown} == set(conditional) - {"excuse"}
    assert {id for test in after.examples for id in test.hidden} == set(conditional)
    assert len(after.examples) < len(conditional) * 2


@pytest.mark.parametrize(
    "own",
    [
        pytest.param("tests:\n  - name: mine\n    answers: {}\n    shown: [carrier] # so\n", id="a list"),
        pytest.param("tests:\n- {name: mine, answers: {}, shown: [carrier]}\n# behind it\n", id="without indent"),
        pytest.param("tests: [{name: mine, answers: {}, shown: [carrier]}]\n", id="in brackets"),
        pytest.param("tests: []\n", id="empty"),
    ],
)
def test_tests_are_added_behind_those_that_are_there(own: str):
    questionnaire = loaded(TEXT).questionnaire
    assert questionnaire is not None
    tests = covering_tests(questionnaire, ["late"], []).tests
    tree, _ = parse_tree(SourceText("late.yaml", TEXT + own))
    assert tree is not None
    text = with_tests(tree, tests)
    after = loaded(text).questionnaire
    assert after is not None
    assert [test.name for test in after.examples] == (["mine"] if "mine" in own else []) + [tests[0].name]
    assert rehearse(after) == ()
