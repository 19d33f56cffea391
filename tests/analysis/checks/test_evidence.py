"""The checks of what causes rest on and where they end, where they have more sides than their page shows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.checks.asking import found_by

UNKNOWN = {"state": "unknown"}
FACT = {"value": "The form takes any pattern", "sure": "fact"}


@pytest.mark.parametrize(
    ("rung", "is_told"),
    [
        ({"because": FACT, "proof": "witness", "evidence": UNKNOWN}, True),
        ({"because": "It rained", "proof": "record", "evidence": UNKNOWN}, True),
        ({"because": "It rained", "proof": "witness", "evidence": UNKNOWN}, False),
        ({"because": "It rained", "proof": "record"}, False),
        ({"because": "It rained", "proof": "record", "evidence": "Log 3"}, False),
        ({"because": {**FACT, "evidence": ["log 3"]}, "proof": "record", "evidence": UNKNOWN}, False),
        ({"because": {**FACT, "sure": "assumption"}, "proof": "record", "evidence": UNKNOWN}, False),
        ({"because": FACT, "proof": "assumption"}, False),
    ],
    ids=["fact", "record", "one witness", "waits", "named", "with a source", "suspected", "assumption"],
)
def test_what_is_told_as_certain_can_be_looked_up(rung: dict[str, Any], is_told: bool) -> None:
    found = found_by("no-evidence", answers={"causes": [rung]})
    assert [(str(one.key), one.where) for one in found] == ([("causes[1].evidence", "cause 1")] if is_told else [])


def trees(*leaves: str) -> dict[str, Any]:
    return {"causes": [{"because": "The part came late", "why": [{"because": leaf} for leaf in leaves]}]}


@pytest.mark.parametrize(
    ("leaves", "is_told"),
    [
        (["The supplier was late", "It rained"], True),
        (["Our new carrier lost it", "Heavy snow closed the road"], True),
        (["The supplier was late", "The label was wet"], False),
        (["The supplier was late, and our check takes 1 of 40 boxes"], False),
        (["The user table was locked"], False),
    ],
)
def test_causes_that_all_lie_outside_are_told_once(leaves: list[str], is_told: bool) -> None:
    found = found_by("external-only", answers=trees(*leaves))
    assert [one.where for one in found] == (["Causes"] if is_told else [])


@pytest.mark.parametrize(
    ("rung", "is_told"),
    [
        ({"fixable": True, "escaped": UNKNOWN}, True),
        ({"fixable": True}, False),
        ({"fixable": False}, False),
        ({"fixable": True, "escaped": "Nobody looks there at night"}, False),
    ],
    ids=["passed", "waits", "not asked", "said"],
)
def test_where_a_tree_ends_it_says_what_let_it_pass(rung: dict[str, Any], is_told: bool) -> None:
    answers = {"causes": [{"because": "The form takes any pattern", **rung}], "escape": "Nobody looked"}
    assert bool(found_by("no-escape", answers=answers)) is is_told


ONCE = """\
rootcause: 1
id: once
version: 1.0.0
title: Asked once
sections:
  - id: why
    part: why
    title: WHY
    questions:
      - id: whys
        type: ladder
        role: causes
        ask: "Why?"
        next: "Why that?"
        each:
          - {id: because, type: text, ask: Because}
      - {id: escape, type: text, role: escape, label: Not caught, ask: "What let it pass?"}
"""


@pytest.mark.parametrize(
    ("escape", "where"), [(UNKNOWN, ["Not caught"]), ("Nobody looked", [])], ids=["passed", "said"]
)
def test_a_questionnaire_may_ask_once_what_let_it_pass(record_of: Any, escape: Any, where: list[str]) -> None:
    from rootcause.analysis.checks import check
    from rootcause.analysis.checks.examining import examine

    record = record_of(ONCE, {"whys": [{"because": "It rained"}], "escape": escape})
    assert [one.where for one in examine(record, checks=[check("no-escape")])] == where


@pytest.mark.parametrize(
    ("rung", "where"),
    [
        ({"because": "It rained", "proof": "assumption"}, ["cause 1"]),
        ({"because": {"value": "It rained", "sure": "assumption"}}, ["cause 1"]),
        ({"because": "It rained", "proof": "witness"}, []),
        ({"because": "It rained"}, []),
        ({"because": {"value": "It rained", "evidence": ["log 3"]}, "proof": "assumption"}, []),
        ({"because": "It rained", "proof": "assumption", "why": [{"because": "It was May"}]}, []),
        ({"because": "It rained", "why": [{"because": "It was May", "proof": "assumption"}]}, ["cause 1.1"]),
    ],
    ids=["proof", "sure", "a witness", "waits", "with a source", "further up", "under an action"],
)
def test_what_is_acted_on_is_more_than_an_assumption(rung: dict[str, Any], where: list[str]) -> None:
    answers = {"causes": [rung], "actions": [{"what": "Put up a roof", "cause": "1"}]}
    assert [one.where for one in found_by("only-assumed", answers=answers)] == where
    assert found_by("only-assumed", answers={"causes": [rung]}) == []


def test_a_guess_that_is_said_to_be_an_assumption_is_told_once() -> None:
    rung = {"because": "The cache must have been stale"}
    assert found_by("hedge", answers={"causes": [rung]})
    assert found_by("hedge", answers={"causes": [{**rung, "proof": "assumption"}]}) == []
