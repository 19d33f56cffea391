"""From evidence to action, how strong actions are, causes by kind, and what a careful reader would ask."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from markdown_it import MarkdownIt

from rootcause.analysis.checks.finding import Finding
from rootcause.case.model import Waiver
from rootcause.interview.answers import AnswerKey
from rootcause.report.diagrams import BarDiagram, Diagram, Figure, FishboneDiagram
from rootcause.report.json_document import render_json
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Report
from rootcause.source.diagnostic import Severity

Reported = Callable[..., Report]
TRACE = "From evidence to action"
READER = "What a careful reader would ask"
CAUSES = [
    {
        "because": "The load rose",
        "why": [{"because": "A job ran", "evidence": "job.log"}, {"because": "Spam came in", "proof": "record"}],
    },
    {"because": {"value": "The copy was old", "evidence": ["https://example.com/copy"]}},
]


def part(report: Report, heading: str) -> str:
    """The text below a heading, up to the next one; empty when there is none."""
    lines = render_markdown(report).splitlines()
    start = next((number for number, line in enumerate(lines) if line.lstrip("# ") == heading and line[0] == "#"), None)
    if start is None:
        return ""
    end = next((number for number, line in enumerate(lines) if number > start and line.startswith("#")), None)
    return "\n".join(lines[start + 1 : end]).strip()


def cells(table: str) -> list[list[str]]:
    rows = [line[1:-1].split("|") for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def diagrams(report: Report, kind: type[Diagram]) -> list[Any]:
    return [block.diagram for block in report.blocks if isinstance(block, Figure) and isinstance(block.diagram, kind)]


def strong(*strengths: str) -> list[dict[str, Any]]:
    return [{"what": f"Act {number}", "strength": one} for number, one in enumerate(strengths, start=1)]


def finding(number: int, **more: Any) -> Finding:
    said = {"message": "has no owner", "question": "Who sees to it?", "where": f"action {number}"} | more
    severity = said.pop("severity", Severity.ERROR)
    return Finding("RC1", said.pop("name", "no-owner"), severity, **said)


# ---- from evidence to cause to action to measure ----


def test_each_end_of_the_tree_stands_with_its_evidence_its_actions_and_their_measure(reported: Reported) -> None:
    actions = [
        {"what": "Watch the job", "cause": "1.1", "done_when": "An alarm in May"},
        {"what": "Copy each hour", "cause": "2", "done_when": {"state": "unknown"}},
        {"what": "Test the copy", "cause": "2"},
    ]
    assert cells(part(reported(causes=CAUSES, actions=actions), TRACE)) == [
        ["job.log", "1.1 A job ran", "1 Watch the job", "An alarm in May"],
        ["A record", "1.2 Spam came in", "*no action*", ""],
        ["E1", "2 The copy was old", "2 Copy each hour", "*not known*"],
        ["", "", "3 Test the copy", "*not answered*"],
    ]


def test_an_action_on_a_cause_above_reaches_those_below(reported: Reported) -> None:
    text = part(reported(causes=CAUSES, actions=[{"what": "Cap the load", "cause": "1"}]), TRACE)
    assert [row[1:3] for row in cells(text)] == [
        ["1 The load rose", "1 Cap the load"],
        ["1.1 A job ran", "1, on a cause above"],
        ["1.2 Spam came in", "1, on a cause above"],
        ["2 The copy was old", "*no action*"],
    ]


def test_the_gaps_are_named_in_words(reported: Reported) -> None:
    actions = [{"what": "Cap the load", "cause": "1"}, {"what": "Call", "cause": {"state": "unknown"}}]
    text = part(reported(causes=CAUSES, actions=[*actions, {"what": "Go", "cause": "7"}], badly="Nobody rang."), TRACE)
    assert [line for line in text.splitlines() if line.startswith("- ")] == [
        "- **Causes without an action:** 2",
        "- **Actions that name no cause:** 2",
        "- **Actions on something that is no cause here:** 3",
        "- **Actions that do not say how we see that they worked:** 1 to 3",
        "- **Went badly, and no action answers it:** “Nobody rang”",
    ]


def test_a_gap_that_is_left_as_it_is_stands_with_its_reason_and_accuses_nobody(reported: Reported) -> None:
    def waived(name: str, key: AnswerKey) -> Finding:
        return finding(1, name=name, key=key, waiver=Waiver(name, "Covered by\nthe budget."))

    left = (
        waived("went-badly-without-action", AnswerKey("badly")),
        waived("cause-without-action", AnswerKey("causes.because", (2,))),
        waived("no-test-of-done", AnswerKey("actions.done_when", (1,))),
    )
    actions = [{"what": "Cap the load", "cause": "1", "done_when": {"state": "unknown"}}]
    text = part(reported(causes=CAUSES, actions=actions, badly="Nobody rang.", findings=left), TRACE)
    assert [line for line in text.splitlines() if line.startswith("- ")] == [
        "- **Left as it is, for a reason:** 2 The copy was old: Covered by the budget.",
        "- **Left as it is, for a reason:** 1 Cap the load: Covered by the budget.",
        "- **Left as it is, for a reason:** “Nobody rang”: Covered by the budget.",
    ]
    assert [row[2:] for row in cells(text)][-1] == ["*left as it is*", ""]
    assert cells(text)[0][3] == "*left as it is*"


@pytest.mark.parametrize(
    "answers",
    [{"causes": CAUSES}, {"actions": [{"what": "Call", "cause": "1"}]}, {"problem": "It broke"}],
    ids=["no actions", "no causes", "neither"],
)
def test_without_causes_and_actions_there_is_nothing_to_trace(reported: Reported, answers: dict[str, Any]) -> None:
    assert part(reported(**answers), TRACE) == ""


# ---- how strong the actions are ----


@pytest.mark.parametrize(
    ("strengths", "said"),
    [
        (["weaker", "weaker", "stronger", "weaker"], "1 of 4 actions is stronger, 3 weaker."),
        (["intermediate", "weaker"], "1 of 2 actions is intermediate, 1 weaker."),
        (["stronger", "stronger"], "2 of 2 actions are stronger."),
    ],
)
def test_a_sentence_says_how_strong_they_are(reported: Reported, strengths: list[str], said: str) -> None:
    assert said in part(reported(actions=strong(*strengths)), "Actions").splitlines()


def test_a_single_action_and_actions_that_nobody_rated_have_no_sentence(reported: Reported) -> None:
    for actions in (strong("weaker"), [{"what": "Call"}, {"what": "Write"}]):
        assert "actions are" not in part(reported(actions=actions), "Actions")


def test_of_four_actions_and_more_there_is_a_picture_too(reported: Reported) -> None:
    assert diagrams(reported(actions=strong("weaker", "stronger", "weaker")), BarDiagram) == []
    (found,) = diagrams(reported(actions=strong("weaker", "stronger", "weaker", "weaker")), BarDiagram)
    assert [(bar.label, bar.count, bar.rank) for bar in found.bars] == [
        ("stronger", 1, 0),
        ("intermediate", 0, 1),
        ("weaker", 3, 2),
    ]


# ---- causes by kind ----

KINDS = """
rootcause: 1
id: kinds
version: 1.0.0
title: Kinds
sections:
  - id: why
    part: why
    title: WHY
    questions:
      - {id: problem, type: text, role: problem, ask: "What happened?"}
      - id: causes
        type: ladder
        role: causes
        ask: Why?
        next: And why that?
        each:
          - {id: because, type: text, ask: Because}
          - {id: kind, type: choice, choices: {tools: Tools, people: People}, other: true, ask: Kind, required: false}
