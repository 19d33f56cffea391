from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.analysis.traceability import Strengths, Traceability, trace

Traced = Callable[..., Traceability]

QUESTIONNAIRE = """\
rootcause: 1
id: traced
version: 1.0.0
title: What can be traced
sections:
  - id: why
    part: why
    title: WHY
    questions:
      - id: whys
        ask: Why?
        next: What made that possible?
        type: ladder
        role: causes
        each:
          - {id: because, ask: Because, type: paragraph}
          - {id: evidence, ask: "Where is that written?", type: text, required: false}
      - id: more
        ask: Why did it last?
        next: What made that possible?
        type: ladder
        role: causes
        required: false
        each:
          - {id: because, ask: Because, type: paragraph}
  - id: different
    part: different
    title: DIFFERENT
    questions:
      - {id: went_badly, ask: "What went badly?", type: paragraph, role: went_badly, required: false}
      - id: lucky
        ask: Where were we lucky?
        type: list
        role: lucky
        required: false
        each:
          - {id: what, ask: "What?", type: text}
          - {id: accepted, ask: "Do we accept it?", type: yesno, required: false}
          - {id: accepted_why, ask: "What makes that acceptable?", type: text, required: false}
      - id: actions
        ask: What will be done?
        type: list
        role: actions
        each:
          - {id: what, ask: "What?", type: text}
          - {id: cause, ask: "Which cause?", type: text}
          - {id: strength, ask: "How strong?", type: choice, choices: {stronger: S, intermediate: I, weaker: W}}
          - {id: done_when, ask: "How will it show?", type: text}
      - id: tasks
        ask: What else?
        type: list
        role: actions
        required: false
        each:
          - {id: what, ask: "What?", type: text}
"""
LIST = {
    "because": "The address list was old",
    "evidence": "Ticket 7",
    "why": [
        {"because": "Changes are kept in two systems"},
        {"because": "Nobody was told to copy them", "why": [{"because": "The form has no field for it"}]},
        {"because": "The nightly import had stopped", "why": [{"because": {"state": "unknown"}}]},
    ],
}
VAN = {"because": "Two vans waited at the wrong depot"}
WAIT = {"because": "The depot was closed", "why": [{"because": "The keys were away"}, {"because": "A bank holiday"}]}


@pytest.fixture
def traced(record_of: Callable[..., Record]) -> Traced:
    def build(**answers: Any) -> Traceability:
        whole = {"whys": [LIST, VAN], "more": [WAIT], **answers}
        return trace(analyse(record_of(QUESTIONNAIRE, whole)))

    return build


def acts_on(traced: Traced, text: str, **answers: Any) -> tuple[list[str], list[str]]:
    (action,) = traced(actions=[{"what": "Act", "cause": text}], **answers).actions
    return [cause.number for cause in action.causes], list(action.missing)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.2", ["1.2"]),
        ("1.2.", ["1.2"]),
        ("cause 2", ["2"]),
        ("1.1, 1.3 and 2", ["1.1", "1.3", "2"]),
        ("1.1; 1.1", ["1.1"]),
        ("1.1-1.3", ["1.1", "1.2", "1.3"]),
        ("1.1 \N{EN DASH} 1.2", ["1.1", "1.2"]),
        ("1.3 to 1.1", ["1.1", "1.2", "1.3"]),
        ("1-2", ["1", "2"]),
        ("1.1-2", ["1.1", "2"]),
        ("B1.1", ["B1.1"]),
        ("b1.1-1.2", ["B1.1", "B1.2"]),
        ("1.2 (nobody was told)", ["1.2"]),
        ("(1.3) the import, since 2019", ["1.3"]),
        ("2 vans waited", ["2"]),
        ("2 systems for changes", ["1.1"]),
        ("the import that stopped", ["1.3"]),
        ("old address lists", ["1"]),
        ("The IMPORTS, the keys", ["1.3", "B1.1"]),
        ("the import, and more of it", ["1.3"]),
        ("the number of vans at the depot", ["2"]),
        ("1.3.1", ["1.3.1"]),
    ],
)
def test_an_action_names_causes_by_their_numbers_or_by_a_few_words(
    traced: Traced, text: str, numbers: list[str]
) -> None:
    assert acts_on(traced, text) == (numbers, [])


