"""The method rules, where they have more sides than their page shows."""

from __future__ import annotations

import pytest

from rootcause.lint.finding import Finding
from tests.lint.examples import SKELETON, findings

WHOLE = SKELETON.format(top="", questions="")
WHAT, WHY, DIFFERENT = (
    WHOLE[WHOLE.index("  - id: what\n    part: what") : WHOLE.index("  - id: why\n")],
    WHOLE[WHOLE.index("  - id: why\n") : WHOLE.index("  - id: different\n")],
    WHOLE[WHOLE.index("  - id: different\n") :],
)
HEAD = WHOLE[: WHOLE.index(WHAT)]


def found(text: str, name: str) -> list[Finding]:
    return [finding for finding in findings(text, name) if finding.name == name]


@pytest.mark.parametrize(
    ("sections", "missing"),
    [
        pytest.param(WHAT + WHY + DIFFERENT, [], id="all three"),
        pytest.param(WHY + DIFFERENT, ["what happened"], id="no WHAT"),
        pytest.param(WHAT + DIFFERENT, ["why it happened"], id="no WHY"),
        pytest.param(WHAT + WHY, ["what will be different"], id="no DIFFERENT"),
        pytest.param(WHAT, ["what will be different", "why it happened"], id="only WHAT"),
        pytest.param(WHAT.replace("part: what", "part: prepare"), [], id="only preparation"),
    ],
)
def test_each_part_that_is_missing_is_told_once_at_the_sections(sections: str, missing: list[str]):
    told = found(HEAD + sections, "missing-part")
    assert [finding.message for finding in told] == [f"no section asks {what}" for what in missing]
    assert {finding.line_text for finding in told} <= {"sections:"}


RECOVERY = '      - {id: gesture, type: text, role: recovery, ask: "What was done for them?"}\n'
FOLLOW_UP = '      - {id: enough, type: yesno, role: follow_up, ask: "Was it enough for them?"}\n'


@pytest.mark.parametrize(
    ("questions", "is_told"),
    [
        pytest.param("", True, id="neither"),
        pytest.param(RECOVERY, True, id="only made good"),
        pytest.param(FOLLOW_UP, True, id="only asked"),
        pytest.param(RECOVERY + FOLLOW_UP, False, id="made good and asked"),
    ],
)
def test_only_what_makes_good_and_asks_if_it_was_enough_needs_no_why(questions: str, is_told: bool):
    assert bool(found(HEAD + WHAT.rstrip("\n") + "\n" + questions + DIFFERENT, "missing-part")) is is_told


STORY = '      - {id: story, type: text, role: story, ask: "How is it told?"}\n'


@pytest.mark.parametrize(
    ("text", "line", "role"),
    [
        pytest.param(WHOLE.replace(" role: problem,", ""), "{id: problem, type: text, ask", "problem", id="problem"),
        pytest.param(WHOLE.replace("role: problem", "role: finding"), None, "", id="a finding is as good as a problem"),
        pytest.param(WHOLE.replace("        role: causes\n", ""), "- id: causes", "causes", id="causes"),
        pytest.param(WHOLE.replace("        role: actions\n", ""), "- id: actions", "actions", id="actions"),
        pytest.param(
            WHOLE.replace(" role: problem,", "").replace(WHY, f"{STORY}{WHY}"),
            "{id: problem, type: text, ask",
            "problem",
            id="not one that has another role",
        ),
        pytest.param(
            WHOLE.replace(" role: problem,", "").replace(WHY, '      - {id: more, type: text, ask: "And?"}\n' + WHY),
            "sections:",
            "problem",
            id="of two that could have it, neither is pointed at",
        ),
        pytest.param(HEAD + WHAT + WHY, None, "", id="without a DIFFERENT part that is what is missing"),
    ],
)
def test_a_role_that_the_report_needs_is_missed_where_it_could_stand(text: str, line: str | None, role: str):
    told = found(text, "missing-role")
    assert [role in finding.message for finding in told] == [True] * (line is not None)
    assert all(line is not None and line in finding.line_text for finding in told)


@pytest.mark.parametrize(
    ("ladder", "is_told"),
    [("max: 2", True), ("max: 1", True), ("max: 3", False), ("min: 1", False)],
)
def test_a_ladder_that_ends_above_the_third_level_is_shallow(ladder: str, is_told: bool):
    assert bool(found(WHOLE.replace("max: 7", ladder), "shallow-ladder")) is is_told


