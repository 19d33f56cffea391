"""The loop between the engine and an interviewer."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from rootcause.interview.answers import AnswerKey, Rows
from rootcause.interview.interview import Interview
from rootcause.interview.overview import overview
from rootcause.interview.prompt import (
    Back,
    Finish,
    Goto,
    Interviewer,
    Look,
    Move,
    Proceed,
    Prompt,
    Quit,
    Reply,
    Revisit,
    Undo,
)
from rootcause.questionnaire.response.preview import in_full
from rootcause.questionnaire.response.problem import Problem

_LEADS_ON = Revisit | Goto | Back | Undo | Proceed
NO_QUESTION = Problem("that belongs to a question", "go to one first")
"""What is said at the look over everything to a move that needs a question."""


class Conducted(Struct, frozen=True):
    """How it ended: `finished` when the person wants the report, else they left and go on another day.

    `unsaved` is the interview with a move that could not be saved, and which nobody tried again.
    """

    interview: Interview
    finished: bool
    unsaved: Interview | None = None


def conduct(
    interview: Interview,
    interviewer: Interviewer,
    on_change: Callable[[Interview], Problem | None],
    *,
    looking: bool = False,
) -> Conducted:
    """Ask until somebody leaves; when nothing is left they look it all over, with `looking` at once.

    `on_change` sees every move before the next question is put, and says why it cannot be saved; then the same
    question is put again.
    """
    interview = replace(interview, past=None)
    visited: AnswerKey | None = None  # jumped to from the look over everything, which comes again behind it
    problem: Problem | None = None
    unsaved: Interview | None = None
    while True:
        prompt = None if looking else interview.prompt()
        if prompt is not None and visited is not None and not _belongs(prompt.key, visited):
            prompt = None
        if prompt is None:
            visited, looking = None, True
            move = interviewer.review(overview(interview), problem)
        else:
            move = interviewer.ask(prompt, problem)
        problem = None
        match move:
            case Quit() | Finish():
                return Conducted(interview, isinstance(move, Finish), unsaved)
            case Look():
                looking = True
                continue
        after = interview.move(move) if prompt is not None or isinstance(move, _LEADS_ON) else NO_QUESTION
        if isinstance(after, Problem):
            problem = after
            continue
        problem = on_change(after)
        if problem is not None:
            unsaved = after
            continue
        if prompt is not None:
            interviewer.taken(prompt, move, _understood(prompt, move, after))
        else:
            looking, visited = False, after.at
        interview, unsaved = after, None


def _belongs(key: AnswerKey, visited: AnswerKey) -> bool:
    """Whether it is the question that was jumped to, or belongs to the same list or ladder."""
    return key.question.partition(".")[0] == visited.question.partition(".")[0]


def _understood(prompt: Prompt, move: Move, after: Interview) -> str | None:
    """The answer in words, when the move was one."""
    answer = after.answers.get(prompt.key)
    if not isinstance(move, Reply) or answer is None or answer.value is None or isinstance(answer.value, Rows):
        return None
    return in_full(prompt.question, answer.value, after.language)
