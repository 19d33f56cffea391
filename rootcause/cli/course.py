"""How triage and resume go: take what was handed in, ask what is open, then finish or say what is missing."""

from __future__ import annotations

import os
import shlex
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from rootcause.cli.agreement import check_meant_for
from rootcause.cli.doubting import Doubting
from rootcause.cli.output import near, say, write_document
from rootcause.cli.reporting.document import document
from rootcause.cli.reporting.moment import epoch
from rootcause.cli.reporting.theme_file import chosen_theme
from rootcause.cli.reporting.wishes import Wishes, format_of
from rootcause.cli.session import Session
from rootcause.cli.submission import Submission, read_submission
from rootcause.cli.taking_up import interview_of
from rootcause.cli.whereabouts import command, here
from rootcause.errors import RootcauseError
from rootcause.interview.answers import Rows, State
from rootcause.interview.interview import Interview
from rootcause.interview.selection import Selection
from rootcause.source.diagnostic import Diagnostic, render_all
from rootcause.terminal.presence import can_ask

if TYPE_CHECKING:
    from rootcause.terminal.choose import Host
    from rootcause.terminal.welcome import Doing

EXIT_LEFT: Final = 130
REPORT: Final = "report.md"

_LISTED_AT_MOST: Final = 20


class Terms(Struct, frozen=True):
    """Where cases lie when an option says so, whether and how somebody is asked, where the report goes besides."""

    cases: str | None
    no_input: bool = False
    accessible: bool = False
    output: str | None = None

    def command(self, name: str, case: str) -> str:
        """A command on that case, to be typed as it stands."""
        return command(name, case, self.cases)


def person(terms: Terms, session: Session) -> Host | None:
    """Whoever sits at the terminal; None when nobody can be asked."""
    if terms.no_input or not can_ask(sys.stdin, sys.stdout):
        return None
    from rootcause.terminal.choose import interviewer

    language = session.case.language
    return interviewer(os.environ, terms.accessible, sys.stdin, sys.stdout, language=language, drafts=session.drafts)


def go_through(session: Session, submission: Submission, terms: Terms) -> int:
    """Take, ask and conclude; the exit code. Raises RootcauseError when answers are missing at the end.

    Somebody who takes up a case in which nothing is open looks it over; handed-in answers that leave nothing open
    need nobody.
    """
    asked = person(terms, session)
    objections = take(session, submission, defaults=asked is None)
    is_settled = session.interview.next_key() is None
    if asked is not None and not (is_settled and submission.files):
        return _in_person(session, asked, terms)
    if objections or session.interview.missing():
        raise incomplete(session, submission, len(objections), terms)
    conclude(session, terms)
    return 0


def _in_person(session: Session, asked: Host, terms: Terms) -> int:
    from rootcause.cli.second_look import SecondLook
    from rootcause.terminal.session import wishes_to_leave_are_kept
    from rootcause.terminal.welcome import Doing

    with wishes_to_leave_are_kept():
        doing = _welcome(session, asked)
        doubting = Doubting()
        looking = SecondLook(asked, session, doubting)
        finished = doing is not Doing.LEAVE and session.ask(looking, looking=doing is Doing.LOOK)
    if finished:
        conclude(session, terms, doubting)
        return 0
    doubting.tell_fault()
    if session.is_saved:
        say(f"Saved. Go on with: {going_on(session, terms)}")
    else:
        say("Nothing was begun.")
    return EXIT_LEFT


def _welcome(session: Session, asked: Host) -> Doing:
    """What the person wants to do, after files that they name there were taken."""
    from rootcause.cli.greeting import opening_of
    from rootcause.terminal.welcome import Doing, FromFile

    if session.interview.next_key() is None:
        return Doing.LOOK
    while True:
        doing = asked.welcome(opening_of(session))
        if not isinstance(doing, FromFile):
            return doing
        try:
            submission = read_submission((doing.path,), ())
            check_meant_for(session.case.questionnaire, submission)
        except RootcauseError as error:
            say("\n".join(filter(None, (error.message, error.hint))))
            continue
        take(session, submission, defaults=False)
        say(f"{_count(len(submission.answers), 'answer')} read from {doing.path}.")


def going_on(session: Session, terms: Terms) -> str:
    """The command to go on with; a short run stays one."""
    selection = session.interview.selection
    only = "" if selection is Selection.ALL else f" --only {selection}"
    return terms.command("resume", session.case.id) + only


def take(session: Session, submission: Submission, *, defaults: bool) -> Sequence[Diagnostic]:
    """Take what was handed in and say what is wrong with it."""
    if not submission.files and not defaults:
        return ()
    filled = session.take(submission, defaults=defaults)
    objections = submission.objections(filled, session.interview.questionnaire)
    if objections:
        say(render_all(objections))
    for id in filled.not_asked:
        say(f'note: "{id}" is not asked after the other answers; its answer is kept, but not reported')
    return objections


