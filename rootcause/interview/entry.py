"""One value of an answers file: an answer, or what became of the question, with note, evidence and how sure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from rootcause.interview.answers import Answer, State, Sure
from rootcause.questionnaire.model import Question
from rootcause.questionnaire.response.moments import read_day
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw, described, read_answer

_KEYS = frozenset(("state", "value", "to", "by", "note", "evidence", "sure"))
_STATES = (State.ANSWERED, State.UNKNOWN, State.SKIPPED, State.DEFERRED)


def is_entry(raw: Raw) -> bool:
    """Whether a value is a mapping that says more than the answer alone."""
    return isinstance(raw, Mapping) and bool(raw) and (set(raw) <= _KEYS or bool({"state", "value"} & set(raw)))


def value_of(raw: Raw) -> Raw:
    """The answer itself, without what is said about it."""
    return raw.get("value") if is_entry(raw) and isinstance(raw, Mapping) else raw


def read_entry(question: Question, raw: Raw, zone: tzinfo | None) -> Answer | Problem:
    """The answer that was meant; its value, where there is one, is read as the question wants it."""
    frame = read_frame(raw)
    if isinstance(frame, Problem) or frame.state is not State.ANSWERED:
        return frame
    value = read_answer(question, value_of(raw), zone)
    if isinstance(value, Problem):
        return value.within("value") if is_entry(raw) else value
    return Answer(State.ANSWERED, value, sure=frame.sure, note=frame.note, evidence=frame.evidence)


def read_frame(raw: Raw) -> Answer | Problem:
    """What is said about an answer, its value left out."""
    if not is_entry(raw) or not isinstance(raw, Mapping):
        return Answer(State.ANSWERED)
    unknown = [key for key in raw if key not in _KEYS]
    if unknown:
        return Problem(f'"{unknown[0]}" says nothing about an answer', f"known are {', '.join(sorted(_KEYS))}").within(
            unknown[0]
        )
    state = raw.get("state", "answered" if "value" in raw else None)
    if state not in _STATES:
        hint = f"write one of {', '.join(_STATES)}"
        if state is None:
            return Problem("there is neither a value nor a state", hint)
        return Problem(f"{described(state)} is not a state", hint).within("state")
    if (state == State.ANSWERED) != (raw.get("value") is not None):
        message = "an answered question needs its value" if state == State.ANSWERED else f"{state} has no value"
        return Problem(message).within("state" if "state" in raw else "value")
    return _frame(State(state), raw)


def _frame(state: State, raw: Mapping[str, Any]) -> Answer | Problem:
    sure, by, to = raw.get("sure"), raw.get("by"), raw.get("to")
    if sure is not None and sure not in tuple(Sure):
        return Problem(f"{described(sure)} is not a degree of sureness", f"write one of {', '.join(Sure)}").within(
            "sure"
        )
    if state is State.DEFERRED and not isinstance(to, str):
        return Problem("a deferred question needs to say whom to ask", "add `to:` with a name").within("state")
    for key in ("to", "note"):
        if raw.get(key) is not None and not isinstance(raw[key], str):
            return Problem(f"expected a text, found {described(raw[key])}", "put it in quotes").within(key)
    day = None if by is None else read_day(str(by))
    if isinstance(day, Problem):
        return day.within("by")
    evidence = raw.get("evidence") or []
    evidence = [evidence] if isinstance(evidence, str) else evidence
    if not isinstance(evidence, list) or not all(isinstance(piece, str) for piece in evidence):
        return Problem("expected a list of texts", "write [first, second]").within("evidence")
    note = raw.get("note")
    return Answer(state, None, to, day, None, None, None if sure is None else Sure(sure), note, tuple(evidence))
