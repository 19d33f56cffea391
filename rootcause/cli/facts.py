"""What there is to know of a case besides its answers."""

from __future__ import annotations

from collections.abc import Sequence

from rootcause.case.model import Case
from rootcause.interview.interview import Interview
from rootcause.questionnaire.response.moments import show_moment


def facts(case: Case, interview: Interview) -> Sequence[tuple[str, str]]:
    """Names and facts, the case itself first."""
    found = [
        ("case", case.id),
        ("questionnaire", f"{case.questionnaire.id} {case.questionnaire.version}"),
        ("begun", show_moment(case.begun.replace(second=0)) + (f", by {case.by}" if case.by else "")),
        ("state", _state(case, interview)),
    ]
    found += [("set aside", f"{aside.key}: {aside.reason}") for aside in case.set_aside]
    return found


def _state(case: Case, interview: Interview) -> str:
    missing = interview.missing()
    if missing:
        return f"{'1 question is' if len(missing) == 1 else f'{len(missing)} questions are'} open, {missing[0]} first"
    return "a question that may stay open is left" if case.unfinished else "finished"
