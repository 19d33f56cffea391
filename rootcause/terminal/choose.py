"""Picks who asks: drawn prompts on a terminal that can draw, plain lines elsewhere and for those who want them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol, TextIO

from rootcause.interview.answers import AnswerKey
from rootcause.interview.doubt import Doubt
from rootcause.interview.prompt import Interviewer
from rootcause.terminal.drafts import Drafts
from rootcause.terminal.editor import edit
from rootcause.terminal.theme import colours
from rootcause.terminal.welcome import Doing, FromFile, Opening

if TYPE_CHECKING:
    from prompt_toolkit.output import Output


class Host(Interviewer, Protocol):
    """An interviewer who also says what is ahead, and what an answer makes a reader ask."""

    def welcome(self, opening: Opening) -> Doing | FromFile:
        """Say what is ahead, and ask what to do."""
        ...

    def ask_back(self, about: AnswerKey, doubts: Sequence[Doubt], *, is_before: bool) -> None:
        """Put the doubts about an answer that was just given; nothing waits for them.

        `is_before`: to go back is to go there.
        """
        ...


def interviewer(
    environ: Mapping[str, str],
    accessible: bool,
    stdin: TextIO,
    stdout: TextIO,
    *,
    language: str | None = None,
    drafts: Drafts | None = None,
) -> Host:
    """The interviewer for this terminal: plain lines for who asks for them, and where nothing can be drawn."""
    in_editor = partial(edit, environ=environ)
    wants_lines = accessible or bool(environ.get("ACCESSIBLE"))
    output = None if wants_lines or not _can_move_its_cursor(environ) else _drawing_on(stdout, environ)
    if output is None:
        from rootcause.terminal.plain.interviewer import PlainInterviewer
        from rootcause.terminal.plain.lines import TerminalLines

        lines = TerminalLines(stdin, stdout)
        return PlainInterviewer(
            lines.read, lines.write, language=language, drafts=drafts, edit=in_editor, columns=lines.columns
        )
    from prompt_toolkit.input import create_input

    from rootcause.terminal.drawn.interviewer import DrawnInterviewer

    return DrawnInterviewer(create_input(stdin), output, language=language, drafts=drafts, edit=in_editor)


def _can_move_its_cursor(environ: Mapping[str, str]) -> bool:
    """Whether that kind of terminal can draw; of one that nobody has described it is assumed."""
    kind = environ.get("TERM", "")
    if kind in ("dumb", "unknown"):
        return False
    try:
        import curses
    except ImportError:  # Windows has none
        return True
    try:
        curses.setupterm(kind or None)
    except curses.error:
        return True
    return curses.tigetstr("cuu1") is not None or curses.tigetstr("cuu") is not None


def _drawing_on(stdout: TextIO, environ: Mapping[str, str]) -> Output | None:
    """What draws there; None on a console of Windows that is none."""
    from prompt_toolkit.output import ColorDepth, create_output
    from prompt_toolkit.output.vt100 import Vt100_Output

    if sys.platform == "win32":
        from prompt_toolkit.output.win32 import NoConsoleScreenBufferError

        try:
            return create_output(stdout=stdout)
        except NoConsoleScreenBufferError:
            return None
    output = create_output(stdout=stdout)
    if isinstance(output, Vt100_Output):
        # Nothing here needs the position of the cursor, and terminals that do not tell it get a warning after a while.
        output.enable_cpr = False
        if not colours(environ, tty=True):
            output.default_color_depth = ColorDepth.DEPTH_1_BIT
    return output
