"""The tests that an author writes into a questionnaire."""

from __future__ import annotations

import pytest

from rootcause.interview.rehearsal import rehearsals, rehearse

QUESTIONS = """
rootcause: 1
id: t
version: 1.0.0
title: T
sections:
  - id: s
    title: S
    questions:
      - {id: started, ask: "When?", type: date}
      - {id: ended, ask: "Until when?", type: date, check: {that: ended >= started, else: Before the start}}
      - {id: took, type: integer, compute: "days(started, ended)"}
      - {id: long, ask: "What took so long?", type: text, when: took > 3}
      - {id: age, type: integer, compute: "days(started, today)"}
tests:
  - name: it holds
    today: 2026-02-01
    answers: {started: 2026-01-01, ended: 2026-01-05}
    shown: [long]
    computed: {took: 4, age: 31}
  - name: and so does this
    answers: {started: 2026-01-05, ended: 2026-01-01}
    hidden: [long]
    refused: [ended]
"""


def test_tests_that_hold_give_no_failure(loaded):
    assert rehearse(loaded(QUESTIONS)) == ()


@pytest.mark.parametrize(
    ("was", "becomes", "where", "says"),
    [
        ("shown: [long]", "hidden: [long]", (0, "hidden"), '"long" is asked'),
        ("hidden: [long]", "shown: [long]", (1, "shown"), '"long" is not asked'),
        ("took: 4", "took: 5", (0, "computed", "took"), '"took" is 4, not 5'),
        ("refused: [ended]", "refused: [started]", (1, "refused"), 'the answer to "started" is taken'),
        ("refused: [ended]", "hidden: [long]", (1, "answers", "ended"), "Before the start"),
        ("today: 2026-02-01", "today: 2026-02-31", (0, "today"), "February 2026 has 28 days"),
    ],
)
def test_a_test_that_does_not_hold_says_what_is_otherwise(loaded, was, becomes, where, says):
    text = QUESTIONS.replace("\n    hidden: [long]\n", "\n") if becomes == "hidden: [long]" and where[0] else QUESTIONS
    failures = rehearse(loaded(text.replace(was, becomes)))
    assert any(failure.where == where and says in failure.message for failure in failures), failures


def test_a_rehearsal_says_which_questions_a_test_asked_and_refused(loaded):
    first, second = rehearsals(loaded(QUESTIONS))
    assert first.shown == {"started", "ended", "took", "long", "age"}
    assert first.refused == frozenset()
    assert second.shown == {"started", "ended", "took", "age"}
    assert second.refused == {"ended"}
