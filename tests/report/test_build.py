"""Whole reports: nothing lost, nothing twice, nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.report.build import build_report
from rootcause.report.json_document import render_json
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Heading, Report, Text

SAMPLES = Path(__file__).parent / "samples"
NAMES = ["gitlab", "parcels"]
Reported = Callable[..., Report]
READER = MarkdownIt("gfm-like", {"html": True, "linkify": True})
READER.linkify.set({"fuzzy_link": False})  # GitHub makes no link of a bare domain

HOSTILE = (
    '</textarea><script>alert(1)</script> | `x` [a](javascript:b) ![c](http://d.example/e) <!-- @f *g* _h_ \u202e #1 "'
)


def headings(report: Report) -> list[str]:
    return [
        "".join(part.text for part in block.inlines if isinstance(part, Text))
        for block in report.blocks
        if isinstance(block, Heading)
    ]


def answers_of(name: str) -> dict[str, Any]:
    answers: dict[str, Any] = yaml.safe_load((SAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))["answers"]
    return answers


def body(report: Report) -> str:
    """What stands below the summary, pictures left out: they say again what the text says."""
    text = render_markdown(report)
    return re.sub(r"```mermaid.*?```", "", text[text.index("\n## Impact") :], flags=re.DOTALL)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gives_the_report_beside_it(sample: Callable[[str], Report], name: str) -> None:
    assert render_markdown(sample(name)) == (SAMPLES / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gives_the_data_beside_it(sample: Callable[[str], Report], name: str) -> None:
    assert render_json(sample(name)) == (SAMPLES / f"{name}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_same_case_gives_the_same_bytes(sample: Callable[[str], Report], name: str) -> None:
    assert render_markdown(sample(name)) == render_markdown(sample(name))
    assert render_json(sample(name)) == render_json(sample(name))


def test_whoever_answered_after_the_given_moment_answered_then(record_of: Callable[..., Record]) -> None:
    record = record_of(
        (SAMPLES / "review.yaml").read_text(encoding="utf-8"),
        {"problem": {"value": "It broke", "who": "Jo", "when": "2031-05-06T07:08:09+00:00"}},
    )
    then = Record(
        record.title, record.questionnaire, record.answers, record.asked, not_after=datetime(2026, 1, 31, tzinfo=UTC)
    )
    report = build_report(analyse(then))
    assert "Jo (1 answer, 31 January 2026)" in render_markdown(report)
    assert "2031" not in render_markdown(report) + render_json(report)


def marked(raw: Any, place: str) -> Any:
    """The answers, each text with its place behind it."""
    if isinstance(raw, dict):
        inside = {key: f"{place}_{key}" if key not in ("value", "note", "why") else place for key in raw}
        return {key: value if key in FIXED else marked(value, inside[key]) for key, value in raw.items()}
    if isinstance(raw, list):
        return [marked(value, f"{place}_{number}") for number, value in enumerate(raw)]
    return raw if not isinstance(raw, str) or re.match(r"\d|https?:", raw) else f"{raw} {place}_"


FIXED = (
    *("state", "sure", "by", "who", "when", "kind", "strength", "proof", "kinds", "feasible", "lead_time"),
    *("one_off", "running", "care_before", "care_problem", "care_after"),
)


TRACED = dict.fromkeys(
    (
        *("a_actions_0_what_", "a_actions_1_what_", "a_actions_0_done_when_", "a_actions_1_done_when_"),
        *("a_causes_0_0_evidence_", "a_badly_"),
    ),
    2,
)


@pytest.mark.parametrize(
    ("name", "not_once"),
    [
        # A finding is the title; from evidence to action, short texts stand once more.
        ("gitlab", {"a_finding_": 0, "a_actions_0_what_": 2, "a_actions_1_what_": 2}),
        # A problem that is the title is not told again; a comparison names its options.
        ("parcels", {"a_problem_": 0, "a_ways_0_what_": 3, "a_ways_1_what_": 4, "a_ways_2_what_": 2, **TRACED}),
    ],
)
def test_every_answer_stands_in_the_report_once(reported: Reported, name: str, not_once: dict[str, int]) -> None:
    answers = marked(answers_of(name), "a")
    places = re.findall(r" (\w+_)(?=['\"])", str(answers))
    report = reported(**answers)
    text, data = body(report), render_json(report)
    found = {place: len(re.findall(rf"(?<!\w){place}(?!\w)", text.replace("\\", ""))) for place in places}
    assert {place: times for place, times in found.items() if times != 1} == not_once
    assert [place for place in places if place not in data] == []


def test_a_report_shows_only_sections_with_content(reported: Reported) -> None:
    assert headings(reported(problem="It broke.", title="A broken thing")) == ["It broke", "About this report"]


def test_a_case_without_answers_has_a_report_too(reported: Reported) -> None:
    assert headings(reported(title="A broken thing")) == ["A broken thing", "About this report"]


@pytest.mark.parametrize("name", NAMES)
def test_the_sections_come_in_the_order_of_a_reader_in_a_hurry(sample: Callable[[str], Report], name: str) -> None:
    order = [
        *("Summary", "Impact", "Timeline", "What happened", "Why it happened", "What we do differently", "Actions"),
        *(
            "From evidence to action",
            "What we do for the customer",
            "Trust",
            "What we learned",
            "How we tell it",
            "Ready for the next time",
        ),
        *("What we do not know yet", "Evidence", "About this report"),
    ]
    found = [heading for heading in headings(sample(name)) if heading in order]
    assert found == [heading for heading in order if heading in found]


@pytest.mark.parametrize("name", NAMES)
def test_the_summary_has_at_most_five_lines(sample: Callable[[str], Report], name: str) -> None:
    assert 3 <= len(sample(name).summary) <= 5


def hostile(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {key: value if key in FIXED else hostile(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [hostile(value) for value in raw]
    return HOSTILE if isinstance(raw, str) and not re.match(r"\d|https?:", raw) else raw


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_anybody_typed_acts(reported: Reported, name: str) -> None:
    report = reported(title=HOSTILE, **hostile(answers_of(name)))
    tokens = READER.parse(render_markdown(report))
    children = [child for token in tokens for child in token.children or ()]
    assert not [one for one in [*tokens, *children] if one.type in ("html_block", "html_inline", "image")]
    assert {str(one.attrs["href"]) for one in children if one.type == "link_open"} <= {
        "https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/"
    }
    assert {token.info for token in tokens if token.type == "fence"} <= {"mermaid"}
    assert "\u202e" not in render_markdown(report)


@pytest.mark.parametrize("name", NAMES)
def test_a_private_code_of_the_program_never_shows(sample: Callable[[str], Report], name: str) -> None:
    text = render_markdown(sample(name))
    assert not re.findall(r"None|Statement|<rootcause|State\.|\{[a-z_]+\}|Decimal", text)
