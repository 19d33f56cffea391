"""What got done after the interview, in the rows of the actions and in a list below them."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.analysis.redaction import redact
from rootcause.case.follow_through import Progress
from rootcause.interview.answers import AnswerKey
from rootcause.report.build import build_report
from rootcause.report.markdown import render_markdown
from rootcause.report.words import words_for

ACTIONS = AnswerKey("actions", (1,))
MEASURE = AnswerKey("actions.done_when", (1,))
DAY = date(2026, 5, 3)
QUESTIONNAIRE = """
rootcause: 1
id: small
version: 1.0.0
title: Small
sections:
  - id: doing
    part: different
    title: What we do
    questions:
      - id: actions
        type: list
        role: actions
        ask: What will be done?
        each:
          - {id: what, type: text, label: What, ask: "What exactly?"}
          - {id: due, type: date, label: Due, ask: "By when?"}
          - {id: done_when, type: text, label: Done when, ask: "How does it show?"}
"""
STATUS = (
    '          - {id: status, type: choice, label: Status, ask: "Where is it?", choices: {open: Open, done: Done}}\n'
)
ROW = {"what": "Ring at 90 %", "due": "2026-04-01", "done_when": "It rang once"}


@pytest.fixture
def told(record_of):
    def tell(progress, *, status="", language=None, customers=False):
        text = QUESTIONNAIRE + (STATUS if status else "")
        row = {**ROW, **({"status": status} if status else {})}
        record = replace(record_of(text, {"actions": [row]}), progress=progress, language=language)
        record = redact(record)[0] if customers else record
        return render_markdown(build_report(analyse(record), words_for(language), (), "full"))

    return tell


def test_nothing_is_told_where_nobody_said_more(told):
    assert "What became of it" not in told({})


def test_a_status_is_the_one_in_effect(told):
    text = told({ACTIONS: Progress(True, DAY, "rings since then")}, status="open")
    assert "Done 3 May 2026" in text
    assert "| Open |" not in text
    assert "rings since then" in text


def test_without_a_status_it_stands_beside_the_day(told):
    assert "1 April 2026 (Done 3 May 2026)" in told({ACTIONS: Progress(True, DAY)})


def test_what_was_put_off_says_to_when_and_why(told):
    text = told({ACTIONS: Progress(until=date(2026, 6, 1), why="The part is late")})
    assert "1 April 2026 (Put off to 1 June 2026)" in text
    assert "The part is late" in text


def test_an_answer_that_says_done_is_overruled_by_who_opened_it_again(told):
    text = told({ACTIONS: Progress(False, why="It came back")}, status="done")
    assert "To be done again" in text
    assert "It came back" in text


@pytest.mark.parametrize(
    ("progress", "expected"),
    [
        (None, "To be looked at on 2 June 2026"),
        (Progress(True, date(2026, 6, 2), "rang twice", moved=True), "Done 2 June 2026. The measure moved. rang twice"),
        (Progress(True, date(2026, 6, 2), moved=False), "Done 2 June 2026. The measure did not move"),
    ],
    ids=["to be looked at", "moved", "did not move"],
)
def test_the_effect_of_an_action_that_is_done_is_looked_at(told, progress, expected):
    said = {ACTIONS: Progress(True, DAY), **({} if progress is None else {MEASURE: progress})}
    assert f"**Effect of action 1:** {expected}" in told(said)


def test_german_headings(told):
    text = told({ACTIONS: Progress(True, DAY)}, language="de")
    assert "Was daraus geworden ist" in text
    assert "Erledigt am 3. Mai 2026" in text


def test_customers_see_the_state_and_no_reasons(told):
    done = Progress(True, DAY, "Kim was ill", moved=False)
    text = told({ACTIONS: done, MEASURE: done}, customers=True)
    assert "Done 3 May 2026" in text
    assert "Kim" not in text
    assert "did not move" not in text