@pytest.mark.parametrize(
    ("text", "numbers", "missing"),
    [
        ("4.7", [], ["4.7"]),
        ("7", [], ["7"]),
        ("1.2, 4.7 and 9", ["1.2"], ["4.7", "9"]),
        ("1.2-1.7", ["1.2"], ["1.7"]),
        ("B4", [], ["B4"]),
        ("the weather in March", [], ["the weather in March"]),
        ("of it", [], ["of it"]),
        ("the import and the weather in March", [], ["the import and the weather in March"]),
        ("9.9 the weather", [], ["9.9"]),
    ],
)
def test_what_is_no_cause_is_kept_as_it_was_said(
    traced: Traced, text: str, numbers: list[str], missing: list[str]
) -> None:
    assert acts_on(traced, text) == (numbers, missing)


def test_words_that_fit_many_causes_name_none(traced: Traced) -> None:
    whys = [{"because": f"The disk of host {name} was full"} for name in ("Ada", "Bo", "Cy", "Di", "Ed", "Fay")]
    assert acts_on(traced, "the disk", whys=whys) == ([], ["the disk"])
    assert acts_on(traced, "the disk", whys=whys[:5]) == (["1", "2", "3", "4", "5"], [])
    assert acts_on(traced, "the disk of Fay", whys=whys) == (["6"], [])
    assert acts_on(traced, "the disk of Fay", whys=[*whys[:1] * 40, *whys]) == (["46"], [])


def test_without_any_cause_an_action_cannot_miss_one(traced: Traced) -> None:
    assert acts_on(traced, "late arrivals", whys={"state": "skipped"}, more={"state": "skipped"}) == ([], [])


def test_words_are_taken_by_the_lists_of_the_language(record_of: Callable[..., Record]) -> None:
    record = record_of(
        QUESTIONNAIRE,
        {
            "whys": [{"because": "Die Adresslisten waren veraltet"}, {"because": "Die Lieferungen kamen ohne Schein"}],
            "actions": [
                {"what": "Lieferscheine drucken", "cause": "Ursache 2"},
                {"what": "Ordnen", "cause": "die Liste"},
            ],
            "went_badly": "Eine Lieferung ging verloren\nNichts",
        },
    )
    from msgspec.structs import replace

    found = trace(analyse(replace(record, language="de")))
    assert [[cause.number for cause in one.causes] for one in found.actions] == [["2"], []]
    assert [(one.text, [action.number for action in one.actions]) for one in found.remembered] == [
        ("Eine Lieferung ging verloren", ["1"])
    ]


def test_a_script_without_spaces_is_compared_by_pairs_of_letters(traced: Traced) -> None:
    whys = [{"because": "配送リストが古かった"}, {"because": "倉庫が閉まっていた"}]
    assert acts_on(traced, "古い配送リスト", whys=whys) == (["1"], [])


def reached(found: Traceability) -> dict[str, tuple[list[str], list[str], bool]]:
    return {
        one.cause.number: (
            [action.number for action in one.on_it],
            [action.number for action in one.from_above],
            one.is_covered,
        )
        for one in found.causes
    }


def test_an_action_covers_the_causes_below_and_all_branches_cover_the_cause_above(traced: Traced) -> None:
    found = traced(
        actions=[{"what": "Ask for it in the form", "cause": "1.2"}, {"what": "Open", "cause": "B1.1, B1.2"}]
    )
    assert reached(found) == {
        "1": ([], [], False),
        "1.1": ([], [], False),
        "1.2": (["1"], [], True),
        "1.2.1": ([], ["1"], True),
        "1.3": ([], [], False),
        "2": ([], [], False),
        "B1": ([], [], True),
        "B1.1": (["2"], [], True),
        "B1.2": (["2"], [], True),
    }


def test_an_action_on_a_cause_and_on_one_above_it_is_told_once(traced: Traced) -> None:
    found = reached(traced(actions=[{"what": "One", "cause": "1, 1.2.1"}, {"what": "Two", "cause": "1.2"}]))
    assert (found["1.2"], found["1.2.1"]) == ((["2"], ["1"], True), (["1"], ["2"], True))


def test_the_gaps_are_where_trees_end_without_an_action(traced: Traced) -> None:
    found = traced(actions=[{"what": "Ask for it in the form", "cause": "1.2"}])
    assert [one.cause.number for one in found.causes_without_action] == ["1.1", "1.3", "2", "B1.1", "B1.2"]


