"""One answer of a case, replaced by another."""

from __future__ import annotations

import sys

from rootcause.cli.answers_file import STDIN, read_setting
from rootcause.cli.columns import in_columns
from rootcause.cli.course import Terms, conclude, person
from rootcause.cli.output import say
from rootcause.cli.session import Session
from rootcause.errors import RootcauseError
from rootcause.interview.answers import AnswerKey
from rootcause.interview.entry import read_entry, value_of
from rootcause.interview.interview import Interview
from rootcause.interview.keys import parse_key
from rootcause.interview.overview import Overview
from rootcause.interview.prompt import Interviewer, Move, Prompt, Quit
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw
from rootcause.source.nearest import nearest
from rootcause.source.text import SourceText


class OneQuestion:
    """An interviewer who puts one question, with its rows, and leaves when another comes up."""

    def __init__(self, person: Interviewer, question: str) -> None:
        self._person = person
        self._question = question

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question, or leave."""
        if prompt.key.question.partition(".")[0] != self._question:
            return Quit()
        return self._person.ask(prompt, problem)

    def taken(self, prompt: Prompt, move: Move, words: str | None) -> None:
        """Pass it on."""
        self._person.taken(prompt, move, words)

    def review(self, overview: Overview, problem: Problem | None) -> Move:
        """Leave: one answer was to be changed."""
        return Quit()


def change(session: Session, name: str | None, value: str | None, terms: Terms) -> int:
    """Replace an answer by the value, or by what the person says; then write the report, or name what is open now."""
    if name is None:
        raise RootcauseError(f"which question?\n{_questions(session.interview)}", hint="name it behind the case")
    key = _key(session.interview, name)
    before = session.interview
    if value is None:
        asked = person(terms, session)
        if asked is None:
            raise RootcauseError("there is no terminal to ask in", hint="give the new answer with --value TEXT")
        session.interview = _taken(session.interview.revisit(key), name)
        session.ask(OneQuestion(asked, key.question.partition(".")[0]))
    else:
        text = SourceText.read_stream(sys.stdin.buffer, STDIN).text.rstrip("\n") if value == "-" else value
        raw = read_setting(f"{name}={text}").answers[name]
        session.interview = _taken(_replaced(session.interview, key, raw), name)
        session.save(session.interview)
    _tell_consequences(before, session.interview)
    missing = session.interview.missing()
    if not missing:
        conclude(session, terms)
        return 0
    say(f"Saved. Open now: {', '.join(map(str, missing))}. Go on with: {terms.command('resume', session.case.id)}")
    return 0


def _tell_consequences(before: Interview, after: Interview) -> None:
    """Which other answers count no more, and which count again."""
    gone = [str(key) for key in after.inactive() if before.is_asked(key)]
    back = [str(key) for key in before.inactive() if after.is_asked(key)]
    if gone:
        say(f"Not asked any more, but kept: {', '.join(gone)}.")
    if back:
        say(f"Counts again: {', '.join(back)}.")


def _questions(interview: Interview) -> str:
    keys = [key for key in interview.asked() if key in interview.answers]
    return in_columns([(str(key), _asked(interview, key)) for key in keys], indent="  ")


def _asked(interview: Interview, key: AnswerKey) -> str:
    question = interview.question(key)
    return " ".join(interview.words(question.label or question.ask, key).split())


def _key(interview: Interview, name: str) -> AnswerKey:
    key = parse_key(name)
    problem = Problem(f'there is no question "{name}"') if key is None else interview.revisit(key)
    if key is not None and not isinstance(problem, Problem):
        return key
    assert isinstance(problem, Problem)
    near = nearest(name, map(str, interview.asked()))
    raise RootcauseError(problem.message, hint=f'did you mean "{near}"?' if near else "rootcause edit CASE lists them")


def _replaced(interview: Interview, key: AnswerKey, raw: Raw) -> Interview | Problem:
    question = interview.question(key)
    if raw is None:
        return Problem("there is no answer in that", "to take an answer away, write {state: unknown}")
    value = value_of(raw)
    if question.type.repeats and value is not None:
        if isinstance(value, list):
            return interview.answer(value, key=key)
        example = f"[{{{question.each[0].id}: ...}}]"
        return Problem(f"this is a {question.type}; expected all its entries", f"write them as in a file: {example}")
    answer = read_entry(question, raw, interview.zone)
    return answer if isinstance(answer, Problem) else interview.record(key, answer)


def _taken(result: Interview | Problem, name: str) -> Interview:
    if isinstance(result, Problem):
        raise RootcauseError(f"{name}: {result.message}", hint=result.hint)
    return result
