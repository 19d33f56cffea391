"""The examples answer every question that their questionnaire asks, if only with "unknown"."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from rootcause.interview.interview import Interview
from rootcause.interview.scripted import Filled, fill
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from tests.examples.records import EXAMPLES, ROOT


@pytest.fixture(params=EXAMPLES)
def filled(request: pytest.FixtureRequest) -> Filled:
    tree, _ = parse_tree(SourceText.read(ROOT / "examples" / request.param / "answers.yaml"))
    assert tree is not None
    submission = tree.value
    path = ROOT / "questionnaires" / f"{submission['questionnaire']}.yaml"
    questionnaire = load_questionnaire(SourceText.read(path), resolve=beside(path)).questionnaire
    assert questionnaire is not None
    interview = Interview.begin(
        questionnaire, clock=lambda: datetime(2026, 1, 1, 12, tzinfo=UTC), zone=ZoneInfo(submission["timezone"])
    )
    return fill(interview, submission["answers"], lambda _: None)


def test_the_examples_are_those_in_the_folder():
    assert {path.parent.name for path in (ROOT / "examples").glob("*/answers.yaml")} == set(EXAMPLES)


def test_every_answer_is_taken(filled: Filled):
    assert filled.problems == ()


def test_every_answer_has_a_question_that_is_asked(filled: Filled):
    assert (filled.unknown_ids, filled.not_asked) == ((), ())


def test_nothing_is_left_open(filled: Filled):
    assert filled.interview.open() == ()
