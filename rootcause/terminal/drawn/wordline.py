"""What becomes of the line that is typed in place of a list, where only words that begin with a colon make sense."""

from __future__ import annotations

from rootcause.questionnaire.response.problem import Problem
from rootcause.source.visible import visible
from rootcause.terminal.commands import Aside, help_line, read_line
from rootcause.terminal.heading import Kind, Line, in_words
from rootcause.terminal.screen import Instead

WORD_KEYS = ("Enter says it", "Esc goes back to the list", ":unknown when you do not know", ":help lists more words")
NOTHING_SAID = Line(Kind.PROBLEM, "Nothing was said. A colon opens the line for words once more; :help lists them.")


def said_at_a_list(typed: str) -> Instead | Line:
    """What the word stands for, or what to show above the list instead."""
    said = read_line(typed)
    match said:
        case str():
            literal = visible(said.strip())
            refused = f'"{literal}" was not said: what picks from the list is the pointer.'
            return Line(Kind.PROBLEM, refused) if literal else NOTHING_SAID
        case Aside.HELP:
            return help_line()
        case Problem():
            return Line(Kind.PROBLEM, in_words(said))
        case _:
            return said
