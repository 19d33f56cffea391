"""Rows are numbered as they stand, whatever order they were put into."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.interview.answers import AnswerKey, Rows
from rootcause.report.build import build_report
from rootcause.report.json_document import render_json
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Report

QUESTIONNAIRE = (Path(__file__).parent / "samples" / "review.yaml").read_text(encoding="utf-8")
UNKNOWN = {"state": "unknown"}


@pytest.fixture
def swapped(record_of: Callable[..., Record]) -> Report:
    """A report after the second entry of each list, and the second cause, were put in front of the first."""
    record = record_of(
        QUESTIONNAIRE,
        {
            "actions": [{"what": "Test the restore", "owner": "Kim"}, {"what": "Sign the mails", "owner": UNKNOWN}],
            "ways": [
                {"what": "Refund", "kind": "quick", "one_off": "40 EUR", "running": "0 EUR", "recurs": "120"},
                {"what": "Mend", "kind": "lasting", "one_off": "3000 EUR", "running": "1200 EUR"},
            ],
            "causes": [{"because": "It rained"}, {"because": "It fell"}],
        },
    )
    order = Rows(((2,), (1,)), closed=True)
    lists = {AnswerKey(id): record.answers[AnswerKey(id)] for id in ("actions", "ways", "causes")}
    answers = {**record.answers, **{key: replace(answer, value=order) for key, answer in lists.items()}}
    return build_report(analyse(replace(record, answers=answers)))


def test_reordered_actions_are_numbered_by_their_place(swapped: Report) -> None:
    rows = [line for line in render_markdown(swapped).splitlines() if line.startswith("|")]
    assert [[cell.strip() for cell in row.split("|")][1:3] for row in rows if "Sign" in row or "restore" in row] == [
        ["1", "Sign the mails"],
        ["2", "Test the restore"],
    ]


def test_the_summary_and_the_open_questions_refer_to_that_place(swapped: Report) -> None:
    text = render_markdown(swapped)
    assert "1 Sign the mails; 2 Test the restore" in text
    assert "Actions 1: Owner" in text


def test_the_data_number_them_alike(swapped: Report) -> None:
    data = json.loads(render_json(swapped))
    assert [(one["number"], one["fields"]["what"]["text"]) for one in data["actions"]] == [
        ("1", "Sign the mails"),
        ("2", "Test the restore"),
    ]
    assert [(one["number"], one["fields"]["what"]["text"]) for one in data["options"]] == [(1, "Mend"), (2, "Refund")]
    (pair,) = data["cost_over_time"]["break_even"]
    assert (pair["quick"], pair["lasting"]) == (2, 1)


def test_a_cause_keeps_its_path_by_which_the_others_know_it(swapped: Report) -> None:
    (tree,) = json.loads(render_json(swapped))["causes"]
    assert [(cause["number"], cause["text"]) for cause in tree["causes"]] == [("2", "It fell"), ("1", "It rained")]


def test_an_option_of_which_nothing_is_known_is_counted(record_of: Callable[..., Record]) -> None:
    record = record_of(QUESTIONNAIRE, {"ways": [{"what": UNKNOWN, "kind": UNKNOWN}, {"what": "Mend"}]})
    assert [option.number for option in analyse(record).options] == [2]
