"""A file is named; Tab completes its name."""

from __future__ import annotations

from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from rootcause.terminal.session import ended_like_ctrl_c


def name_file(question: str, input: Input, output: Output) -> str:
    """The path that was typed, empty for none. Raises KeyboardInterrupt and EOFError when somebody leaves."""
    import questionary

    asked = questionary.path(question, qmark="", input=input, output=output, erase_when_done=True)
    with ended_like_ctrl_c(asked.application):
        return str(asked.unsafe_ask())
