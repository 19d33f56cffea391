"""Picks who asks: drawn prompts on a terminal that can draw, plain lines elsewhere and for those who want them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol, TextIO

from rootcause.interview.prompt import Interviewer
from rootcause.terminal.drafts import Drafts
from rootcause.terminal.editor import edit
from rootcause.terminal.theme import colours
from rootcause.terminal.welcome import Doing, FromFile, Opening


class Host(Interviewer, Protocol):
    """An interviewer who also says what is ahead."""

    def welcome(self, opening: Opening) -> Doing | FromFile:
        """Say what is ahead, and ask what to do."""
        ...


def can_ask(stdin: TextIO | None, stdout: TextIO | None) -> bool:
    """Whether there is a person at both ends."""
    return all(_is_terminal(stream) for stream in (stdin, stdout))


def interviewer(
    environ: Mapping[str, str],
    accessible: bool,
    stdin: TextIO,
    stdout: TextIO,
    *,
    language: str | None = None,
    drafts: Drafts | None = None,
) -> Host:
    """The interviewer for this terminal. `accessible`, ACCESSIBLE and TERM=dumb ask for plain lines."""
    in_editor = partial(edit, environ=environ)
    if accessible or environ.get("ACCESSIBLE") or environ.get("TERM", "") in ("dumb", "unknown"):
        from rootcause.terminal.plain.interviewer import PlainInterviewer
        from rootcause.terminal.plain.lines import TerminalLines

        lines = TerminalLines(stdin, stdout)
        return PlainInterviewer(lines.read, lines.write, language=language, drafts=drafts, edit=in_editor)
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import ColorDepth, create_output
    from prompt_toolkit.output.vt100 import Vt100_Output

    from rootcause.terminal.drawn.interviewer import DrawnInterviewer

    output = create_output(stdout=stdout)
    if isinstance(output, Vt100_Output):
        # Nothing here needs the position of the cursor, and terminals that do not tell it get a warning after a while.
        output.enable_cpr = False
        if not colours(environ, tty=True):
            output.default_color_depth = ColorDepth.DEPTH_1_BIT
    return DrawnInterviewer(create_input(stdin), output, language=language, drafts=drafts, edit=in_editor)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it has been closed
        return False
