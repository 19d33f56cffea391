"""Opens sessions: with a new case, or with one that was saved."""

from __future__ import annotations

from rootcause.case.draft import DraftFile
from rootcause.case.model import Case
from rootcause.case.since import since_left
from rootcause.cli.session import Session
from rootcause.cli.taking_up import clock_in, fitted, interview_of, load_for, renamed_of, tell_changes, zone_of
from rootcause.cli.whereabouts import store_at
from rootcause.errors import CaseError
from rootcause.interview.reconcile import newly_asked
from rootcause.interview.selection import Selection
from rootcause.questionnaire.model import Questionnaire


def begin(
    case: Case,
    questionnaire: Questionnaire,
    cases: str | None,
    *,
    selection: Selection = Selection.ALL,
    verbose: bool = False,
) -> Session:
    """A session with a case that gets its folder with the first answer."""
    interview = interview_of(case, questionnaire, clock_in(case.timezone), who=case.by, selection=selection)
    return Session(store_at(cases), case, interview, verbose=verbose)


def take_up(
    reference: str | None,
    cases: str | None,
    *,
    questionnaire: str | None = None,
    who: str | None = None,
    same_person: bool = False,
    zone: str | None = None,
    selection: Selection = Selection.ALL,
    verbose: bool = False,
) -> Session:
    """A session with a saved case, the latest unfinished one when none is named.

    `who` answers from now on; with `same_person`, whoever began the case does where nobody is named. Times
    given now lie in `zone`, where that is known.
    """
    store = store_at(cases)
    waits = selection is Selection.DEFERRED
    found = reference or store.latest(lambda case: case.deferred > 0 if waits else case.unfinished)
    if found is None:
        kind = "case that waits for somebody" if waits else "unfinished case"
        raise CaseError(f"there is no {kind} in {store.root}", hint="name one; rootcause cases lists them all")
    opened = store.open(found)
    try:
        case = opened.case
        asks, ref = load_for(case, cases, questionnaire)
        clock = clock_in(zone_of(case))
        who = who or (case.by if same_person else None)
        since = since_left(case, who)
        case, changes = fitted(case, asks, ref, now=clock(), who=who)
        interview = interview_of(case, asks, clock, who=who, zone=zone, selection=selection)
        if case is not opened.case:
            opened.save(case)
            drafts = DraftFile(opened.folder)
            drafts.rename(renamed_of(asks, drafts.keys()))
        tell_changes(case, changes, newly_asked(interview) if changes else ())
    except BaseException:
        opened.close()
        raise
    return Session(store, case, interview, opened, since=since, verbose=verbose)
