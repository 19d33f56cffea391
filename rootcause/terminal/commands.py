"""The words that begin with a colon: what can be said at any question instead of an answer."""

from __future__ import annotations

import enum
from datetime import date

from rootcause.interview.prompt import Back, Defer, DoNotKnow, Move, Quit, Skip
from rootcause.questionnaire.response.moments import read_day
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.nearest import nearest
from rootcause.terminal.folding import fold
from rootcause.terminal.heading import Kind, Line


class Help(enum.Enum):
    """Somebody asks what can be said."""

    HELP = "help"


COMMANDS = {
    ":skip": "leave a question that is optional",
    ":unknown": "say that it is not known",
    ":ask NAME [DATE]": "let somebody else answer it, until a day",
    ":back": "go to the question before",
    ":quit": "stop here; everything answered is kept",
    ":help": "show this list",
    "::": "a colon that begins an answer",
}
_WORDS = tuple(name.split()[0] for name in COMMANDS if name != "::")
_ASK_HINT = "write :ask Kim, or :ask Kim 2026-01-31"


def read_line(typed: str) -> str | Move | Help | Problem:
    """What somebody typed: an answer, a move in words, or why it is neither."""
    line = typed.strip()
    if line.startswith("::"):
        return line[1:]
    if not line.startswith(":"):
        return typed
    word, _, rest = line.partition(" ")
    if rest and word != ":ask":
        return _not_a_command(line)
    match word:
        case ":skip":
            return Skip()
        case ":unknown":
            return DoNotKnow()
        case ":back":
            return Back()
        case ":quit":
            return Quit()
        case ":help":
            return Help.HELP
        case ":ask":
            return _defer(rest.split())
        case _:
            return _not_a_command(word)


def is_word_line(text: str) -> bool:
    """Whether it is one line that wants to be a word; two colons begin an answer."""
    line = text.strip()
    return line.startswith(":") and not line.startswith("::") and "\n" not in text


def is_word(line: str) -> bool:
    """Whether it is one of the words, also where what follows it is wrong."""
    said = read_line(line)
    return isinstance(said, Move | Help) or line.split()[:1] == [":ask"]


def help_line() -> Line:
    """All the words and what they do."""
    return Line(Kind.HELP, table=_help)


def escaped(text: str) -> str:
    """An answer as one types it, so that its first colon is a colon."""
    return f":{text}" if text.lstrip().startswith(":") else text


def read_until(typed: str) -> date | Problem | None:
    """The day until which somebody is to answer; None when none is written."""
    return read_day(typed.strip()) if typed.strip() else None


def _defer(words: list[str]) -> Defer | Problem:
    by: date | None = None
    for length in (3, 1):  # 31 Jan 2026, or 2026-01-31
        found = read_day(" ".join(words[-length:])) if len(words) > length else None
        if isinstance(found, date):
            words, by = words[:-length], found
            break
        if isinstance(found, Problem) and length == 1 and words[-1][0].isdigit():
            return found
    if not words or (by is None and isinstance(read_day(" ".join(words)), date)):
        return Problem("nobody is named", _ASK_HINT)
    return Defer(" ".join(words), by)


def _not_a_command(word: str) -> Problem:
    near = nearest(word, _WORDS)
    meant = f"did you mean {near}? " if near and near != word else ""
    return Problem(f'"{word}" is none of the words that begin with a colon', f"{meant}:help lists them; :: is a colon")


def _help(columns: int) -> list[str]:
    longest = max(map(len, COMMANDS))
    return [
        line
        for name, meaning in COMMANDS.items()
        for line in ([f"{name:{longest}}  {meaning}"] if columns >= 60 else fold(f"{name} {meaning}", columns))
    ]
