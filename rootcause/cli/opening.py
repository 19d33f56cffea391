"""Opens sessions: with a new case, or with one that was saved."""

from __future__ import annotations

from pathlib import Path

from rootcause.case.model import Case
from rootcause.cli.output import say
from rootcause.cli.session import Session
from rootcause.cli.taking_up import clock_in, fitted, interview_of, load_for
from rootcause.cli.whereabouts import store_at
from rootcause.errors import CaseError
from rootcause.interview.reconcile import newly_asked
from rootcause.questionnaire.model import Questionnaire


def begin(case: Case, questionnaire: Questionnaire, cases: str | None, *, verbose: bool) -> Session:
    """A session with a case that gets its folder with the first answer."""
    interview = interview_of(case, questionnaire, clock_in(case.timezone), who=case.by)
    return Session(store_at(cases), case, interview, verbose=verbose)


def take_up(
    reference: str | None,
    cases: str | None,
    *,
    questionnaire: str | None = None,
    who: str | None = None,
    same_person: bool = False,
    verbose: bool = False,
) -> Session:
    """A session with a saved case, the latest unfinished one when none is named.

    `who` answers from now on; with `same_person`, whoever began the case does where nobody is named.
    """
    store = store_at(cases)
    found = reference or store.latest_unfinished()
    if found is None:
        raise CaseError(f"there is no unfinished case in {store.root}", hint="name one; rootcause cases lists them all")
    opened = store.open(found)
    try:
        case = opened.case
        asks, ref = load_for(case, Path.cwd(), questionnaire)
        clock = clock_in(case.timezone)
        who = who or (case.by if same_person else None)
        case, changes = fitted(case, asks, ref, now=clock(), who=who)
        interview = interview_of(case, asks, clock, who=who)
        if case is not opened.case:
            opened.save(case)
        if changes:
            _tell(case, changes, [str(key) for key in newly_asked(interview)])
    except BaseException:
        opened.close()
        raise
    return Session(store, case, interview, opened, verbose=verbose)


def _tell(case: Case, changes: tuple[str, ...], new: list[str]) -> None:
    say(f'The questionnaire "{case.questionnaire.id}" has changed since this case was saved:')
    for change in changes:
        say(f"  {change}")
    if new:
        say(f"  new: {', '.join(new)}")