def conclude(session: Session, terms: Terms, doubting: Doubting | None = None) -> None:
    """Mark the case as finished, write its report into its folder and where it was asked for."""
    moment = epoch(os.environ)
    session.finish()
    interview = session.interview
    if moment is not None:
        interview = interview_of(session.case, interview.questionnaire, lambda: moment)
    theme = chosen_theme(None, here())
    beside, format = session.folder / REPORT, format_of(terms.output)
    made = document(session.case, interview, Wishes(), theme, not_after=moment)
    write_document(made.content, str(beside))
    if terms.output is not None:
        if format != "md":
            made = document(session.case, interview, Wishes(format), theme, not_after=moment)
        write_document(made.content, terms.output)
    elsewhere = f" and in {terms.output}" if terms.output not in (None, "-") else ""
    rest = len(session.interview.missing()) + len(session.interview.left_out())
    if rest:
        say(f"{_tally(session.interview).capitalize()}; {_count(rest, 'question')} still open.")
        say(f"Go on with: {terms.command('resume', session.case.id)}")
    else:
        say(f"Finished: {_tally(session.interview)}.")
    say(f"The report is in {near(beside)}{elsewhere}.")
    (doubting or Doubting()).tell(session.case, interview, terms.command("check", session.case.id))
    _tell_what_is_open(session, interview, terms)
    _tell_what_was_seen_before(session, interview, terms)
    waiting = {answer.to for answer in interview.active().values() if answer.state is State.DEFERRED and answer.to}
    if waiting:
        who = ", ".join(sorted(waiting))
        say(f"When {who} has answered: {terms.command('resume', session.case.id)} --only deferred")


def _tell_what_is_open(session: Session, interview: Interview, terms: Terms) -> None:
    """So that nobody has to remember where actions are listed."""
    from rootcause.analysis.follow_ups import follow_ups
    from rootcause.cli.recording import record_of

    left = [one for one in follow_ups(record_of(session.case, interview)) if not one.is_done]
    if left:
        first = min((one.due for one in left if one.due is not None), default=None)
        when = "" if first is None else f", the first by {first}"
        what = "1 thing is to be done" if len(left) == 1 else f"{len(left)} things are to be done"
        say(f"{what}{when}: {terms.command('actions --case', session.case.id)}")


def _tell_what_was_seen_before(session: Session, interview: Interview, terms: Terms) -> None:
    """A case is closed all the same when the others cannot be looked through."""
    from rootcause.cli.recording import record_of
    from rootcause.cli.seen_before import SeenBefore, tell

    try:
        with SeenBefore(terms.cases) as seen:
            found = seen.unlinked(session.case, record_of(session.case, interview))
    except RootcauseError as error:
        say(f"note: earlier cases could not be looked through: {error.message}")
        return
    tell(found, session.case.id, terms.cases)


def incomplete(session: Session, submission: Submission, objections: int, terms: Terms) -> RootcauseError:
    """The error that names what is missing and the command to go on with."""
    missing = session.interview.missing()
    told = [f"{_count(objections, 'answer')} could not be taken"] if objections else []
    told += [f"{_count(len(missing), 'question')} still {'needs' if len(missing) == 1 else 'need'} an answer"]
    lines = [" and ".join(told if missing else told[:1])]
    for key in missing[:_LISTED_AT_MOST]:
        asked = session.interview.words(session.interview.question(key).ask, key)
        problem = session.interview.problem(key)
        objection = "" if problem is None else f" ({problem.message})"
        lines.append(f"  {key}: {' '.join(asked.split())}{objection}")
    if len(missing) > _LISTED_AT_MOST:
        lines.append(f"  and {len(missing) - _LISTED_AT_MOST} more")
    if session.is_saved:
        files = " ".join(f"-a {shlex.quote(path)}" for path in submission.paths) or "-a FILE"
        hint = f"what was taken is saved; go on with: {terms.command('resume', session.case.id)} {files}"
    else:
        tree = f"rootcause questionnaires {session.case.questionnaire.path or session.case.questionnaire.id} --tree"
        hint = f"answer in a terminal, or with -a FILE; what stands in such a file is shown by: {tree}"
    return RootcauseError("\n".join(lines), hint=hint)


def _tally(interview: Interview) -> str:
    asked = set(interview.asked())
    # A list is not an answer of its own beside those in its rows.
    given = {key: answer for key, answer in interview.active().items() if not isinstance(answer.value, Rows)}
    states = Counter(answer.state for key, answer in given.items() if key in asked)
    words = {
        State.ANSWERED: "answered",
        State.UNKNOWN: "not known",
        State.DEFERRED: "waiting for somebody else",
        State.SKIPPED: "skipped",
    }
    return ", ".join(f"{states[state]} {word}" for state, word in words.items() if states[state]) or "nothing was asked"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
