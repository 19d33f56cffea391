"""Signals that come at any moment: while a question waits, and while an answer is being saved."""

from __future__ import annotations

import os
import signal

import pytest

from rootcause.interview.prompt import Quit
from rootcause.terminal.session import raising_keyboard_interrupt, wishes_to_leave_are_kept

ENDINGS = pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])


@ENDINGS
def test_a_wish_to_leave_between_two_questions_lets_what_is_under_way_be_done_and_leaves_at_the_next(
    person, prompt_of, number
):
    done = []
    with wishes_to_leave_are_kept():
        os.kill(os.getpid(), number)
        done.append("the save")
        assert person.says(prompt_of("summary"), "") == Quit()
    assert done == ["the save"]


@ENDINGS
def test_it_leaves_at_the_next_line_that_is_read(number):
    with wishes_to_leave_are_kept():
        os.kill(os.getpid(), number)
        with pytest.raises(KeyboardInterrupt), raising_keyboard_interrupt():
            pytest.fail("nobody is asked any more")


def test_a_signal_that_comes_while_lines_are_read_raises_at_once():
    with pytest.raises(KeyboardInterrupt), raising_keyboard_interrupt():
        os.kill(os.getpid(), signal.SIGTERM)


def test_signals_mean_afterwards_what_they_meant_before():
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
    with wishes_to_leave_are_kept(), raising_keyboard_interrupt():
        pass
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)] == before
