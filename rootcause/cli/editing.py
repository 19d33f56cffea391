"""The whole questionnaire in the person's own editor, which opens again until all that stands there can be taken."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from rootcause.case.atomic import write_atomic
from rootcause.cli.answers_file import AnswersFile, parse_answers_file
from rootcause.cli.course import EXIT_LEFT, Terms, conclude, take
from rootcause.cli.naming import title_before
from rootcause.cli.output import near, say
from rootcause.cli.remarks import Remarked, remark
from rootcause.cli.session import Session
from rootcause.cli.submission import Submission
from rootcause.errors import CaseError, RootcauseError
from rootcause.interview.sheet import write_sheet
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.diagnostic import Diagnostic, Severity, render_all
from rootcause.source.text import SourceText
from rootcause.terminal.editor import edit, file_of_its_own
from rootcause.terminal.presence import can_ask

_LISTED_AT_MOST: Final = 20


def write_answers(session: Session, submission: Submission, terms: Terms, environ: Mapping[str, str]) -> int:
    """Take what was handed in, have the rest written, then finish or say what is open; the exit code."""
    if terms.no_input:
        raise RootcauseError("--editor asks everything, and --no-input asks nothing", hint="leave one of them out")
    if not (environ.get("VISUAL") or environ.get("EDITOR") or can_ask(sys.stdin, sys.stdout)):
        raise RootcauseError("there is no terminal for an editor", hint="set EDITOR, or hand answers in with -a FILE")
    take(session, submission, defaults=False)
    sheet = _Sheet(session, environ)
    try:
        is_done = sheet.fill_in()
    finally:
        if sheet.wrong:
            say(f"{render_all(sheet.wrong)}\nThis is not saved as an answer; the file is kept in {near(sheet.kept)}.")
    missing = session.interview.missing()
    if is_done and not missing:
        conclude(session, terms)
        return 0
    if missing:
        say(_still_open(session))
    if session.is_saved:
        say(f"Saved. Go on with: {terms.command('resume', session.case.id)} --editor")
    else:
        say("Nothing was answered, so nothing is saved.")
    return EXIT_LEFT


class _Sheet:
    """The file while it goes back and forth, and what is wrong in it; while something is, it lies in the case as well.

    `settled` is what stands in it and needs no taking, as it was written.
    """

    def __init__(self, session: Session, environ: Mapping[str, str]) -> None:
        self.wrong: tuple[Diagnostic, ...] = ()
        self._session = session
        self._environ = environ
        self._is_new = not session.is_saved
        self._head: dict[str, str | None] = {"questionnaire": session.case.questionnaire.id}
        if self._is_new:
            self._head["title"] = None if _is_untitled(session) else session.case.title
        self._blank = write_sheet(session.interview, head=self._head)
        self._settled: dict[str, str] = {}
        file = parse_answers_file(SourceText("", self._blank))
        assert isinstance(file, AnswersFile)
        self._settle(file.answers)

    @cached_property
    def kept(self) -> Path:
        """Where in the case it lies; one that was left there before stays."""
        names = (f"not-taken-{number}.yaml" if number > 1 else "not-taken.yaml" for number in count(1))
        return next(path for name in names if not (path := self._session.folder / name).exists())

    def fill_in(self) -> bool:
        """Have it edited until all can be taken, or the person leaves it as it is; false when they gave it up."""
        shown = Remarked(self._blank)
        while True:
            made = self._edited(shown.text)
            if made == shown.text or not made.strip():
                return bool(made.strip()) and not self.wrong
            text = shown.without_remarks(made)
            with _kept_elsewhere(text):
                was_wrong, self.wrong = bool(self.wrong), self._take(text)
                if self.wrong:
                    write_atomic(self.kept, text.encode())
            if not self.wrong:
                if was_wrong:
                    self.kept.unlink(missing_ok=True)
                return True
            shown = remark(text, self.wrong)

    def _edited(self, text: str) -> str:
        try:
            made = edit(text, (), self._environ, suffix=".yaml")
        except KeyboardInterrupt as error:
            say(str(error))
            raise
        if isinstance(made, Problem):
            raise RootcauseError(made.message, hint=made.hint)
        return made

    def _take(self, text: str) -> tuple[Diagnostic, ...]:
        """Save all answers that are new and right; what is wrong, at its place."""
        file = parse_answers_file(SourceText("in the editor", text))
        if not isinstance(file, AnswersFile):
            return file
        new = {id: raw for id, raw in file.answers.items() if raw is not None and self._settled.get(id) != repr(raw)}
        handed_in = Submission((replace(file, head=file.head.model_copy(update={"answers": new})),))
        self._entitle(file)
        filled = self._session.take(handed_in, defaults=False)
        refused = {str(problem.where[0]) for problem in filled.problems}
        self._settle({id: raw for id, raw in new.items() if id not in refused})
        return (*self._foreign_head(file), *handed_in.objections(filled, self._session.interview.questionnaire))

    def _settle(self, answers: Mapping[str, Any]) -> None:
        # Written out, because 1 and true are equal.
        questions = self._session.interview.questionnaire.questions
        self._settled |= {id: repr(raw) for id, raw in answers.items() if id in questions}

    def _entitle(self, file: AnswersFile) -> None:
        """Call a new case what the file says, else after its problem. Its folder is made with the first answer."""
        session, title = self._session, file.head.title
        if not self._is_new:
            return
        if not title and _is_untitled(session):
            title = title_before(session.interview.questionnaire, file.answers, session.case.language)
        if title and title != session.case.title:
            session.case = replace(session.case, title=title)
            if session.is_saved:
                session.save(session.interview)

    def _foreign_head(self, file: AnswersFile) -> list[Diagnostic]:
        """What was written above the answers; a case has that already."""
        written = {key: value for key, value in file.head.model_dump(exclude={"answers"}).items() if value}
        return [
            Diagnostic(
                "answers-file",
                Severity.ERROR,
                f'"{key}" of a case is not changed here',
                file.tree.key_span((key,)),
                file.source,
                help="take the line out",
            )
            for key, value in written.items()
            if self._head.get(key) != value and not (key == "title" and self._is_new)
        ]


def _is_untitled(session: Session) -> bool:
    """Whether nobody gave the case a title: it has that of the questionnaire."""
    return session.case.title == session.interview.questionnaire.title.in_language(session.case.language)


@contextmanager
def _kept_elsewhere(text: str) -> Iterator[None]:
    """Where the case cannot be saved, the error says in which file what was written is instead."""
    try:
        yield
    except CaseError as error:
        kept = f"what you wrote is kept in {file_of_its_own(text, '.yaml')}"
        raise CaseError(error.message, hint=f"{error.hint}; {kept}" if error.hint else kept) from error


def _still_open(session: Session) -> str:
    interview = session.interview
    missing = interview.missing()
    count = "1 question still needs" if len(missing) == 1 else f"{len(missing)} questions still need"
    lines = [f"{count} an answer:"]
    for key in missing[:_LISTED_AT_MOST]:
        lines.append(f"  {key}: {' '.join(interview.words(interview.question(key).ask, key).split())}")
    if len(missing) > _LISTED_AT_MOST:
        lines.append(f"  and {len(missing) - _LISTED_AT_MOST} more")
    return "\n".join(lines)
