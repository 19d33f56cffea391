"""The loop between the engine and whoever answers."""

from __future__ import annotations

from collections.abc import Iterable

from rootcause.interview.conduct import conduct
from rootcause.interview.prompt import Back, Move, Prompt, Quit, Reply
from rootcause.questionnaire.response.problem import Problem


class Script:
    """An interviewer that replies what it was told to, and keeps what it was asked."""

    def __init__(self, replies: Iterable[Move]) -> None:
        self._replies = iter(replies)
        self.asked: list[tuple[str, str | None]] = []

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        self.asked.append((str(prompt.key), problem.message if problem else None))
        return next(self._replies, Quit())


def test_a_reply_that_is_not_taken_is_asked_for_again_with_the_reason(begin):
    script = Script([Reply("Late"), Reply("bus"), Reply("own")])
    conduct(begin(), script, lambda _: None)
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


def test_leaving_keeps_the_place(begin):
    left = conduct(begin(), Script([Reply("Late"), Reply("own"), Back()]), lambda _: None)
    assert str(left.prompt().key) == "carrier"
