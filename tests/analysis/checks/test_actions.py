"""The checks of actions, where they have more sides than their page shows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rootcause.analysis.checks import check
from rootcause.analysis.checks.examining import examine
from tests.analysis.checks.asking import found_by
from tests.analysis.checks.examples import record_of

UNKNOWN, DEFERRED = {"state": "unknown"}, {"state": "deferred", "to": "Ann Lee"}
CAUSES = [{"because": "The form takes any pattern", "why": [{"because": "It was made for one site"}]}]
WHOLE = {"what": "Reject long rules", "kind": "prevent", "strength": "weaker"}


def told(name: str, *actions: dict[str, Any], **more: Any) -> list[str]:
    return [f"{one.where}: {one.message}" for one in found_by(name, answers={"actions": list(actions), **more})]


@pytest.mark.parametrize(
    ("name", "field", "message"),
    [
        ("action-without-owner", "owner", "has no owner"),
        ("action-without-date", "due", "has no date"),
        ("no-test-of-done", "done_when", "does not say how it shows that it worked"),
        ("action-without-cause", "cause", "acts on no cause"),
    ],
)
def test_what_was_passed_is_missing_and_what_waits_is_not(name: str, field: str, message: str) -> None:
    rows = [{"what": "Reject long rules", **more} for more in ({field: UNKNOWN}, {}, {field: DEFERRED})]
    assert told(name, *rows) == [f"action 1: {message}", f"action 3: {message}"]


def test_a_finding_stands_at_the_answer_that_mends_it() -> None:
    (one,) = found_by("action-without-owner", answers={"actions": [{"what": "Reject", "owner": UNKNOWN}]})
    assert str(one.key) == "actions[1].owner"


@pytest.mark.parametrize(
    ("owner", "message"),
    [
        ("TBD", '"TBD" is no owner'),
        ("somebody", '"somebody" is no owner'),
        ("Ann Lee", None),
        ("Toby Open-Shaw", None),
    ],
)
def test_what_stands_for_nobody_is_no_owner(owner: str, message: str | None) -> None:
    expected = [] if message is None else [f"action 1: {message}"]
    assert told("action-without-owner", {"what": "Reject", "owner": owner}) == expected


@pytest.mark.parametrize(
    ("owner", "is_told"),
    [
        ("Platform team", True),
        ("Ann Lee, platform team", False),
        ("Ann Lee (IT)", False),
        ("Team lead of the night shift", False),
        ("All of us", True),
        ("Ann Lee & Bo Kim", True),
        ("Ann Lee (R & D)", False),
    ],
)
def test_behind_a_name_its_team_may_stand(owner: str, is_told: bool) -> None:
    assert bool(told("team-as-owner", {"what": "Reject", "owner": owner})) is is_told


@pytest.mark.parametrize(
    ("due", "is_told"),
    [
        ("Q3", True),
        ("asap", True),
        ("next sprint", True),
        ("in 2 weeks", True),
        ("3 May", False),
        ("May 3", False),
        ("2026-07-01", False),
        ("1.7.", False),
    ],
)
def test_only_a_day_is_a_date(due: str, is_told: bool) -> None:
    answers = {"actions": [{"task": "Reject long rules", "due": due}]}
    found = found_by("action-without-date", answers=answers, questionnaire="own-times")
    assert [one.message for one in found] == ([f'"{due}" is no day'] if is_told else [])


def test_what_is_done_needs_no_date() -> None:
    assert told("action-without-date", {"what": "Reject", "due": UNKNOWN, "status": "done"}) == []


@pytest.mark.parametrize(
    ("what", "thing"),
    [
        ("Runbook on failover", "Runbook"),
        ("Winter readiness", "Winter"),
        ("Brand safety awareness.", "Brand"),
        ("Deduplicate documentation", None),
        ("Fund the winter readiness", None),
        ("Monitor availability", None),
        ("Foster cooperation", None),
        ("Look into it", None),
        ("Think about it", None),
        ("Invest in lights", None),
        ("Automatic doors at gate 4", "Automatic"),
        ("Decommission", None),
        ("More people are trained", None),
        ("At check-in, ask every guest", None),
        ("By 1 July close gate 4", None),
        ("配送リストを更新する", None),
    ],
)
def test_a_thing_is_told_from_a_verb(what: str, thing: str | None) -> None:
    (message,) = told("action-without-verb", {"what": what}) or [None]
    assert message == (None if thing is None else f'action 1: "{thing}" names a thing, not what is done')


@pytest.mark.parametrize(
    ("what", "is_told"),
    [
        ("Increase staffing", True),
        ("The shift will look into the doors", True),
        ("Prevent recurrence", True),
        ("Prevent starts with an open door", False),
        ("Increase the memory to 4 GB", False),
        ("Review the alerts", True),
        ("Review every change of the gateway in pairs", False),
        ("Add a dashboard to improve the view", False),
    ],
)
def test_a_measure_or_a_rhythm_makes_it_clear(what: str, is_told: bool) -> None:
    assert bool(told("vague-action", {"what": what})) is is_told


@pytest.mark.parametrize("missing", ["owner", "due", "done_when"])
def test_a_vague_verb_needs_owner_day_and_test_to_be_clear(missing: str) -> None:
    beside = {"owner": "Ann Lee", "due": "2026-07-01", "done_when": "No order took over 3 s"}
    assert told("vague-action", {"what": "Improve the checkout", **beside}) == []
    assert told("vague-action", {"what": "Improve the checkout", **beside, missing: UNKNOWN})


def test_what_an_action_acts_on_must_be_a_cause() -> None:
    rows = [{"what": "Reject long rules", "cause": said} for said in ("1.1", "4.7, 1", "the weather", "any pattern")]
    assert told("action-without-cause", *rows, causes=CAUSES) == [
        'action 2: acts on "4.7", which names no cause',
        'action 3: acts on "the weather", which names no cause',
    ]


@pytest.mark.parametrize(
    ("strength", "is_told"),
    [
        ("stronger", True),
        ({"value": "stronger", "note": "The gate needs the badge"}, False),
        ("intermediate", False),
        ("weaker", False),
        (UNKNOWN, False),
    ],
    ids=["stronger", "with a reason", "intermediate", "weaker", "unknown"],
)
def test_only_what_is_said_to_be_stronger_without_a_reason_is_doubted(strength: Any, is_told: bool) -> None:
    assert bool(told("strength-overstated", {"what": "Train drivers", "strength": strength})) is is_told


@pytest.mark.parametrize(
    ("strengths", "is_told"),
    [
        (["weaker", "weaker"], True),
        (["weaker", UNKNOWN], True),
        (["weaker", "intermediate"], False),
        (["weaker", None], False),
        ([UNKNOWN, UNKNOWN], False),
        (["weaker", DEFERRED], False),
    ],
)
def test_all_actions_are_weaker_only_when_it_was_asked_of_all(strengths: list[Any], is_told: bool) -> None:
    rows = [{"what": "Reject", **({} if one is None else {"strength": one})} for one in strengths]
    assert bool(told("only-weaker-actions", *rows)) is is_told


@pytest.mark.parametrize(("count", "is_told"), [(8, False), (9, True)])
def test_eight_actions_are_the_most(count: int, is_told: bool) -> None:
    assert bool(told("too-many-actions", *[{"what": f"Reject rule {number}"} for number in range(count)])) is is_told


@pytest.mark.parametrize("name", ["only-weaker-actions", "nothing-detects", "nothing-mitigates"])
def test_a_list_that_may_still_grow_is_not_judged(name: str) -> None:
    from msgspec.structs import replace

    from rootcause.analysis.checks import check
    from rootcause.analysis.checks.examining import examine
    from rootcause.interview.answers import AnswerKey, Rows
    from tests.analysis.checks.examples import record_of

    record, key = record_of({"actions": [WHOLE]}), AnswerKey("actions")
    assert [one.where for one in examine(record, checks=[check(name)])] == ["Actions"]
    growing = replace(record.answers[key], value=Rows(((1,),), closed=False))
    assert examine(replace(record, answers={**record.answers, key: growing}), checks=[check(name)]) == ()


@pytest.mark.parametrize(
    ("action", "today", "is_told"),
    [
        ({"due": "2026-06-05"}, date(2026, 6, 6), True),
        ({"due": "2026-06-05", "status": "open"}, date(2026, 6, 6), True),
        ({"due": "2026-06-05", "status": "done"}, date(2026, 6, 6), False),
        ({"due": "2026-06-05"}, date(2026, 6, 5), False),
        ({"due": "2026-06-05"}, None, False),
        ({"due": UNKNOWN}, date(2026, 6, 6), False),
        ({}, date(2026, 6, 6), False),
    ],
    ids=["over", "open", "done", "on its day", "nobody knows the day", "no date", "waits"],
)
def test_an_action_is_overdue_from_the_day_after(action: dict[str, Any], today: date | None, is_told: bool) -> None:
    record = record_of({"actions": [{"what": "Reject long rules", **action}]})
    assert bool(examine(record, today=today, checks=[check("action-overdue")])) is is_told


@pytest.mark.parametrize(
    "test", ["It is done", "done", "OK", "everybody knows", "We will see.", "when finished", "works"]
)
def test_what_holds_in_any_case_is_no_test(test: str) -> None:
    assert told("no-test-of-done", {"what": "Reject long rules", "done_when": test}) == [
        f'action 1: "{test}" holds whether it worked or not'
    ]


@pytest.mark.parametrize(
    "test",
    [
        "No refund is late",
        "Done 3 times in a row",
        "A test alarm is answered",
        "Works on two Sundays",
        "The ticket is closed by the guest",
    ],
)
def test_a_test_that_names_what_can_be_observed_passes(test: str) -> None:
    assert told("no-test-of-done", {"what": "Reject long rules", "done_when": test}) == []


def test_a_german_test_can_be_empty_too() -> None:
    for test, count in (("Wenn es erledigt ist", 1), ("Alle wissen es", 1), ("Kein Anruf dauert über 3 Minuten", 0)):
        answers = {"actions": [{"what": "Lange Regeln abweisen", "done_when": test}]}
        assert len(found_by("no-test-of-done", answers=answers, language="de")) == count
