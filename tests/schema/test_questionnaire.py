"""The schema of a questionnaire takes what the reader takes, and refuses mistakes that an editor can see."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from rootcause.questionnaire import document
from rootcause.questionnaire.allowed import ANY_SPECIAL, SPECIAL
from rootcause.questionnaire.model import Part, ResponseType
from rootcause.questionnaire.roles import ROLES
from rootcause.schema import meanings, schema
from tests.schema.reading import FOLDER, INCLUDED, QUESTIONNAIRES, is_taken, mutated, validator, values_in, values_of

FORMAT = (FOLDER.parent / "docs" / "format.md").read_text(encoding="utf-8")
HEAD = "rootcause: 1\nid: late\nversion: 1.0.0\ntitle: Late\n"


def complaints(questions: str, head: str = HEAD) -> list[str]:
    values = values_in(f"{head}sections:\n  - id: what\n    title: WHAT\n    questions:\n{questions}")
    return [error.message for error in validator("questionnaire").iter_errors(values)]


@pytest.mark.parametrize("path", QUESTIONNAIRES, ids=lambda path: path.stem)
def test_a_bundled_questionnaire_is_taken(path: Path):
    assert not list(validator("questionnaire").iter_errors(values_of(path)))


@pytest.mark.parametrize("path", INCLUDED, ids=lambda path: path.stem)
def test_a_bundled_file_for_others_is_taken(path: Path):
    assert not list(validator("included").iter_errors(values_of(path)))
    assert not validator("questionnaire").is_valid(values_of(path))


def test_the_example_of_the_format_page_is_taken():
    example = FORMAT.split("```yaml\n", 2)[1].partition("```")[0]
    assert not list(validator("questionnaire").iter_errors(values_in(example)))


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("{id: q, type: text}", id="nothing is asked"),
        pytest.param("{id: q, ask: Q}", id="no type"),
        pytest.param("{id: q, ask: Q, type: txt}", id="no such type"),
        pytest.param("{id: q, ask: Q, type: text, hnit: H}", id="no such key"),
        pytest.param("{id: q, ask: Q, type: text, choices: {a: A, b: B}}", id="choices of a text"),
        pytest.param("{id: q, ask: Q, type: yesno, max: 3}", id="the most of a yes"),
        pytest.param("{id: q, ask: Q, type: choice}", id="a choice of nothing"),
        pytest.param("{id: q, ask: Q, type: choice, choices: {a: {hint: H}}}", id="a choice without its text"),
        pytest.param("{id: q, ask: Q, type: choice, choices: {a: {label: A, shade: dark}}}", id="a shade of a choice"),
        pytest.param("{id: q, ask: Q, type: list}", id="a list of nothing"),
        pytest.param("{id: q, ask: Q, type: list, each: []}", id="rows of nothing"),
        pytest.param(
            "{id: q, ask: Q, type: list, each: [{id: r, ask: R, type: list, each: [{id: s, ask: S, type: text}]}]}",
            id="a list in a row",
        ),
        pytest.param("{id: q, ask: Q, type: list, each: [{id: r, ask: R, type: text, min: 1}]}", id="a bound in a row"),
        pytest.param("{id: q, ask: Q, type: text, role: causes}", id="causes that are a text"),
        pytest.param("{id: q, ask: Q, type: integer, min: few}", id="a bound that is no number"),
        pytest.param("{id: q, ask: ' ', type: text}", id="a blank text"),
        pytest.param("{id: Q 1, ask: Q, type: text}", id="an id with a space"),
        pytest.param("{id: q, ask: Q, type: text, check: {that: q == 'a'}}", id="a check that says nothing"),
        pytest.param("{id: q, ask: Q, type: text, required: 'no'}", id="required that is a text"),
        pytest.param("{id: q, ask: Q, type: scale, labels: {low: bad}}", id="a step that is no number"),
        pytest.param("{id: q, ask: Q, type: text, default: {compute: '1', shade: dark}}", id="a default with a shade"),
    ],
)
def test_a_mistake_is_seen(question: str):
    assert complaints(f"      - {question}\n")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("{id: q, type: integer, compute: 1 + 1}", id="computed"),
        pytest.param("{id: q, ask: {en: Q, de: F}, type: text, when: true}", id="in two languages"),
        pytest.param(
            "id: q\n        ask: 2024\n        type: text\n        hint:", id="a number as text, an empty hint"
        ),
        pytest.param("{id: q, ask: Q, type: choice, other: true, choices: {a: A, b: {en: B, de: B}}}", id="choices"),
        pytest.param("{id: q, ask: Q, type: scale, labels: {1: bad, 5: good}}", id="a scale"),
        pytest.param("{id: q, ask: Q, type: date, min: 2026-01-31x}", id="what only the reader can judge"),
        pytest.param("{id: q, ask: Q, type: text, was: [a, b], check: [{that: q, else: no}]}", id="lists of things"),
    ],
)
def test_what_may_be_right_is_not_refused(question: str):
    assert complaints(f"      - {question}\n") == []


@pytest.mark.parametrize("key", ["rootcause", "id", "version", "title"])
def test_what_a_file_needs_is_missed(key: str):
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    assert complaints("      - {id: q, ask: Q, type: text}\n", head) == [f"'{key}' is a required property"]


@pytest.mark.parametrize("path", QUESTIONNAIRES, ids=lambda path: path.stem)
def test_what_the_schema_refuses_the_reader_refuses_too(path: Path):
    values, judge, chance = values_of(path), validator("questionnaire"), random.Random(path.stem)
    refused = 0
    for _ in range(30):
        changed = mutated(values, chance)
        if not judge.is_valid(changed):
            refused += 1
            assert not is_taken(changed, path), [error.message for error in judge.iter_errors(changed)]
    assert 5 < refused < 30


def keys_of(of: Any) -> set[str]:
    return set(of["properties"])


def test_the_schema_has_the_keys_of_the_reader():
    whole = schema("questionnaire")
    section = whole["definitions"]["section"]
    for found, model in (
        (keys_of(whole), document.QuestionnaireDoc),
        (keys_of(schema("included")), document.FragmentDoc),
        (keys_of(section["else"]), document.SectionDoc),
        (keys_of(section["then"]), document.IncludeDoc),
        (keys_of(whole["definitions"]["question"]), document.QuestionDoc),
        (keys_of(whole["definitions"]["item"]), document.QuestionDoc),
        (keys_of(whole["properties"]["tests"]["items"]), document.ExampleDoc),
    ):
        assert found == {field.alias or name for name, field in model.model_fields.items()}


def test_every_word_has_a_meaning_and_stands_in_the_page_of_the_format():
    assert set(meanings.TYPE) == set(ResponseType)
    assert set(meanings.PART) == set(Part)
    assert set(meanings.ROLE) == set(ROLES)
    assert set(meanings.QUESTION) >= set(ANY_SPECIAL)
    for words in (meanings.FILE, meanings.SECTION, meanings.QUESTION, meanings.TYPE, meanings.ROLE, meanings.TEST):
        assert [word for word in words if f"`{word}`" not in FORMAT] == []


@pytest.mark.parametrize("type", list(ResponseType))
def test_a_type_is_offered_its_own_keys_and_no_others(type: ResponseType):
    rules = schema("questionnaire")["definitions"]["question"]["allOf"]
    then = next(rule["then"] for rule in rules if rule["if"]["properties"]["type"]["const"] == type)
    offered = {key for key in ANY_SPECIAL if then["properties"][key] is not False}
    assert offered == SPECIAL[type]
    assert all("description" in then["properties"][key] for key in offered)


@pytest.mark.parametrize("kind", ["questionnaire", "included", "answers", "case", "config"])
def test_each_schema_is_one_itself(kind: str):
    Draft7Validator.check_schema(schema(kind))