def test_actions_that_cannot_say_what_they_act_on_leave_no_cause_without_action(traced: Traced) -> None:
    assert traced(tasks=[{"what": "Tidy up"}]).causes_without_action == ()
    assert len(traced().causes_without_action) == 6


def test_actions_without_cause_without_test_and_on_nothing_are_named(traced: Traced) -> None:
    found = traced(
        actions=[
            {"what": "One", "cause": "1", "done_when": "No parcel came back for 30 days"},
            {"what": "Two", "cause": {"state": "unknown"}, "done_when": {"state": "unknown"}},
            {"what": "Three", "cause": "4.7"},
        ],
        tasks=[{"what": "Four"}],
    )
    assert [one.what for one in found.actions_without_cause] == ["Two"]
    assert [one.what for one in found.actions_without_test] == ["Two", "Three"]
    assert [(one.what, one.missing) for one in found.actions_on_what_is_missing] == [("Three", ("4.7",))]
    assert [None if one.measure is None else one.measure.text for one in found.actions] == [
        "No parcel came back for 30 days",
        None,
        None,
        None,
    ]


def test_a_cause_has_the_evidence_of_its_rung(traced: Traced) -> None:
    whys = [
        {"because": {"value": "The list was old", "evidence": ["ticket 7", "log 3"]}},
        {"because": "The van was full", "evidence": "The trip sheet"},
        {"because": "It rained"},
    ]
    found = [(one.sources, one.has_evidence) for one in traced(whys=whys).causes[:3]]
    assert found == [((1, 2), True), ((), True), ((), False)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The vans were sent twice.", ["1"]),
        ("The imports took long.", ["2"]),
        ("The phones were not answered.", ["3"]),
        ("The weather was bad.", []),
        ("The depot had no light.", []),
    ],
    ids=["by a word of the action", "by a word of its cause", "by name", "by no word", "by a cause without action"],
)
def test_what_went_badly_is_answered_by_a_shared_word(traced: Traced, text: str, numbers: list[str]) -> None:
    actions = [
        {"what": "Plan each van once", "cause": "1.1"},
        {"what": "Raise an alarm", "cause": "1.3"},
        {"what": "Hire two more", "cause": "unanswered phones"},
    ]
    found = traced(actions=actions, went_badly=text)
    (item,) = found.remembered
    assert ([one.number for one in item.actions], found.unanswered) == (numbers, () if numbers else (item,))
    assert found.actions_on_what_is_missing == (() if numbers == ["3"] else (found.actions[2],))


@pytest.mark.parametrize("text", ["Nothing", "None.", "n/a", "All went well"])
def test_what_says_that_nothing_went_badly_needs_no_action(traced: Traced, text: str) -> None:
    assert traced(went_badly=text).remembered == ()


def test_each_line_is_a_thing_of_its_own(traced: Traced) -> None:
    found = traced(went_badly="The phones were dead\n\nThe lifts stood still", actions=[{"what": "Repair the lifts"}])
    assert [one.text for one in found.unanswered] == ["The phones were dead"]


@pytest.mark.parametrize(
    ("row", "accepted"),
    [
        ({"accepted": True, "accepted_why": "It happens once in ten years"}, True),
        ({"accepted": {"value": True, "note": "Once in ten years"}}, True),
        ({"accepted": True}, False),
        ({"accepted": False, "accepted_why": "It happens"}, False),
        ({"accepted": {"state": "skipped"}}, False),
    ],
    ids=["with a reason", "with a note", "without a reason", "not accepted", "passed"],
)
def test_luck_may_be_accepted_for_a_reason(traced: Traced, row: dict[str, Any], accepted: bool) -> None:
    (item,) = traced(lucky=[{"what": "A guest had a torch", **row}]).remembered
    assert item.row is not None
    assert (item.row.number, item.is_accepted) == ("1", accepted)


def test_the_strengths_are_counted(traced: Traced) -> None:
    given = ["weaker", "stronger", "weaker", {"state": "unknown"}, "intermediate"]
    found = traced(actions=[{"what": "Act", "strength": one} for one in given], tasks=[{"what": "Tidy up"}])
    assert (found.strengths, found.strengths.all) == (Strengths(1, 1, 2, 2), 6)


def test_a_case_without_causes_and_actions_has_no_gaps(traced: Traced) -> None:
    found = traced(whys={"state": "unknown"}, more={"state": "unknown"})
    assert found == Traceability((), (), (), Strengths())
