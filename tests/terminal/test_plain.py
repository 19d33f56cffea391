"""The plain interviewer, with a script of lines for what is typed."""

from __future__ import annotations

from datetime import date

import pytest

from rootcause.interview.answers import AnswerKey
from rootcause.interview.prompt import Add, Back, Defer, DoNotKnow, Quit, Remove, Reply, Skip
from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.plain.interviewer import PlainInterviewer


class Talk:
    """What is said and written; when nothing is left to say, the input ends."""

    def __init__(self, *said: str) -> None:
        self._said = list(said)
        self.written: list[str] = []
        self.interviewer = PlainInterviewer(self._read, self.written.append)

    def _read(self, prompt: str) -> str:
        if not self._said:
            raise EOFError
        return self._said.pop(0)

    @property
    def text(self) -> str:
        return "\n".join(self.written)


@pytest.mark.parametrize(
    ("id", "said", "move"),
    [
        ("summary", ["It broke"], Reply("It broke")),
        ("summary", [":help", "It broke"], Reply("It broke")),
        ("summary", ["first\nsecond\n"], Reply("first second")),
        ("cost", [""], Skip()),
        ("day", ["2026-01-31"], Reply("2026-01-31")),
        ("story", ["one", "", "two", "."], Reply("one\n\ntwo")),
        ("story", ["one\n.\ntwo\n:skip\nthree", "."], Reply("one\n.\ntwo\n:skip\nthree")),
        ("story", ["one\ntwo\n."], Reply("one\ntwo")),
        ("story", [":unknown"], DoNotKnow()),
        ("story", ["one", ":unknown"], DoNotKnow()),
        ("story", ["one", " :ask Kim"], Defer("Kim")),
        ("story", ["one", ":help", ":ask", "two", "."], Reply("one\ntwo")),
        ("story", ["one", "::back", ":backwards", "::x", "."], Reply("one\n:back\n:backwards\n::x")),
        ("story", ["::back", "two", "."], Reply(":back\ntwo")),
        ("told", ["1"], Reply(True)),
        ("told", ["no"], Reply(False)),
        ("told", ["n"], Reply(False)),
        ("told", [":ask Kim 2026-02-03"], Defer("Kim", date(2026, 2, 3))),
        ("told", ["maybe", "9", "0", "", ":nope", ":help", "y"], Reply(True)),
        ("carrier", ["the post"], Reply("post")),
        ("carrier", ["4", "A drone"], Reply({"other": "A drone"})),
        ("carrier", ["4", ":back", "2"], Reply("partner")),
        ("carrier", ["i don't know"], DoNotKnow()),
        ("seen", ["1, 3"], Reply(["error", "wrong"])),
        ("seen", ["errors,slowness"], Reply(["error", "slow"])),
        ("seen", ["1,4", "A smell"], Reply(["error", {"other": "A smell"}])),
        ("seen", ["none of these"], Reply([])),
        ("seen", ["1, none of these", "1"], Reply(["error"])),
        ("notes", ["1"], Add()),
        ("notes", [""], Skip()),
        ("notes", [":back"], Back()),
        ("notes", [":quit"], Quit()),
    ],
)
def test_each_type_is_answered_with_lines(prompt_of, id, said, move):
    talk = Talk(*said)
    assert talk.interviewer.ask(prompt_of(id), None) == move
    assert not talk._said


def test_all_that_is_known_is_written_before_the_answer(prompt_of):
    talk = Talk("1")
    talk.interviewer.ask(prompt_of("carrier"), Problem("that is not in the list", "choose one"))
    assert (
        talk.text
        == """\
Type :help at any question to see what else you can say.

Section: WHAT happened

Describe it as a customer would. A partner acts in our name, so what goes
wrong there is ours to solve as well.
2 of 14, about 14 min left, required
Who carried it?
Problem: That is not in the list. Choose one.
1. Our own van
2. A partner, whoever drives for us
3. The post
4. Something else
5. I don't know
6. Ask someone else
7. Back
Type a number."""
    )


@pytest.mark.parametrize(
    ("id", "before", "said", "move"),
    [
        ("summary", "It broke", [""], Reply("It broke")),
        ("summary", ":-)", [""], Reply(":-)")),
        ("story", "one\ntwo", ["."], Reply("one\ntwo")),
        ("carrier", "post", [""], Reply("post")),
        ("seen", ["slow", {"other": "A smell"}], [""], Reply(["slow", {"other": "A smell"}])),
    ],
)
def test_enter_alone_keeps_an_earlier_answer(prompt_of, id, before, said, move):
    assert Talk(*said).interviewer.ask(prompt_of(id, **{id: before}), None) == move


@pytest.mark.parametrize(
    ("id", "first", "second", "move"),
    [
        ("users", ["12x"], ["", "7"], Reply("")),
        ("story", ["one", "."], ["."], Reply("")),
        ("carrier", ["1"], ["", "2"], Reply("partner")),
    ],
)
def test_a_refused_answer_is_not_offered_to_be_kept(prompt_of, id, first, second, move):
    talk = Talk(*first, *second)
    talk.interviewer.ask(prompt_of(id), None)
    assert talk.interviewer.ask(prompt_of(id), Problem("no")) == move
    assert "so far" not in talk.text.lower()


@pytest.mark.parametrize("id", ["summary", "story", "told", "seen", "notes"])
def test_an_input_that_ends_leaves(prompt_of, id):
    assert Talk().interviewer.ask(prompt_of(id), None) == Quit()


def test_a_terminal_that_is_gone_leaves_and_another_fault_does_not_pass_for_it(prompt_of):
    def broken(errno: int):
        def write(text: str) -> None:
            raise OSError(errno, "fault")

        return PlainInterviewer(input, write)

    assert broken(5).ask(prompt_of("summary"), None) == Quit()  # EIO
    with pytest.raises(OSError, match="fault"):
        broken(28).ask(prompt_of("summary"), None)  # ENOSPC


def test_a_row_can_be_taken_away(interview):
    given = [
        {"what": "Call", "owner": "Kim", "due": "2026-03-01"},
        {"what": "Write", "owner": "Jo", "due": "2026-03-01"},
    ]
    prompt = interview.answer(given, key=AnswerKey("actions")).revisit(AnswerKey("actions")).prompt()
    talk = Talk("take one away", "2")
    assert talk.interviewer.ask(prompt, None) == Remove((2,))
    assert "2  Write; Owner: Jo; due: 1 March 2026" in talk.text


def test_text_of_people_cannot_act_on_the_terminal(interview):
    prompt = interview.answer("x\x1b[2J\u202e", key=AnswerKey("summary")).revisit(AnswerKey("summary")).prompt()
    talk = Talk("")
    talk.interviewer.ask(prompt, None)
    assert "\\u{1b}[2J\\u{202e}" in talk.text
    assert "\x1b" not in talk.text
