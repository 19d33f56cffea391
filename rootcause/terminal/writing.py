"""An answer written in an editor: what stands in the file, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rootcause.interview.prompt import Move, Prompt, Reply
from rootcause.questionnaire.model import ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw
from rootcause.terminal.forms import form

Edit = Callable[[str, Sequence[str]], str | Problem]
"""Opens an editor on a text with notes below it; the text as it was written, or why there is none."""

_LISTED = 60


def no_editor(text: str, notes: Sequence[str]) -> str | Problem:
    """Where there is none."""
    return Problem("there is no editor here", "set EDITOR, or type the answer")


def to_edit(prompt: Prompt, start: Raw) -> str:
    """What stands in the editor to begin with: a choice in a line, a text as it is."""
    match start:
        case str():
            return start
        case bool():
            return "yes" if start else "no"
        case list():
            return "\n".join(str(entry["other"]) if isinstance(entry, dict) else str(entry) for entry in start)
        case {"other": text}:
            return str(text)
        case _:
            return prompt.sheet() if prompt.sheet is not None else ""


def notes_for(prompt: Prompt, language: str | None) -> list[str]:
    """The question and what helps to answer it."""
    notes = [prompt.text, *(text for text in (prompt.context, prompt.hint, form(prompt.question, language)) if text)]
    choices = prompt.question.response.choices
    if choices:
        several = prompt.question.type is ResponseType.CHOICES
        notes += ["", "Write those that apply, one a line:" if several else "Write one of these:"]
        notes += [f"  {choice.id}: {choice.label.in_language(language)}" for choice in choices[:_LISTED]]
    if prompt.sheet is not None:
        notes += ["", "All entries, as in an answers file. What is taken out stays in the history."]
    return notes


def read_edited(prompt: Prompt, text: str) -> Move | Problem | None:
    """The answer that was written; None when there is nothing in it."""
    if not text.strip():
        return None
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    match prompt.question.type:
        case ResponseType.CHOICES:
            return Reply(lines)
        case ResponseType.CHOICE | ResponseType.YESNO:
            several = Problem("there are several lines", "write one of the choices")
            return Reply(lines[0]) if len(lines) == 1 else several
        case ResponseType.LIST | ResponseType.LADDER:
            return _rows(text)
        case _:
            return Reply(text)


def _rows(text: str) -> Move | Problem:
    from rootcause.interview.sheet import read_written

    rows = read_written(text)
    return rows if isinstance(rows, Problem) else Reply(rows)
