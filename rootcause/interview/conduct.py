"""The loop between the engine and an interviewer."""

from __future__ import annotations

from collections.abc import Callable

from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Interviewer, Quit
from rootcause.questionnaire.response.problem import Problem


def conduct(interview: Interview, interviewer: Interviewer, on_change: Callable[[Interview], None]) -> Interview:
    """Ask until nothing is left or somebody leaves. `on_change` sees every move before the next question is put."""
    problem: Problem | None = None
    while (prompt := interview.prompt()) is not None:
        move = interviewer.ask(prompt, problem)
        if isinstance(move, Quit):
            break
        after = interview.move(move)
        if isinstance(after, Problem):
            problem = after
            continue
        interview, problem = after, None
        on_change(interview)
    return interview
