"""An interviewer who looks twice: what an answer would make a reader of the report ask is asked while it is fresh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rootcause.cli.doubting import Doubting
from rootcause.cli.session import Session
from rootcause.interview.answers import AnswerKey, Answers
from rootcause.interview.overview import Overview
from rootcause.interview.prompt import Move, Prompt, Reply
from rootcause.questionnaire.response.problem import Problem

if TYPE_CHECKING:
    from rootcause.terminal.choose import Host


class SecondLook:
    """Passes on what is asked and said; nothing waits for what it asks back."""

    def __init__(self, person: Host, session: Session, doubting: Doubting) -> None:
        self._person = person
        self._session = session
        self._doubting = doubting
        self._before: Answers = {}

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question."""
        self._before = self._session.interview.answers
        return self._person.ask(prompt, problem)

    def taken(self, prompt: Prompt, move: Move, words: str | None) -> None:
        """Pass it on; ask back about an answer that is new, or not what it was."""
        self._person.taken(prompt, move, words)
        keys = self._changed() if isinstance(move, Reply) else ()
        doubts = self._doubting.about(self._session.case, self._session.interview, keys) if keys else ()
        if doubts:
            before = self._session.interview.back()
            is_before = not isinstance(before, Problem) and before.next_key() == prompt.key
            self._person.ask_back(prompt.key, doubts, is_before=is_before)

    def review(self, overview: Overview, problem: Problem | None) -> Move:
        """Show where the interview stands, with what is doubtful in it."""
        whole = overview.goes_on is None
        doubts = self._doubting.throughout(self._session.case, self._session.interview, whole=whole)
        return self._person.review(replace(overview, doubts=doubts), problem)

    def _changed(self) -> Sequence[AnswerKey]:
        interview = self._session.interview
        return [key for key in interview.changed if _value(interview.answers, key) != _value(self._before, key)]


def _value(answers: Answers, key: AnswerKey) -> object:
    answer = answers.get(key)
    return None if answer is None else answer.value
