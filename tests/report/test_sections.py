"""What single sections say, and what they leave out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rootcause.interview.answers import AnswerKey, Remark, Sure
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Report

Reported = Callable[..., Report]

REFUND = {"what": "Refund", "kind": "quick", "one_off": "40 EUR", "running": "0 EUR", "recurs": "120", "feasible": True}
MEND = {"what": "Mend", "kind": "lasting", "one_off": "3000 EUR", "running": "1200 EUR", "feasible": True}


def part(report: Report, heading: str) -> str:
    """The text below a heading, up to the next one."""
    lines = render_markdown(report).splitlines()
    start = next(number for number, line in enumerate(lines) if line.lstrip("# ") == heading and line.startswith("#"))
    end = next((number for number, line in enumerate(lines) if number > start and line.startswith("#")), None)
    return "\n".join(lines[start + 1 : end]).strip()


def status(report: Report) -> str:
    return next(line for line in render_markdown(report).splitlines() if line.startswith("**Status:**"))


# ---- the head and the summary ----


def test_a_title_has_no_full_stop_wherever_it_stands(reported: Reported) -> None:
    assert reported(problem="It broke.").title == "It broke"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"problem": "It broke"}, "**Status:** complete"),
        ({"problem": {"state": "unknown"}}, "**Status:** 1 open question"),
        ({"problem": {"state": "unknown"}, "hurt": {"state": "unknown"}}, "**Status:** 2 open questions"),
    ],
)
def test_the_status_counts_what_is_open(reported: Reported, answers: dict[str, Any], expected: str) -> None:
    assert status(reported(**answers)) == expected


def test_the_title_of_the_case_stands_below_a_finding(reported: Reported) -> None:
    text = render_markdown(reported(finding="Untested backups cost us a day.", title="Outage in May"))
    assert text.startswith("# Untested backups cost us a day\n\n**Case:** Outage in May\\\n")


def test_a_problem_that_is_the_title_is_not_told_again(reported: Reported) -> None:
    assert render_markdown(reported(problem="It broke")).count("It broke") == 1


def test_a_problem_with_something_said_about_it_is(reported: Reported) -> None:
    assert part(reported(problem={"value": "It broke", "sure": "fact"}), "What happened") == "It broke (fact)"


def test_figures_in_the_summary_have_their_label_and_what_people_wrote_speaks_for_itself(reported: Reported) -> None:
    report = reported(hurt="All of Lyon.", users="400", cost={"state": "unknown"})
    assert [(line.name, line.text) for line in report.summary] == [("who", "All of Lyon; Users: 400")]


def test_where_nobody_knows_further_the_summary_says_how_far_it_is_known(reported: Reported) -> None:
    report = reported(causes=[{"because": "It fell", "why": [{"because": {"state": "unknown"}}]}])
    assert [(line.label, line.text) for line in report.summary] == [("Cause, as far as it is known", "It fell")]


def test_without_a_decision_the_summary_says_what_will_be_done(reported: Reported) -> None:
    report = reported(actions=[{"what": "Test the restore"}, {"what": "Sign the mails"}])
    assert [(line.label, line.text) for line in report.summary] == [
        ("What will be done", "1 Test the restore; 2 Sign the mails")
    ]


def test_a_long_text_is_cut_after_a_word(reported: Reported) -> None:
    (line,) = reported(decision="word " * 100).summary
    assert line.text.endswith("word…")
    assert len(line.text) <= 300


# ---- the timeline ----


def test_times_out_of_order_are_said_and_not_counted(reported: Reported) -> None:
    report = reported(started="2026-01-05 10:00", detected="2026-01-05 09:00")
    assert "- **Time to detect:** the times are out of order" in part(report, "Timeline")
    assert report.summary == ()


def test_what_was_said_about_a_moment_stands_beside_it(reported: Reported) -> None:
    at = "2026-01-05 10:00 UTC"
    report = reported(
        started={"value": at, "sure": "reported", "evidence": ["log.txt"]}, steps=[{"at": at, "what": "It fell"}]
    )
    assert "| 5 January 2026, 10:00 UTC | **Started** (reported; E1): It fell |" in part(report, "Timeline")


def test_days_alone_make_a_picture_without_times(reported: Reported) -> None:
    text = part(reported(started="2026-01-05", resolved="2026-01-07"), "Timeline")
    assert "timeline\n    5 January 2026 : Started\n    7 January 2026 : Resolved\n" in text


def test_a_crowded_timeline_has_no_picture(reported: Reported) -> None:
    steps = [{"at": f"2026-01-05 10:{minute:02} UTC", "what": "A step"} for minute in range(31)]
    assert "mermaid" not in part(reported(steps=steps), "Timeline")


# ---- the causes ----


def test_each_cause_has_its_evidence_and_why_it_was_not_caught(reported: Reported) -> None:
    causes = [{"because": "It fell", "proof": "record", "evidence": "https://example.com/log", "escaped": "No check"}]
    assert part(reported(causes=causes), "Causes").splitlines()[-2:] == [
        "- **1 Root cause:** It fell\\",
        "  *How we know:* A record · *Evidence:* <https://example.com/log> · *Why it was not caught:* No check",
    ]


def test_a_rung_that_somebody_else_finds_out_names_them(reported: Reported) -> None:
    below = [{"because": {"state": "deferred", "to": "Kim", "by": "2026-03-01"}}]
    text = part(reported(causes=[{"because": "It fell", "why": below}]), "Causes")
    assert text.endswith("- **1** It fell\n  - **1.1** *open, Kim finds out by 1 March 2026*")


# ---- the options ----


def test_a_few_short_options_stand_side_by_side(reported: Reported) -> None:
    assert part(reported(ways=[REFUND, MEND]), "Options compared").splitlines()[0] == (
        "|              | 1 Refund    | 2 Mend                |"
    )


def test_long_options_stand_one_after_the_other(reported: Reported) -> None:
    text = part(reported(ways=[{**REFUND, "what": "Refund " * 40}, MEND]), "Options compared")
    assert text.splitlines()[0].startswith("- **1** Refund Refund")
    assert "  - **Times a year:** 120" in text


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        pytest.param(
            [REFUND, {**MEND, "one_off": "3000 USD"}],
            "The amounts are in different currencies (EUR, USD), so they are not compared.",
            id="currencies",
        ),
        pytest.param(
            [REFUND, {**MEND, "one_off": {"state": "unknown"}}],
            "Not compared, because figures are missing: “Mend” (Cost, once).",
            id="a missing figure",
        ),
    ],
)
def test_what_cannot_be_compared_is_said(reported: Reported, ways: list[dict[str, Any]], said: str) -> None:
    assert part(reported(ways=ways), "Cost over time") == said


def test_a_yearly_cost_that_nobody_gave_is_said_to_count_as_none(reported: Reported) -> None:
    without = {key: value for key, value in MEND.items() if key != "running"}
    assert "No yearly cost was given for “Mend”; it is counted as none." in part(
        reported(ways=[REFUND, without]), "Cost over time"
    )


# ---- impact and trust ----


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            {"unhappy": "100"},
            "Of 100 unhappy customers about 13 tell 15 people or more, so about 195 people or more hear of it.",
        ),
        ({"unhappy": "7"}, "Unhappy customers are too few (7) to count with; one in eight tells 15 people or more."),
        (
            {"happy": "10"},
            "Of 10 happy customers about 7 tell 6 people or more, so about 42 people or more hear of it.",
        ),
    ],
)
def test_word_of_mouth_is_counted_only_where_there_are_enough(
    reported: Reported, answers: dict[str, str], said: str
) -> None:
    text = part(reported(**answers), "Impact")
    assert said in text
    assert text.endswith("*Word of mouth after the shares published by The Ritz-Carlton Leadership Center.*")
    assert "%" not in text


def test_a_stage_at_which_nobody_judged_has_no_column(reported: Reported) -> None:
    assert part(reported(word_before="2", word_after="4"), "Trust").splitlines() == [
        "| What was judged  | Before the problem | After the recovery | Change |",
        "| ---------------- | ------------------ | ------------------ | -----: |",
        "| Can I trust you? | 2                  | 4                  |     +2 |",
    ]


# ---- open questions, notes and evidence ----


def test_an_open_question_names_who_finds_out_until_when(reported: Reported) -> None:
    report = reported(hurt={"state": "deferred", "to": "Kim", "by": "2026-03-01", "note": "back on Monday"})
    assert part(report, "What we do not know yet").splitlines()[-1] == (
        "| Who was hurt? | open  | Kim           | 1 March 2026 | back on Monday |"
    )


def test_a_question_asked_and_not_answered_is_open(reported: Reported) -> None:
    assert part(reported(problem="It broke", asked=("hurt",)), "What we do not know yet").splitlines()[-1] == (
        "| Who was hurt? | not answered |"
    )


def test_what_was_said_about_a_question_that_nobody_answered_stands_beside_it(reported: Reported) -> None:
    remarks = {AnswerKey("hurt"): Remark("Kim saw it.", Sure.REPORTED, ("shop.log",))}
    report = reported(problem={"value": "It broke", "evidence": ["TICKET-7"]}, asked=("hurt",), remarks=remarks)
    assert part(report, "What we do not know yet").splitlines()[-1] == (
        "| Who was hurt? | not answered | reported; Kim saw it; E2 |"
    )
    assert part(report, "Evidence") == "- **E1** TICKET-7\n- **E2** shop.log"


def test_it_stands_beside_an_open_cell_too(reported: Reported) -> None:
    remarks = {AnswerKey("actions.owner", (1,)): Remark("ask in March")}
    report = reported(actions=[{"what": "Call"}, {"what": "Write"}], remarks=remarks)
    text = part(report, "What we do not know yet")
    assert "ask in March" in next(line for line in text.splitlines() if line.startswith("| Actions 1: Owner"))
    assert text.count("ask in March") == 1


def test_what_was_said_about_a_question_off_the_route_is_left_out(reported: Reported) -> None:
    remarks = {AnswerKey("hurt"): Remark("Kim saw it", None, ("shop.log",))}
    text = render_markdown(reported(problem="It broke", remarks=remarks))
    assert "Kim" not in text
    assert "shop.log" not in text


def test_an_open_cell_says_so_in_its_row_too(reported: Reported) -> None:
    report = reported(actions=[{"what": "Call", "owner": {"state": "unknown"}}])
    assert "| *not known* |" in part(report, "Actions")
    assert "| Actions 1: Owner" in part(report, "What we do not know yet")


def test_rows_that_lack_the_same_share_a_line(reported: Reported) -> None:
    report = reported(actions=[{"what": word, "owner": {"state": "unknown"}} for word in ("Call", "Write", "Pay")])
    assert "| Actions 1 to 3: Owner  " in part(report, "What we do not know yet")


def test_a_longer_note_has_a_paragraph_of_its_own(reported: Reported) -> None:
    report = reported(told={"value": "We called them.", "note": "First line\nsecond line", "sure": "fact"})
    assert part(report, "What we do for the customer") == (
        "- **Done for them:** We called them. (fact)\n\n  *Note:* First line\\\n  second line"
    )


def test_evidence_is_listed_under_the_numbers_that_answers_name(reported: Reported) -> None:
    report = reported(hurt={"value": "All of Lyon", "evidence": ["photo|1.jpg", "https://example.com/a"]})
    assert part(report, "Impact") == "- **Who was hurt:** All of Lyon (E1, E2)"
    assert part(report, "Evidence") == "- **E1** photo\\|1.jpg\n- **E2** <https://example.com/a>"
