"""A case while it is answered: whatever the interview accepts is on the disk before the next question is put."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from rootcause.case.changes import updated
from rootcause.case.model import Case
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
from rootcause.questionnaire.response.wording import show


class Session:
    """An interview and the case that keeps its answers. A context manager: meanwhile nobody else may change the case.

    `opened` is None for a case that is yet to be made; it gets its folder with the first answer.
    """

    def __init__(
        self,
        store: CaseStore,
        case: Case,
        interview: Interview,
        opened: OpenCase | None = None,
        *,
        verbose: bool = False,
    ) -> None:
        self.interview = interview
        self.case = case
        self._store = store
        self._opened = opened
        self._verbose = verbose

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

    def ask(self, interviewer: Interviewer) -> None:
        """Put what is open, until nothing is left or the person leaves."""
        if self._opened is None:
            self._store.check_writable()  # better to learn it now than after the first answer
        self.interview = conduct(self.interview, interviewer, self._keep)

    def save(self, interview: Interview) -> None:
        """Put the interview on the disk; where it stands is where the case will be taken up again."""
        self._save(interview, interview.next_key())
        if self._verbose:
            for key in interview.changed:
                say(f"saved {key}")

    def _keep(self, interview: Interview) -> None:
        """Save; what the person just said and cannot be saved is in the error, so that nobody types it twice."""
        try:
            self.save(interview)
        except CaseError as error:
            unsaved = "\n".join(f"  {key}: {said}" for key, said in _said(interview))
            told = f"{error.message}\nthis answer is not saved:\n{unsaved}" if unsaved else error.message
            raise CaseError(told, hint=error.hint) from error

    def finish(self) -> None:
        """Mark the case as finished, though questions that need no answer may be open."""
        self._save(self.interview, None)

    def _save(self, interview: Interview, at: AnswerKey | None) -> None:
        case = updated(self.case, interview.answers, at=at, now=interview.clock(), who=interview.who)
        self.case = replace(case, title=title_from(interview) or case.title) if self._is_untitled else case
        if self._opened is None:
            self._open()  # the folder gets its name from the title, if that is known by now
        else:
            self._opened.save(self.case)

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


def _said(interview: Interview) -> Iterator[tuple[AnswerKey, str]]:
    """What was answered last, in words."""
    for key in interview.changed:
        answer = interview.answers.get(key)
        if answer is None or isinstance(answer.value, Rows):
            continue
        said = answer.state if answer.value is None else show(interview.question(key), answer.value, interview.language)
        yield key, "; ".join(filter(None, (said, answer.to, answer.note, *answer.evidence)))
