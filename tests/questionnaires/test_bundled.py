"""The questionnaires that come with rootcause load cleanly and keep the promises they make in `tests:`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rootcause.interview.rehearsal import rehearse
from rootcause.questionnaire.loader import Loaded, beside, load_questionnaire
from rootcause.questionnaire.model import Question, Questionnaire
from rootcause.source.diagnostic import render_all
from rootcause.source.text import SourceText

FOLDER = Path(__file__).parents[2] / "questionnaires"
BUNDLED = (
    "complaint-resolution",
    "incident-review",
    "mistake-with-a-customer",
    "problem-to-opportunity",
    "service-recovery-plan",
    "what-why-different",
)


def load(name: str) -> Loaded:
    path = FOLDER / f"{name}.yaml"
    return load_questionnaire(SourceText.read(path), resolve=beside(path))


@pytest.fixture(params=BUNDLED)
def questionnaire(request: pytest.FixtureRequest) -> Questionnaire:
    loaded = load(request.param).questionnaire
    assert loaded is not None
    return loaded


def all_questions(questionnaire: Questionnaire) -> Iterator[Question]:
    for question in questionnaire.questions.values():
        yield question
        yield from question.each


def test_the_six_questionnaires_are_there_and_no_others():
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == sorted(BUNDLED)


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_questionnaire_loads_without_a_word(name: str):
    diagnostics = load(name).diagnostics
    assert not diagnostics, render_all(diagnostics)


@pytest.mark.parametrize("name", BUNDLED)
def test_the_id_is_the_name_of_the_file(name: str):
    loaded = load(name).questionnaire
    assert loaded is not None
    assert loaded.id == name


def test_its_examples_hold(questionnaire: Questionnaire):
    assert rehearse(questionnaire) == ()


def test_it_has_eight_examples_or_more(questionnaire: Questionnaire):
    assert len(questionnaire.examples) >= 8


def test_it_cites_its_source_and_says_how_long_it_takes(questionnaire: Questionnaire):
    assert questionnaire.source is not None
    assert questionnaire.description is not None
    assert questionnaire.minutes


def test_every_question_has_a_label(questionnaire: Questionnaire):
    assert [question.id for question in all_questions(questionnaire) if question.label is None] == []


def test_a_short_run_has_about_ten_questions(questionnaire: Questionnaire):
    always = [question for question in questionnaire.questions.values() if question.quick and question.when is None]
    assert 6 <= len(always) <= 13


def test_no_question_offers_an_answer_of_its_own(questionnaire: Questionnaire):
    assert [question.id for question in all_questions(questionnaire) if question.default is not None] == []


def test_a_condition_of_the_short_run_is_met_by_the_short_run(questionnaire: Questionnaire):
    """A question that waits for an answer nobody asks for in the short run would be left out without a word."""
    quick = {question.id for question in questionnaire.questions.values() if question.quick}
    waiting = {
        question.id: missing
        for question in questionnaire.questions.values()
        if question.quick and question.when is not None and (missing := question.when.names - quick)
    }
    assert waiting == {}


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        (
            "problem-to-opportunity",
            {
                *("problem", "impact", "detection", "opportunity", "surface_issue", "underlying_issue"),
                *("causes", "cause_kinds", "options", "decision", "decision_reason", "contingency"),
                *("interim_fix", "interim_fix_end", "actions", "recovery", "follow_up"),
                *("trust_before", "trust_problem", "trust_after"),
                *("went_well", "went_badly", "lessons", "other_problems"),
            },
        ),
        (
            "complaint-resolution",
            {"problem", "detected", "resolved", "decision", "actions", "recovery", "follow_up", "other_problems"},
        ),
        (
            "mistake-with-a-customer",
            {
                *("problem", "impact", "detection", "detected", "resolved", "story", "reach_unhappy"),
                *("opportunity", "causes", "decision", "interim_fix", "interim_fix_end", "actions"),
                *("recovery", "follow_up", "trust_before", "trust_problem", "trust_after", "lessons"),
            },
        ),
    ],
)
def test_the_report_finds_its_roles(name: str, roles: set[str]):
    loaded = load(name).questionnaire
    assert loaded is not None
    assert roles <= {question.role for question in loaded.questions.values()}
