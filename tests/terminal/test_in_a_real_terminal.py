"""What only a real terminal shows: modes, signals, a window that is closed, and the screen itself."""

from __future__ import annotations

import signal

import pytest


@pytest.mark.parametrize("leave", ["\x03", "\x04", signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("last", ["Who carried it?", "Tell the story."], ids=["at a list", "at a text"])
def test_leaving_in_any_way_keeps_the_answers_and_puts_the_terminal_back(terminal, leave, last):
    screen = terminal()
    screen.answer_up_to(last)
    screen.leave(leave)
    screen.shows("- ended -")
    assert screen.errors() == "left\n"
    assert screen.answers()["summary"] == "The van broke down"
    assert screen.modes_are_back()


def test_a_closed_window_ends_the_interview_quietly(terminal):
    screen = terminal()
    screen.answer_up_to("Who carried it?")
    screen.hang_up()
    assert screen.errors() == "left\n"
    assert screen.answers() == {"summary": "The van broke down"}


def test_shift_tab_goes_back_to_an_answer_that_can_be_changed(terminal):
    screen = terminal()
    screen.answer_up_to("Who carried it?")
    screen.send("\x1b[Z")
    screen.shows("> The van broke down")
    screen.send(" twice\r")
    screen.shows("Who carried it?")
    assert "✓ Summary  The van broke down twice\n\n" in screen.screen()
    assert screen.answers() == {"summary": "The van broke down twice"}


def test_a_word_at_a_list_is_typed_in_its_place_and_never_answers(terminal):
    screen = terminal()
    screen.answer_up_to("Who carried it?")
    screen.send(":unknwon")
    screen.shows("> :unknwon")
    assert "Our own van" not in screen.screen()
    screen.send("\r")
    screen.shows("Did you mean")
    screen.shows("» Our own van")
    screen.send(":unknown\r")
    screen.shows("Which of these were seen?")
    assert "○ Who carried it?  not known" in screen.screen()
    assert screen.answers() == {"summary": "The van broke down", "carrier": "unknown"}


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (":\x1b", "Nothing was said."),
        (":\x7f\r", "Nothing was said."),
        (":ask\r", "Nobody is named."),
        ("::unknown\r", '":unknown" was not said'),
        (":help\r", "let somebody else answer it"),
    ],
    ids=["Esc", "empty", "incomplete", "a literal colon", "help"],
)
def test_what_is_no_word_goes_back_to_the_list_as_it_was_and_says_why(terminal, typed, reason):
    screen = terminal()
    screen.answer_up_to("Which of these were seen?")
    screen.send(" \x1b[B ")
    screen.shows("» [x] Slowness")
    screen.send(typed)
    screen.shows(reason)
    screen.shows("» [x] Slowness")
    screen.send("\r")
    screen.shows("Did we tell them first?")
    assert screen.answers()["seen"] == "('error', 'slow')"


def test_fifty_pasted_lines_answer_no_other_question_even_when_the_terminal_does_not_mark_them(terminal):
    screen = terminal()
    screen.shows("one sentence?")
    screen.send("x\r" * 50)
    screen.shows("x x x")
    screen.send("end")
    screen.shows("end")
    screen.send("\x03")
    screen.shows("- ended -")
    assert screen.answers() == {}


def test_a_wide_screen_shows_the_question_with_all_its_help(terminal):
    screen = terminal()
    screen.shows("Ctrl-C stops")
    assert (
        screen.screen()
        == """\
── WHAT happened ──────────────────────────────────────────────────────────────

 Describe it as a customer would. A partner acts in our name, so what goes
 wrong there is ours to solve as well.
 1 of 14, about 14 min left, required
 What happened, in one sentence?
 Say where, since when and how many. Example: since 3 May, one parcel in eight
 to Lyon arrives a day late.
 at most 120 characters
 >

 Enter goes on · Shift-Tab goes back · :unknown when you do not know
 :help lists more words · Ctrl-C stops, all is kept"""
    )


def test_a_small_screen_leaves_out_what_matters_least(terminal):
    screen = terminal(columns=40, rows=12)
    screen.shows(":unknown")
    assert (
        screen.screen()
        == """\
── WHAT happened ──────────────────────
 1 of 14, about 14 min left, required
 What happened, in one sentence?
 Say where, since when and how many.
 Example: since 3 May, one parcel in
 eight to Lyon arrives a day late.
 at most 120 characters
 >
 Enter goes on · Shift-Tab goes back
 :unknown when you do not know"""
    )


def test_a_window_made_narrower_is_drawn_anew(terminal):
    screen = terminal()
    screen.shows("Ctrl-C stops")
    screen.resize(columns=40, rows=24)
    screen.shows("Say where, since when and how many. " + " " * 3 + "\n")
    screen.send("It broke\r")
    screen.shows("Who carried it?")


def test_no_color_takes_the_colours_away(terminal):
    screen = terminal(NO_COLOR="1")
    screen.shows("Ctrl-C stops")
    assert screen.colours() == {"default"}


def test_the_editor_opens_on_a_paragraph(terminal, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "written\\nelsewhere\\n" > "$1"\n')
    editor.chmod(0o700)
    screen = terminal(EDITOR=str(editor))
    screen.answer_up_to("Tell the story.")
    screen.send("\x18\x05")
    screen.shows("How many customers?")
    assert screen.answers()["story"] == "written\nelsewhere"


def test_plain_lines_take_answers_and_a_paste_is_one_answer(terminal):
    screen = terminal(ACCESSIBLE="1", rows=60)
    screen.shows("> ")
    screen.send("first\nsecond\nthird\n")
    screen.shows("Who carried it?")
    assert screen.answers() == {"summary": "first second third"}
    screen.send("2\n")
    screen.shows("Which of these")
    assert screen.answers()["carrier"] == "partner"


@pytest.mark.parametrize("leave", ["\x03", "\x04", ":quit\n", signal.SIGTERM, signal.SIGHUP])
def test_plain_lines_can_be_left_in_any_way(terminal, leave):
    screen = terminal(TERM="dumb", rows=60)
    screen.shows("> ")
    screen.send("It broke\n")
    screen.shows("Type a number.")
    screen.leave(leave)
    screen.shows("- ended -")
    assert screen.errors() == "left\n"
    assert screen.answers() == {"summary": "It broke"}
    assert screen.modes_are_back()
    assert "\x1b" not in screen.written()


def test_bytes_that_are_no_text_are_refused_in_words(terminal):
    screen = terminal(ACCESSIBLE="1", rows=60)
    screen.shows("> ")
    screen.process.send(b"\xff\xfe\n")
    screen.shows("cannot be saved")
    screen.send("It broke\n")
    screen.shows("Who carried it?")
