"""The checks of coverage, where they have more sides than their page shows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.checks.asking import found_by

UNKNOWN = {"state": "unknown"}
CAUSES = [
    {"because": "The form takes any pattern", "why": [{"because": "It was made for one site"}]},
    {"because": "The rollout goes everywhere at once", "why": [{"because": UNKNOWN}]},
]
ACT = {"what": "Reject long rules"}


def told(name: str, **answers: Any) -> list[str]:
    return [f"{one.where}: {one.message}" for one in found_by(name, answers=answers)]


@pytest.mark.parametrize(
    ("actions", "where"),
    [
        ([{**ACT, "cause": "1"}], ["cause 2"]),
        ([{**ACT, "cause": "1, 2"}], []),
        ([{**ACT, "cause": UNKNOWN}], ["cause 1.1", "cause 2"]),
        (UNKNOWN, ["cause 1.1", "cause 2"]),
        (None, []),
    ],
    ids=["one of two", "both", "none", "no actions", "nobody has come to the actions"],
)
def test_causes_need_an_action_once_the_actions_are_known(actions: Any, where: list[str]) -> None:
    answers = {"causes": CAUSES} | ({} if actions is None else {"actions": actions})
    found = found_by("cause-without-action", answers=answers)
    assert [one.where for one in found] == where
    assert {str(one.key) for one in found} <= {"causes[1.1].because", "causes[2].because"}


def test_actions_that_are_not_asked_for_a_cause_leave_none_without() -> None:
    answers = {"problem": "Late", "actions": [{"task": "Reject long rules"}]}
    assert found_by("cause-without-action", answers={"actions": answers["actions"]}, questionnaire="own-times") == []


BADLY = [{"what": "The phone list was old"}, {"what": "Rules were hard to find"}, {"what": UNKNOWN}]


def test_each_thing_that_went_badly_needs_an_action() -> None:
    found = found_by("went-badly-without-action", answers={"went_badly": BADLY, "actions": [ACT]})
    assert [(str(one.key), one.message) for one in found] == [
        ("went_badly[1].what", 'no action answers "The phone list was old"')
    ]


@pytest.mark.parametrize("name", ["went-badly-without-action", "luck-without-action"])
def test_nothing_is_said_before_the_actions_or_in_a_language_without_lists(name: str) -> None:
    looked_back = {"went_badly": BADLY, "lucky": [{"what": "A torch", "accepted": False}]}
    assert found_by(name, answers=looked_back) == []
    assert found_by(name, answers={**looked_back, "actions": [ACT]})
    assert found_by(name, answers={**looked_back, "actions": [ACT]}, language="fr") == []


def test_the_lines_of_a_paragraph_are_looked_at_one_by_one() -> None:
    answers = {"went_badly": "The phones were dead\nRules took long\nNothing else", "actions": [ACT]}
    found = found_by("went-badly-without-action", answers=answers, questionnaire="what-why-different")
    assert [(one.where, one.message) for one in found] == [
        ("Could be better", 'no action answers "The phones were dead"')
    ]


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        ({"accepted": True, "accepted_why": "Once in ten years"}, False),
        ({"accepted": True, "accepted_why": UNKNOWN}, True),
        ({"accepted": UNKNOWN}, True),
        ({"accepted": True}, False),
        ({}, True),
    ],
    ids=["with a reason", "reason unknown", "nobody knows", "reason waits", "not asked"],
)
def test_luck_without_an_action_is_told_unless_it_is_accepted_or_the_reason_waits(
    row: dict[str, Any], is_told: bool
) -> None:
    answers = {"lucky": [{"what": "A guest had a torch", **row}], "actions": [ACT]}
    assert bool(found_by("luck-without-action", answers=answers)) is is_told


@pytest.mark.parametrize(
    ("action", "is_answered"),
    [
        ("Buy a room planner that all portals ask live", False),
        ("Call each visitor 30 days before", False),
        ("Show the booking to every desk", True),
        ("Write the name of the guest on the card, so that she is asked once", True),
    ],
)
def test_a_verb_of_every_day_or_a_number_alone_answers_nothing(action: str, is_answered: bool) -> None:
    badly = [{"what": "Our guest was asked for her booking 30 times"}]
    found = found_by("went-badly-without-action", answers={"went_badly": badly, "actions": [{"what": action}]})
    assert (found == []) is is_answered


def test_what_went_badly_in_words_of_every_day_only_can_still_be_answered() -> None:
    badly, actions = [{"what": "We were called 3 times"}], [{"what": "Call once"}]
    assert found_by("went-badly-without-action", answers={"went_badly": badly, "actions": actions}) == []
