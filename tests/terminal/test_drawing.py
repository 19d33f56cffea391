"""Drawings as plain text."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

import pytest
from rich.text import Text

from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.source.text import SourceText
from rootcause.terminal.console import as_text, print_drawing
from rootcause.terminal.drawing import draw_case, draw_questionnaire

SMALL = """\
rootcause: 1
id: small
version: 1.0.0
title: {en: A small one, de: Ein kleiner}
sections:
  - id: what
    title: What happened
    questions:
      - {id: who, ask: "Who [bold]carried[/bold] it :smile:?", type: choice, choices: {own: We, post: Post}, other: true}
      - {id: late, ask: "How many days late?", type: integer, when: who == 'post', required: false, private: true}
      - {id: double, type: integer, compute: late * 2}
      - id: actions
        type: list
        role: actions
        ask: What will be done?
        each:
          - {id: what, ask: "What?", type: text}
  - {id: after, title: After, part: different, when: who == 'own', questions: [{id: end, ask: "The end?", type: yesno}]}
"""


def test_a_questionnaire_is_a_tree_of_sections_and_questions():
    loaded = load_questionnaire(SourceText("small.yaml", SMALL))
    assert (
        as_text(draw_questionnaire(loaded.questionnaire))
        == """\
A small one  small 1.0.0
├── What happened  what, WHAT
│   ├── who  choice (own, post or {other: TEXT})
│   │   Who [bold]carried[/bold] it :smile:?
│   ├── late  integer, optional, private, when who == 'post'
│   │   How many days late?
│   ├── double  integer, computed: late * 2
│   └── actions  list, role actions
│       What will be done?
│       └── what  text
│           What?
└── After  after, DIFFERENT, when who == 'own'
    └── end  yesno
        The end?
"""
    )
    assert as_text(draw_questionnaire(loaded.questionnaire, "de")).startswith("Ein kleiner")


def test_a_case_shows_what_is_known_and_what_is_open(interview: Interview):
    after = interview.answer("It broke\x1b[2J", key=AnswerKey("summary"))
    after = after.answer([{"what": "Call", "owner": "Kim", "due": "2026-03-01"}], key=AnswerKey("actions"))
    after = after.revisit(AnswerKey("day")).defer("Kim").revisit(AnswerKey("who")).unknown(note="ask again in May")
    text = as_text(draw_case("Order 4711", [("case", "2026-01-31-order")], after))
    lines = [re.sub(r"  +", "  ", line).strip() for line in text.splitlines()]
    assert lines[:2] == ["Order 4711", "case  2026-01-31-order"]
    for line in (
        "Summary  It broke\\u{1b}[2J",
        "Who carried it?  open",
        "On which day?  Kim is asked",
        "Who saw it?  not known",
        "Actions  1 in all",
        "1 Owner  Kim",
        "1 By when?  1 March 2026",
    ):
        assert line in lines
    assert "ask again in May" in text


def test_off_a_terminal_a_drawing_is_plain_utf8_whatever_the_locale_is():
    stream = io.TextIOWrapper(io.BytesIO(), "ascii")
    print_drawing("─ Zürich", stream, {"TERM": "xterm-256color"})
    assert stream.buffer.getvalue() == "─ Zürich\n".encode()


@pytest.mark.parametrize(
    ("environ", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1"}, False)]
)
def test_colours_are_for_terminals_and_whoever_forces_them(environ, coloured):
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8")
    print_drawing(Text("a", "bold"), stream, environ)
    assert (b"\x1b[" in stream.buffer.getvalue()) is coloured


STAGES = """\
rootcause: 1
id: stages
version: 1.0.0
title: Stages
sections:
  - id: trust
    title: Trust
    questions:
      - {id: before, type: text, role: trust_before, label: Trust account, ask: "How full was it before?"}
      - {id: after, type: text, role: trust_after, label: Trust account, ask: "How full is it now?"}
      - {id: reason, type: text, label: Reason, ask: "Why is that so?"}
"""


def test_answers_of_one_label_are_told_apart_by_their_questions():
    loaded = load_questionnaire(SourceText("stages.yaml", STAGES)).questionnaire
    case = Interview.begin(loaded, clock=lambda: datetime(2026, 1, 31, 9, tzinfo=UTC), zone=UTC)
    for raw in ("High", "Low", "We called"):
        case = case.answer(raw)
    lines = [re.sub(r"  +", "  ", line).strip() for line in as_text(draw_case("A case", [], case)).splitlines()]
    assert lines[-3:] == ["How full was it before?  High", "How full is it now?  Low", "Reason  We called"]
