"""A line and a paragraph while they are typed: what is told of them, what stands below them, how they are left."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from rootcause.interview.prompt import Back, Reply
from rootcause.terminal.drawn.frame import Frame
from rootcause.terminal.drawn.widgets import Widgets
from rootcause.terminal.editing import WantsEditor
from rootcause.terminal.heading import Kind, Line
from rootcause.terminal.offers import Offer
from rootcause.terminal.theme import PLAIN_SIGNS, Signs, signs

ENTER, SUBMIT, SHIFT_TAB, BACKSPACE, CLEAR = "\r", "\x1b\r", "\x1b[Z", "\x7f", "\x05\x15"
CTRL_C, CTRL_D, IN_EDITOR = "\x03", "\x04", "\x18\x05"
SECONDS = 20  # until a test gives up waiting
QUESTION = (Line(Kind.QUESTION, "When did it begin?"),)
OFFERS = (Offer("Our own van", Reply("own")), Offer("A partner", Reply("partner")))


class Desk:
    """Widgets whose keys come through a pipe."""

    def __init__(self, pipe, columns: int = 80, rows: int = 24, encoding: str = "utf-8") -> None:
        self._written = io.BytesIO()
        size = Size(rows=rows, columns=columns)
        stream = io.TextIOWrapper(self._written, encoding)
        self.pipe = pipe
        self.signs: Signs = signs(encoding)
        output = Vt100_Output(stream, lambda: size, term="xterm", enable_cpr=False)
        self.widgets = Widgets(pipe, output, self.signs)

    def written(self) -> str:
        return self._written.getvalue().decode()


@pytest.fixture
def desk() -> Iterator[Desk]:
    with create_pipe_input() as pipe:
        patience = threading.Timer(SECONDS, pipe.send_text, [SHIFT_TAB])
        patience.start()
        yield Desk(pipe)
        patience.cancel()


def type_there(desk: Desk, kind: str, keys: str, start: str = "", on_typing=None, preview=None):
    if keys:
        desk.pipe.send_text(keys)
    frame = Frame(QUESTION, ("Enter goes on",), desk.signs.between, preview)
    type_it = desk.widgets.type_line if kind == "line" else desk.widgets.type_paragraph
    return type_it(frame, start, on_typing)


@pytest.mark.parametrize(("kind", "end"), [("line", ENTER), ("paragraph", SUBMIT)])
def test_what_is_typed_is_told_while_nothing_is_entered(desk, kind, end):
    told: list[str] = []

    def keep(text: str) -> None:
        told.append(text)
        desk.pipe.send_text(" and more" if len(told) == 1 else end)

    assert type_there(desk, kind, "so far", on_typing=keep) == "so far and more"
    assert told == ["so far", "so far and more"]


def test_what_is_entered_at_once_is_not_told(desk):
    told: list[str] = []
    assert type_there(desk, "line", "all of it" + ENTER, on_typing=told.append) == "all of it"
    assert told == []


@pytest.mark.parametrize(
    ("start", "keys", "kept"),
    [
        ("", "so far" + CTRL_C, ["so far"]),
        ("before", CTRL_C, []),
        ("before", "x" + BACKSPACE + CTRL_C, []),
        ("before", CLEAR + CTRL_D, [""]),
        ("", CTRL_D, []),
    ],
    ids=["changed", "as it was", "as it was again", "emptied", "nothing"],
)
@pytest.mark.parametrize("kind", ["line", "paragraph"])
def test_whoever_leaves_leaves_what_stands_there(desk, kind, start, keys, kept):
    told: list[str] = []
    with pytest.raises((KeyboardInterrupt, EOFError)):
        type_there(desk, kind, keys, start, told.append)
    assert told == kept


@pytest.mark.parametrize("kind", ["line", "paragraph"])
def test_a_terminal_that_is_closed_leaves_what_stands_there(desk, kind):
    told: list[str] = []
    desk.pipe.send_text("so far")
    desk.pipe.close()
    with pytest.raises(EOFError):
        type_there(desk, kind, "", on_typing=told.append)
    assert told == ["so far"]


def test_going_back_leaves_what_stands_there(desk):
    told: list[str] = []
    assert type_there(desk, "line", "so far" + SHIFT_TAB, on_typing=told.append) == Back()
    assert told == ["so far"]


def test_one_question_hears_nothing_of_the_next(desk):
    first: list[str] = []
    second: list[str] = []
    type_there(desk, "line", "one" + ENTER, on_typing=first.append)
    assert type_there(desk, "line", "two" + SHIFT_TAB, on_typing=second.append) == Back()
    assert (first, second) == ([], ["two"])


@pytest.mark.parametrize(("kind", "text"), [("line", "one two\x1b three"), ("paragraph", "one\ntwo\x1b\nthree")])
def test_no_key_of_a_paste_that_is_not_marked_ends_a_text(desk, kind, text):
    pasted = "one" + ENTER + "two" + SUBMIT + "three"
    assert type_there(desk, kind, pasted, on_typing=lambda _: desk.pipe.send_text(SUBMIT)) == text


@pytest.mark.parametrize("kind", ["line", "paragraph"])
def test_a_paste_that_seems_to_end_early_goes_on_as_the_same_text(desk, kind):
    pasted = "\x1b[200~one \x1b[31mred\x1b[0m\x1b[201~ two \x1b[32mgreen\x1b[0m\x1b[201~"
    text = type_there(desk, kind, pasted, on_typing=lambda _: desk.pipe.send_text(SUBMIT))
    assert text == "one \x1b[31mred\x1b[0m two \x1b[32mgreen\x1b[0m"


def test_enter_ends_a_paragraph_whose_last_line_is_a_word(desk):
    assert type_there(desk, "paragraph", ":unknown" + ENTER, "one\n") == "one\n:unknown"


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("one\rtwo\r", "one two"),
        ("one\r:skip\r", "one :skip"),
        ("one\x1b[Z\rtwo", "one\x1b[Z two"),
        ("\x1b[200~one\x1b[201~\rtwo\x1b[201~", "one two"),
        ("\x1b[200~" + "long " * 1000 + "\x1b[201~", ("long " * 1000).strip()),
    ],
    ids=["unmarked", "with a word", "with what looks like a key", "with the mark of the end", "in several pieces"],
)
def test_what_comes_in_one_go_is_one_text_and_answers_when_enter_is_pressed_afterwards(desk, pasted, text):
    typed = type_there(desk, "line", pasted, on_typing=lambda _: desk.pipe.send_text(SUBMIT))
    assert typed.strip() == text


@pytest.mark.parametrize("kind", ["line", "paragraph"])
def test_colours_in_a_paste_of_one_line_that_is_not_marked_are_left_out(desk, kind):
    assert type_there(desk, kind, "one \x1b[31mred\x1b[0m\x1b[201~" + SUBMIT) == "one red"


def test_a_question_begins_with_its_own_text_and_the_arrows_bring_no_other(desk):
    type_there(desk, "paragraph", "first" + SUBMIT)
    assert type_there(desk, "line", "\x1b[A\x1b[A" + ENTER, "third") == "third"


@pytest.mark.parametrize("kind", ["line", "paragraph"])
def test_an_editor_is_asked_for_with_the_text_that_stands_there(desk, kind):
    assert type_there(desk, kind, " and more" + IN_EDITOR, "so far") == WantsEditor("so far and more")


@pytest.mark.parametrize("keys", [IN_EDITOR, ":unk" + IN_EDITOR], ids=["at the list", "while a word is typed"])
def test_an_editor_is_asked_for_at_a_list(desk, keys):
    desk.pipe.send_text(keys)
    frame = Frame(QUESTION, (), desk.signs.between)
    assert desk.widgets.pick(frame, OFFERS, several=False, long=False) == WantsEditor()


def test_below_a_line_stands_what_it_is_understood_as(desk):
    asked: list[str] = []

    def preview(text: str) -> str | None:
        asked.append(text)
        return "Sunday, 22 November 2026" if text == "today" else None

    assert type_there(desk, "line", "today", preview=preview, on_typing=lambda _: desk.pipe.send_text(ENTER))
    assert desk.written().count("= Sunday, 22 November 2026") == 1
    assert asked == ["", "today"]


@pytest.mark.parametrize(("columns", "rows"), [(40, 12), (40, 24), (200, 50)])
def test_nothing_but_ascii_is_written_where_nothing_else_can_be(columns, rows):
    with create_pipe_input() as pipe:
        desk = Desk(pipe, columns, rows, "ascii")
        assert type_there(desk, "line", "today" + ENTER, preview=lambda _: "Sunday, 22 November 2026") == "today"
        pipe.send_text("\x1b[B" + ENTER)
        frame = Frame(QUESTION, ("arrows move",), desk.signs.between)
        assert desk.widgets.pick(frame, OFFERS, several=False, long=True) == 1
        assert desk.signs == PLAIN_SIGNS
        assert desk.written().isascii()