@pytest.mark.parametrize("name", ["actions-without-owner", "actions-without-due"])
def test_the_fields_of_an_action_may_have_other_ids_and_say_what_they_mean(name: str):
    text = WHOLE.replace("id: owner,", "id: who, role: owner,").replace("id: due,", "id: until, role: due,")
    assert text != WHOLE
    assert found(text, name) == []
    assert found(WHOLE.replace("id: owner,", "id: who,").replace("id: due,", "id: until,"), name) != []


def option(kind: str, recurs: bool, cost: bool = True) -> str:
    rows = ['{id: what, type: text, ask: "What would we do?"}']
    if kind:
        rows.append(f'{{id: kind, type: choice, ask: "Which kind?", choices: {{{kind}}}}}')
    rows += ['{id: one_off, type: money, ask: "What does it cost?"}'] * cost
    rows += ['{id: recurs, type: number, ask: "How many times a year?"}'] * recurs
    each = "".join(f"    - {row}\n" for row in rows)
    return f"- id: ways\n  type: list\n  role: options\n  ask: Which ways are there?\n  each:\n{each}"


@pytest.mark.parametrize(
    ("example", "lacks"),
    [
        pytest.param(option("quick: Quick, lasting: Lasting", recurs=True), None, id="all there"),
        pytest.param(option("", recurs=True), '"kind"', id="no kind"),
        pytest.param(option("fast: Quick, lasting: Lasting", recurs=True), '"kind"', id="another kind"),
        pytest.param(option("quick: Quick, lasting: Lasting", recurs=False), '"recurs"', id="no frequency"),
        pytest.param(option("", recurs=False, cost=False), None, id="no cost, nothing to compare"),
    ],
)
def test_ways_with_a_cost_need_what_the_comparison_counts_with(example: str, lacks: str | None):
    told = found(example, "options-not-comparable")
    assert [str(lacks) in finding.message for finding in told] == [True] * (lacks is not None)


BEGAN = '- {id: began, type: datetime, role: started, ask: "When did it begin?"}\n'
SEEN = '- {{id: seen, type: datetime, role: {role}, ask: "When was it seen?"{check}}}\n'
OTHER = '- {id: told_at, type: datetime, ask: "When were we told?"}\n'


@pytest.mark.parametrize(
    ("example", "is_told"),
    [
        pytest.param(BEGAN, False, id="one moment alone"),
        pytest.param(BEGAN + SEEN.format(role="detected", check=""), True, id="two and no check"),
        pytest.param(
            BEGAN + SEEN.format(role="detected", check=", check: {that: seen >= began, else: Too early}"),
            False,
            id="checked against the other",
        ),
        pytest.param(
            BEGAN + SEEN.format(role="detected", check=", check: {that: seen <= now, else: Still to come}"),
            True,
            id="checked against the clock alone",
        ),
        pytest.param(
            "- {id: early, type: yesno, ask: 'Was it early?'}\n"
            + BEGAN
            + SEEN.format(role="detected", check=", check: {that: not early or seen <= now, else: Still to come}"),
            True,
            id="checked against another answer",
        ),
        pytest.param(
            BEGAN + OTHER + SEEN.format(role="detected", check=", check: {that: seen >= told_at, else: Too early}"),
            False,
            id="checked against another moment",
        ),
        pytest.param(BEGAN + SEEN.format(role="started", check=""), False, id="two questions for one role"),
    ],
)
def test_a_later_moment_is_checked_against_an_earlier_one(example: str, is_told: bool):
    assert bool(found(example, "unordered-times")) is is_told


@pytest.mark.parametrize(
    ("at", "is_told"),
    [
        ('{id: at, type: datetime, ask: "When?"}', False),
        ('{id: day, role: at, type: date, ask: "On which day?"}', False),
        ('{id: at, type: text, ask: "When?"}', True),
        ('{id: day, type: date, ask: "On which day?"}', True),
    ],
)
def test_a_timeline_needs_a_moment_under_the_name_that_the_report_reads(at: str, is_told: bool):
    row = '{id: what, type: text, ask: "What happened?"}'
    example = f"- id: course\n  type: list\n  role: timeline\n  ask: What happened?\n  each: [{at}, {row}]\n"
    assert bool(found(example, "timeline-without-time")) is is_told
