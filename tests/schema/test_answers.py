"""The schema of answers takes the examples that are there, and knows the questions of the questionnaire it is for."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from rootcause.cli.answers_file import AnswersDoc
from rootcause.interview.answers import State, Sure
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.questionnaire.model import Questionnaire
from rootcause.schema import meanings
from rootcause.schema.answers import answers
from rootcause.source.text import SourceText
from tests.schema.reading import ANSWERS, FOLDER, QUESTIONNAIRES, validator, values_in, values_of

HEAD = "rootcause: 1\nid: late\nversion: 1.0.0\ntitle: Late\nsections:\n  - id: what\n    title: WHAT\n    questions:\n"
QUESTIONS = """\
      - {id: summary, ask: "What happened?", type: text, hint: In one sentence}
      - {id: carrier, ask: "Who carried it?", type: choice, other: true, choices: {own: Our own van, post: The post}}
      - {id: seen, ask: "Who saw it?", type: choices, choices: {1: The first, 2: The second}}
      - {id: told, ask: "Did they tell us?", type: yesno}
      - {id: late, ask: "How many were late?", type: integer, min: 1}
      - {id: doubled, label: Doubled, type: integer, compute: late + late}
      - {id: cost, ask: "What did it cost?", type: money}
      - {id: day, ask: "On which day?", type: date}
      - {id: actions, ask: "What will be done?", type: list, each: [{id: what, ask: "What?", type: text}]}
      - {id: whys, ask: "Why?", next: "And why?", type: ladder, each: [{id: because, ask: Because, type: text}]}
"""


def questionnaire(path: Path) -> Questionnaire:
    loaded = load_questionnaire(SourceText.read(path), resolve=beside(path)).questionnaire
    assert loaded is not None
    return loaded


def refused(given: str) -> bool:
    loaded = load_questionnaire(SourceText("late.yaml", HEAD + QUESTIONS)).questionnaire
    assert loaded is not None
    return not Draft7Validator(answers(loaded)).is_valid(values_in(f"questionnaire: late\nanswers: {{{given}}}\n"))


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.parent.name)
def test_an_example_is_taken_by_the_schema_of_all_answers_and_by_that_of_its_questionnaire(path: Path):
    values = values_of(path)
    own = Draft7Validator(answers(questionnaire(FOLDER / f"{values['questionnaire']}.yaml")))
    assert not list(validator("answers").iter_errors(values))
    assert not list(own.iter_errors(values))


@pytest.mark.parametrize("path", QUESTIONNAIRES, ids=lambda path: path.stem)
def test_there_is_a_schema_for_the_answers_to_each_bundled_questionnaire(path: Path):
    of = questionnaire(path)
    schema = answers(of)
    Draft7Validator.check_schema(schema)
    asked = {question.id for question in of.questions.values() if question.compute is None}
    assert set(schema["properties"]["answers"]["properties"]) == asked
    for test in values_of(path)["tests"]:
        if "refused" not in test:
            assert not list(Draft7Validator(schema).iter_errors({"answers": test["answers"]})), test["name"]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("sumary: It came late", id="no such question"),
        pytest.param("carrier: van", id="no such option"),
        pytest.param("carrier: {other: }", id="other without its text"),
        pytest.param("seen: [1, 3]", id="no such option among several"),
        pytest.param("told: perhaps", id="neither yes nor no"),
        pytest.param("late: 0", id="too few"),
        pytest.param("doubled: 4", id="what is computed"),
        pytest.param("summary: [a]", id="a list for a text"),
        pytest.param("summary: {value: a, sure: certain}", id="no such degree of sureness"),
        pytest.param("summary: {state: open}", id="no such state"),
        pytest.param("summary: {state: deferred}", id="put off without whom to ask"),
        pytest.param("summary: {value: a, shade: dark}", id="nothing that can be said of an answer"),
        pytest.param("actions: {what: a}", id="a row that is no list"),
        pytest.param("actions: [{waht: a}]", id="no such question in a row"),
        pytest.param("whys: [{because: a, why: [{becuase: b}]}]", id="no such question in a rung"),
    ],
)
def test_a_mistake_is_seen(given: str):
    assert refused(given.replace("{other: }", "{other: ''}"))


@pytest.mark.parametrize(
    "given",
    [
        "summary: It came late",
        "summary: 2024",
        "summary: {value: a, sure: reported, note: N, evidence: [photo.jpg]}",
        "summary: {state: deferred, to: Kim, by: 2026-01-20}",
        "summary: null",
        "carrier: own",
        "carrier: {value: {other: a bicycle}, sure: fact}",
        "seen: [1, '2']",
        "seen: 1",
        "told: No",
        "told: true",
        "late: 12",
        "cost: 1200.50 EUR",
        "day: 31 Jan 2026",
        "actions: [{what: {value: a, sure: fact}}, {what: b}]",
        "'actions[3].what': c",
        "whys: [{because: a, why: [{because: {state: unknown}}]}]",
    ],
)
def test_an_answer_is_taken(given: str):
    assert not refused(given)


def test_what_an_editor_shows_is_the_question_and_its_hint():
    loaded = load_questionnaire(SourceText("late.yaml", HEAD + QUESTIONS)).questionnaire
    shown = answers(loaded)["properties"]["answers"]["properties"]
    assert shown["summary"]["description"] == "What happened?\n\nIn one sentence"
    assert shown["carrier"]["anyOf"][0]["markdownEnumDescriptions"] == ["Our own van", "The post"]


def test_the_words_are_those_of_the_reader():
    assert set(meanings.ANSWERS) == set(AnswersDoc.model_fields)
    assert set(meanings.SURE) == set(Sure)
    assert set(meanings.STATE) == set(State) - {State.COMPUTED}
