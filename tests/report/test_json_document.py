from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rootcause.interview.answers import AnswerKey, Remark, Sure
from rootcause.report.json_document import render_json
from rootcause.report.model import Report

PAGE = (Path(__file__).parents[2] / "docs" / "report.md").read_text(encoding="utf-8")


def data(report: Report) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(render_json(report))
    return read


def test_the_documentation_names_every_key(sample: Callable[[str], Report]) -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGE, flags=re.MULTILINE)
    named = [key for row in rows for key in re.findall(r"`(\w+)`", row)]
    assert ["format", *named] == list(data(sample("parcels")))


def test_a_statement_is_as_documented(reported: Callable[..., Report]) -> None:
    cost = {"value": "40 EUR", "sure": "reported", "note": "by phone", "who": "Jo Bell", "evidence": ["mail.txt"]}
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)
    (statement,) = data(reported(cost=cost))["answers"]
    assert statement.pop("role") == "impact"
    assert statement.pop("beside") is None
    assert statement | {"key": "todo[1].price", "label": "Price"} == json.loads(example)


def test_figures_are_exact(sample: Callable[[str], Report]) -> None:
    costs = data(sample("parcels"))["cost_over_time"]
    assert costs["break_even"] == [{"quick": 1, "lasting": 2, "outcome": "from_month", "month": 10}]
    assert costs["costs"][1]["after_months"] == {
        "3": "3300.12",
        "6": "3600.25",
        "12": "4200.50",
        "24": "5401.00",
        "36": "6601.50",
    }
    assert costs["missing_figures"] == [{"option": 3, "fields": ["one_off"]}]


def test_texts_are_as_they_were_typed(reported: Callable[..., Report]) -> None:
    typed = "a\u202e*b*\n\n<i>c</i>"
    assert data(reported(problem=typed))["answers"][0]["value"] == typed


def test_what_is_open_says_who_finds_out(reported: Callable[..., Report]) -> None:
    report = reported(hurt={"state": "deferred", "to": "Kim", "by": "2026-03-01"})
    assert data(report)["open_questions"] == [
        {
            "question": "Who was hurt?",
            "within": "",
            "key": "hurt",
            "label": "Who was hurt",
            "state": "deferred",
            "to": "Kim",
            "by": "2026-03-01",
        }
    ]


def test_what_was_said_before_there_is_an_answer_belongs_to_the_open_question(
    reported: Callable[..., Report],
) -> None:
    remarks = {AnswerKey("hurt"): Remark("Kim saw it", Sure.REPORTED, ("shop.log",))}
    (found,) = data(reported(asked=("hurt",), remarks=remarks))["open_questions"]
    said = {"state": None, "sure": "reported", "note": "Kim saw it", "evidence": [1]}
    assert {name: found[name] for name in said} == said


def test_the_tree_of_causes_is_nested(sample: Callable[[str], Report]) -> None:
    report = data(sample("gitlab"))
    first, second = report["causes"][0]["causes"]
    assert [cause["number"] for cause in first["causes"]] == ["1.1", "1.2", "1.3"]
    assert [cause["root"] for cause in first["causes"]] == [True, True, False]
    assert second["causes"][0]["fields"]["escaped"]["text"].startswith("Nobody had tried a restore")
    assert report["root_causes"] == ["1.1", "1.2", "2.1"]
