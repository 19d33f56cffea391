"""What is proven of questionnaires drawn at random is what trying every answer in the engine shows."""

from __future__ import annotations

import random

import pytest

from tests.lint.reachability.comparing import Counts, disagreements
from tests.lint.reachability.generating import generated, questionnaire_of


@pytest.mark.parametrize("batch", range(10))
def test_a_proof_says_what_trying_every_answer_shows(batch: int):
    counts = Counts()
    for number in range(20):
        text = generated(random.Random(f"test/{batch}/{number}"))
        assert disagreements(questionnaire_of(text), counts) == [], text
    assert counts.reached == counts.as_short_as_possible == counts.witnesses_run > 20
    assert counts.not_decided == 0
    assert counts.unreachable > 0
