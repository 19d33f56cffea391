"""The loop between the engine and whoever answers."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from rootcause.interview.answers import AnswerKey
from rootcause.interview.conduct import conduct
from rootcause.interview.overview import Overview
from rootcause.interview.prompt import (
    Back,
    Finish,
    Goto,
    Look,
    Move,
    Proceed,
    Prompt,
    Quit,
    Reply,
    Revisit,
    Skip,
)
from rootcause.interview.selection import Selection
from rootcause.questionnaire.response.problem import Problem

SHORT = """
rootcause: 1
id: short
version: 1.0.0
title: Short
sections:
  - id: what
    part: what
    title: WHAT happened
    questions:
      - {id: summary, type: text, ask: "What happened?", quick: true}
      - {id: late, type: yesno, ask: "Was it late?"}
      - {id: days, type: integer, ask: "How many days?", when: late}
      - {id: mood, type: text, ask: "How do they feel?", required: false}
"""


class Script:
    """An interviewer that replies what it was told to, and keeps what it was asked."""

    def __init__(self, replies: Iterable[Move]) -> None:
        self._replies = iter(replies)
        self.asked: list[tuple[str, str | None]] = []
        self.heard: list[str | None] = []
        self.overviews: list[Overview] = []

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        return self._next(str(prompt.key), problem)

    def taken(self, prompt: Prompt, move: Move, words: str | None) -> None:
        self.heard.append(words)

    def review(self, overview: Overview, problem: Problem | None) -> Move:
        self.overviews.append(overview)
        return self._next("review", problem)

    def _next(self, asked: str, problem: Problem | None) -> Move:
        self.asked.append((asked, problem.message if problem else None))
        return next(self._replies, Quit())

    @property
    def keys(self) -> list[str]:
        return [key for key, _ in self.asked]


def save(_: object) -> None:
    """Take it."""


@pytest.fixture
def short(loaded, begin):
    return begin().begin(loaded(SHORT), clock=begin().clock)


def test_a_reply_that_is_not_taken_is_asked_for_again_with_the_reason(begin):
    script = Script([Reply("Late"), Reply("bus"), Reply("own")])
    conduct(begin(), script, save)
    assert script.asked == [
        ("summary", None),
        ("carrier", None),
        ("carrier", '"bus" is not one of the choices'),
        ("promised", None),
    ]


def test_every_move_taken_is_seen_before_the_next_question(begin):
    events: list[object] = []
    script = Script([Reply("Late"), Reply("bus"), Back()])
    conduct(begin(), script, lambda interview: events.append((len(script.asked), interview.changed)))
    assert [count for count, _ in events] == [1, 3]


def test_who_answers_hears_what_was_understood(begin):
    script = Script([Reply("Late"), Reply("own"), Reply("2026-01-05")])
    conduct(begin(), script, save)
    assert script.heard == ["Late", "Our own van", "Monday, 5 January 2026"]


def test_leaving_keeps_the_place(begin):
    left = conduct(begin(), Script([Reply("Late"), Reply("own"), Back()]), save)
    assert str(left.interview.prompt().key) == "carrier"
    assert not left.finished


def test_the_end_is_a_look_over_everything(short):
    script = Script([Reply("Late"), Reply(False), Skip(), Finish()])
    ended = conduct(short, script, save)
    assert script.keys == ["summary", "late", "mood", "review"]
    assert ended.finished


def test_from_the_look_one_goes_to_a_question_and_back_to_the_look(short):
    script = Script([Reply("Late"), Reply(False), Skip(), Revisit(AnswerKey("mood")), Reply("Calm"), Finish()])
    conduct(short, script, save)
    assert script.keys[3:] == ["review", "mood", "review"]


def test_what_a_change_opens_stands_in_the_look_and_is_asked_when_one_goes_on(short):
    script = Script([Reply("Late"), Reply(False), Skip(), Goto("late"), Reply(True), Proceed(), Reply(3), Finish()])
    conduct(short, script, save)
    assert script.keys[3:] == ["review", "late", "review", "days", "review"]
    assert script.overviews[1].goes_on == "How many days?"


def test_one_looks_in_the_middle_and_goes_on(short):
    script = Script([Reply("Late"), Look(), Proceed(), Quit()])
    conduct(short, script, save)
    assert script.keys == ["summary", "late", "review", "late"]
    assert script.overviews[0].missing == 1


def test_a_wrong_name_in_the_look_is_said_there(short):
    script = Script([Look(), Goto("was it")])
    conduct(short, script, save)
    assert script.asked[2] == ("late", None)
    script = Script([Look(), Goto("nothing like it")])
    conduct(short, script, save)
    assert script.asked[2] == ("review", 'there is no question "nothing like it"')


def test_what_cannot_be_saved_is_asked_for_again_and_taken_once_there_is_room(short):
    full = [Problem("no space left on the disk")]
    script = Script([Reply("Late"), Reply("Late")])
    ended = conduct(short, script, lambda _: full.pop() if full else None)
    assert script.asked == [("summary", None), ("summary", "no space left on the disk"), ("late", None)]
    assert ended.unsaved is None


def test_who_gives_up_on_saving_gets_back_what_was_not_saved(short):
    ended = conduct(short, Script([Reply("Late")]), lambda _: Problem("no space left on the disk"))
    assert ended.interview.answers == {}
    assert ended.unsaved.answers[AnswerKey("summary")].value == "Late"


def test_a_short_run_asks_only_what_must_be_asked(loaded, begin):
    interview = begin().begin(loaded(SHORT), clock=begin().clock, selection=Selection.QUICK)
    script = Script([Reply("Late"), Finish()])
    ended = conduct(interview, script, save)
    assert script.keys == ["summary", "review"]
    assert script.overviews[0].left_out == 2
    assert ended.interview.missing() == ()