"""


def by_kind(record_of: Callable[..., Any], *kinds: Any) -> Report:
    from rootcause.analysis.analysis import analyse
    from rootcause.report.build import build_report

    causes = [
        {"because": f"Cause {number}", **({"kind": kind} if kind else {})} for number, kind in enumerate(kinds, 1)
    ]
    return build_report(analyse(record_of(KINDS, {"problem": "It broke", "causes": causes})))


def test_causes_of_several_kinds_are_drawn_and_listed_by_kind(record_of: Callable[..., Any]) -> None:
    report = by_kind(record_of, "tools", "people", "tools", {"other": "Luck"}, None)
    (found,) = diagrams(report, FishboneDiagram)
    assert found.effect == "It broke"
    assert [(bone.kind, [node.text for node in bone.causes]) for bone in found.bones] == [
        ("Tools", ["1 Cause 1", "3 Cause 3"]),
        ("People", ["2 Cause 2"]),
        ("Luck", ["4 Cause 4"]),
    ]
    assert part(report, "Causes by kind").splitlines()[-4:] == [
        "- **Tools:** 1, 3",
        "- **People:** 2",
        "- **Luck:** 4",
        "- **No kind named:** 5",
    ]


@pytest.mark.parametrize("kinds", [["tools"] * 4, [*["tools"] * 5, "people"], [None] * 4], ids=["one", "few", "none"])
def test_where_kinds_tell_nothing_they_are_not_drawn(record_of: Callable[..., Any], kinds: list[Any]) -> None:
    report = by_kind(record_of, *kinds)
    assert diagrams(report, FishboneDiagram) == []
    assert part(report, "Causes by kind") == ""


# ---- what a careful reader would ask ----


def test_what_asks_the_same_is_one_line_and_counted_in_the_status(reported: Reported) -> None:
    other = finding(0, name="hedge", message='"probably" is a guess', question="What shows it?", where="cause 1.2")
    report = reported(problem="It broke", findings=(*map(finding, range(1, 11)), other))
    assert part(report, READER).splitlines() == [
        "- **Actions 1 to 10:** have no owner. *Who sees to it?*",
        '- **Cause 1.2:** "probably" is a guess. *What shows it?*',
    ]
    assert "**Status:** complete, 2 points that a careful reader would raise\n" in render_markdown(report)


def test_what_matters_most_comes_first(reported: Reported) -> None:
    slight = finding(1, severity=Severity.INFO, question="A?")
    report = reported(
        findings=(slight, finding(2, severity=Severity.WARNING, question="B?"), finding(3, question="C?"))
    )
    assert [line[-3:-1] for line in part(report, READER).splitlines()] == ["C?", "B?", "A?"]


def test_of_messages_that_differ_the_first_stands_there(reported: Reported) -> None:
    found = tuple(finding(number, message=f'"act {number}." is vague') for number in (1, 3))
    assert part(reported(findings=found), READER) == (
        '- **Actions 1, 3:** "act 1" is vague; and 1 more. *Who sees to it?*'
    )


def test_what_concerns_the_whole_says_so(reported: Reported) -> None:
    assert "- **The analysis as a whole:** has" in part(reported(findings=(finding(1, where=""),)), READER)


def test_a_waiver_stands_with_its_reason_and_does_not_count(reported: Reported) -> None:
    waiver = Waiver("no-owner", "The team\nowns it.", who="Jo Bell", when=datetime(2026, 1, 31, tzinfo=UTC))
    report = reported(problem="It broke", findings=(finding(1, waiver=waiver),))
    assert part(report, "Left as it is, for a reason") == (
        "- **Action 1:** has no owner. Left as it is: The team owns it (Jo Bell, 31 January 2026)"
    )
    assert "**Status:** complete\n" in render_markdown(report)


def test_what_a_finding_quotes_stays_text(reported: Reported) -> None:
    evil = "</p><script> `x` [a](b) ![c](d) @e *f* | # "
    waiver = Waiver("no-owner", evil, who=evil)
    found = (finding(1, message=evil, question=evil, where=evil), finding(2, where=evil, waiver=waiver))
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": True}).parse(render_markdown(reported(findings=found)))
    found_there = [one for token in tokens for one in (token, *(token.children or ()))]
    acts = {"html_block", "html_inline", "image", "link_open", "table_open"}
    assert not acts & {one.type for one in found_there}
    assert all(one.content.startswith("sha256:") for one in found_there if one.type == "code_inline")


def test_the_data_carry_findings_and_the_trace(reported: Reported) -> None:
    waiver = Waiver("no-owner", "The team owns it")
    found = (finding(1, key=AnswerKey("actions.owner", (1,))), finding(2, waiver=waiver))
    actions = [{"what": "Cap the load", "cause": "1", "strength": "weaker"}]
    read = json.loads(render_json(reported(causes=CAUSES, actions=actions, findings=found)))
    assert [(one["check"], one["key"], one["waiver"]) for one in read["findings"]] == [
        ("no-owner", "actions[1].owner", None),
        ("no-owner", None, {"reason": "The team owns it", "who": None, "when": None}),
    ]
    assert read["traceability"]["gaps"]["causes_without_action"] == ["2"]
    assert read["traceability"]["strengths"] == {"stronger": 0, "intermediate": 0, "weaker": 1, "unsaid": 0}
    assert read["traceability"]["causes"][1] == {
        "number": "1.1",
        "actions": [],
        "from_above": ["1"],
        "covered": True,
        "evidence": True,
    }
