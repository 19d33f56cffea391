"""What a person is told before the first question, and when they come back to a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from rootcause.case.since import CameIn
from rootcause.cli.session import Session
from rootcause.interview.answers import AnswerKey, State
from rootcause.interview.interview import Interview
from rootcause.interview.progress import minutes_left
from rootcause.questionnaire.model import Section
from rootcause.questionnaire.response.moments import show_day, show_moment
from rootcause.questionnaire.response.wording import show
from rootcause.terminal.welcome import Opening, Outline

_NAMED = 6  # answers that came in, or questions that wait; of more of them the rest is counted
_LONGEST = 80  # of an answer
_TEMPLATE = re.compile(r"\$\{[^}]*\}")


def opening_of(session: Session) -> Opening:
    """The case as it stands."""
    interview, case = session.interview, session.case
    questionnaire = interview.questionnaire
    description = questionnaire.description
    progress = interview.progress()
    return Opening(
        title=case.title,
        questionnaire=questionnaire.title.in_language(interview.language),
        description="" if description is None else description.in_language(interview.language),
        minutes=progress.minutes_left,
        sections=tuple(_outline(interview, section) for section in questionnaire.sections),
        begun=session.is_saved,
        news=tuple(_news(session)),
    )


def _outline(interview: Interview, section: Section) -> Outline:
    tally = interview.progress(section).section
    minutes = minutes_left(tally.weight_left, interview.routing.total_weight, interview.questionnaire.minutes)
    asked = (question for question in section.questions if question.compute is None)
    questions = tuple(_TEMPLATE.sub("...", question.ask.in_language(interview.language)) for question in asked)
    return Outline(section.part.upper(), section.title.in_language(interview.language), questions, tally.asked, minutes)


def _news(session: Session) -> Iterator[str]:
    """Where the person stopped, what came in since, and who is still to answer."""
    since, interview = session.since, session.interview
    if since.left is not None:
        at = f", at: {_label(interview, since.at)}" if since.at is not None and interview.is_asked(since.at) else ""
        yield f"You stopped on {_moment(since.left)}{at}"
    came_in = [_came_in(interview, one) for one in since.came_in if interview.is_asked(one.key)]
    yield from _some(came_in, "more came in")
    waiting = [
        f"Waiting for {answer.to}{f' until {show_day(answer.by)}' if answer.by else ''}: {_label(interview, key)}"
        for key, answer in interview.answers.items()
        if answer.state is State.DEFERRED and interview.is_asked(key)
    ]
    yield from _some(waiting, "more wait for somebody")


def _came_in(interview: Interview, one: CameIn) -> str:
    answer = interview.answers.get(one.key)
    who = one.was_asked or one.who or "somebody"
    label = _label(interview, one.key)
    if answer is None or answer.value is None:
        return f"New from {who}: {label}"
    words = " ".join(show(interview.question(one.key), answer.value, interview.language).split())
    return f"New from {who}: {label}: {words if len(words) <= _LONGEST else words[: _LONGEST - 3] + '...'}"


def _some(sentences: list[str], rest: str) -> list[str]:
    more = len(sentences) - _NAMED
    return [*sentences[:_NAMED], *([f"{more} {rest}"] if more > 0 else [])]


def _label(interview: Interview, key: AnswerKey) -> str:
    question = interview.question(key)
    return " ".join(interview.words(question.label or question.ask, key).split())


def _moment(moment: datetime) -> str:
    return f"{moment:%A}, {show_moment(moment.replace(second=0, microsecond=0))}"
