"""A case while it is answered: whatever the interview accepts is on the disk before the next question is put."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from rootcause.case.changes import left, updated
from rootcause.case.draft import DraftFile
from rootcause.case.model import Case
from rootcause.case.since import Since
from rootcause.case.store import CaseStore, OpenCase
from rootcause.cli.naming import title_from
from rootcause.cli.output import say
from rootcause.cli.submission import Submission
from rootcause.errors import CaseError
from rootcause.interview.answers import AnswerKey, Rows
from rootcause.interview.conduct import conduct
from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Interviewer
from rootcause.interview.scripted import Filled, fill
from rootcause.interview.selection import Selection
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.wording import show


class Session:
    """An interview and the case that keeps its answers. A context manager: meanwhile nobody else may change the case.

    `opened` is None for a case that is yet to be made; it gets its folder with the first answer. `since` is what came
    in since the person stopped.
    """

    def __init__(
        self,
        store: CaseStore,
        case: Case,
        interview: Interview,
        opened: OpenCase | None = None,
        *,
        since: Since | None = None,
        verbose: bool = False,
    ) -> None:
        self.since = since or Since()
        self.interview = interview
        self.case = case
        self._store = store
        self._opened = opened
        self._verbose = verbose
        self._refusal: CaseError | None = None

    @property
    def is_saved(self) -> bool:
        """Whether the case has a folder."""
        return self._opened is not None

    @property
    def folder(self) -> Path:
        """Where the case lies; it is made if need be."""
        return self._open().folder

    def take(self, submission: Submission, *, defaults: bool) -> Filled:
        """Take what was handed in; without `defaults`, a question that has one waits for a person."""
        filled = fill(self.interview, submission.answers, self.save, defaults=defaults)
        self.interview = filled.interview
        return filled

    @cached_property
    def drafts(self) -> DraftFile:
        """What is typed and not said yet; a new case gets its folder with the first of it."""
        return DraftFile(self.folder if self._opened is not None else lambda: self.folder)

    def ask(self, interviewer: Interviewer, *, looking: bool = False) -> bool:
        """Put what is open, with `looking` after a look over everything; whether the person wants the report.

        Raises CaseError when an answer could not be saved and the person gave up on it.
        """
        if self._opened is None:
            self._store.check_writable()  # better to learn it now than after the first answer
        ended = conduct(self.interview, interviewer, self._keep, looking=looking)
        self.interview = ended.interview
        unsaved = [] if ended.unsaved is None else [*_said(ended.unsaved, self.case)]
        unsaved += self.drafts.unsaved.items()
        if unsaved:
            raise self._not_saved(unsaved)
        if not ended.finished:
            self._leave()
        return ended.finished

    def _leave(self) -> None:
        """Note that the person stopped here; where that cannot be written down, nothing that was said is lost."""
        if self._opened is not None:
            now, at = self.interview.clock(), self.interview.next_key()
            with contextlib.suppress(CaseError):
                self._opened.save(left(self.case, at=at, now=now, who=self.interview.who))
                self.case = self._opened.case

    def save(self, interview: Interview) -> None:
        """Put the interview on the disk; where it stands is where the case will be taken up again."""
        self._save(interview, interview.next_key())
        if self._verbose:
            for key in interview.changed:
                say(f"saved {key}")

    def _keep(self, interview: Interview) -> Problem | None:
        """Save; a problem says why that is not possible now."""
        try:
            self.save(interview)
        except CaseError as error:
            self._refusal = error
            return Problem(f"not saved: {error.message}", f"{error.hint or 'mend it'}; then say it once more")
        return None

    def _not_saved(self, unsaved: Sequence[tuple[str, str]]) -> CaseError:
        """The error that holds what the person said last, so that nobody has to remember it."""
        error = self._refusal or CaseError("the case could not be saved", hint="make room, then: rootcause resume")
        said = "\n".join(f"  {key}: {text}" for key, text in unsaved)
        return CaseError(f"{error.message}\nthis answer is not saved:\n{said}", hint=error.hint)

    def finish(self) -> None:
        """Mark the case as finished, though questions that need no answer may be open.

        After a short run it goes on, when somebody takes it up, with what was left out; and so does a case in which
        something is missing.
        """
        rest = replace(self.interview, selection=Selection.ALL, at=None)
        goes_on = self.interview.left_out() or self.interview.missing()
        self._save(self.interview, rest.next_key() if goes_on else None)

    def _save(self, interview: Interview, at: AnswerKey | None) -> None:
        case = updated(
            self.case,
            interview.answers,
            at=at,
            now=interview.clock(),
            who=interview.who,
            remarks=interview.remarks,
        )
        case = replace(case, title=title_from(interview) or case.title) if self._is_untitled else case
        if self._opened is None:
            self.case = case
            self._open()  # the folder gets its name from the title, if that is known by now
        else:
            self._opened.save(case)
            self.case = case
        self.interview = interview

    @property
    def _is_untitled(self) -> bool:
        return self.case.title == self.interview.questionnaire.title.in_language(self.case.language)

    def _open(self) -> OpenCase:
        if self._opened is None:
            self._opened = self._store.create(self.case)
            self.case = self._opened.case
            first = re.sub(r"-\d+$", "", self.case.id)
            if first != self.case.id and first in self._store.ids():
                say(f'note: there is a case "{first}" already; to go on with that one: rootcause resume {first}')
        return self._opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._opened is not None:
            self._opened.close()


def _said(interview: Interview, saved: Case) -> Iterator[tuple[str, str]]:
    """What was said last, in words: answers, and remarks about those to come."""
    for key in interview.changed:
        answer = interview.answers.get(key)
        if answer is None or isinstance(answer.value, Rows):
            continue
        said = answer.state if answer.value is None else show(interview.question(key), answer.value, interview.language)
        yield str(key), "; ".join(filter(None, (said, answer.to, answer.note, *answer.evidence)))
    for key, remark in interview.remarks.items():
        if remark != saved.remarks.get(key):
            yield str(key), "; ".join(filter(None, (remark.note, *remark.evidence, remark.sure)))
