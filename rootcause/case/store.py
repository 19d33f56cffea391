"""The folder of cases: making, finding, opening and deleting them. Knows files and locks; nothing of what is asked."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.structs import replace

from rootcause.case.atomic import make_folder, remove_stale, write_atomic
from rootcause.case.bounded import read_text
from rootcause.case.draft import DRAFTS_FILE
from rootcause.case.faults import in_words
from rootcause.case.lock import LOCK_FILE, lock_case
from rootcause.case.model import Case
from rootcause.case.naming import folder_names
from rootcause.case.record import Scribe, from_json
from rootcause.errors import CaseError
from rootcause.interview.answers import Rows, State

if TYPE_CHECKING:
    from filelock import BaseFileLock

CASE_FILE = "case.json"


class CaseSummary(Struct, frozen=True):
    """One line about a case. Of a case that cannot be read only the id and the `problem` are known."""

    id: str
    title: str | None = None
    questionnaire: str | None = None
    begun: datetime | None = None
    answered: int = 0
    unknown: int = 0
    deferred: int = 0
    unfinished: bool = False
    problem: str | None = None


class OpenCase:
    """A case that this program alone may change, until it is closed. A context manager."""

    def __init__(self, folder: Path, case: Case, lock: BaseFileLock) -> None:
        self.folder = folder
        self.case = case
        self._lock = lock
        self._scribe = Scribe()

    def save(self, case: Case) -> None:
        """Put the case on the disk; when this returns, no crash can lose it. Raises CaseError, then it was not saved.

        The case must follow from `self.case`, or answers of its history would be lost.
        """
        if not self._lock.is_locked:
            raise ValueError("the case was closed; open it again to save")
        write_atomic(self.folder / CASE_FILE, self._scribe.write(case).encode())
        self.case = case

    def close(self) -> None:
        """Let others change the case. Closing twice is fine."""
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class CaseStore:
    """All cases below one folder, which need not exist yet. `patience`: seconds to wait for a case in use."""

    def __init__(self, root: Path, *, patience: float = 0.3) -> None:
        self.root = root
        self.patience = patience

    def create(self, draft: Case) -> OpenCase:
        """The case in a new folder whose name becomes its id, already on the disk. Raises CaseError."""
        folder = self._new_folder(draft.title, draft.begun)
        case = replace(draft, id=folder.name)
        with contextlib.ExitStack() as undo:
            undo.callback(_remove_empty, folder)
            opened = OpenCase(folder, case, lock_case(folder, self.patience))
            undo.callback(opened.close)
            opened.save(case)
            undo.pop_all()
        return opened

    def check_writable(self) -> None:
        """Make sure that a case could be created here now. Raises CaseError."""
        import tempfile

        with in_words(f"could not make a folder for cases in {self.root}"):
            _make_folders(self.root)
            with tempfile.TemporaryDirectory(prefix=".", dir=self.root):
                pass

    def open(self, reference: str | Path) -> OpenCase:
        """The case of that id, part of an id, or folder, locked. Raises CaseError."""
        folder = self.folder(reference)
        lock = lock_case(folder, self.patience)
        with contextlib.ExitStack() as undo:
            undo.callback(lock.release)
            for name in (CASE_FILE, DRAFTS_FILE):
                remove_stale(folder / name)
            opened = OpenCase(folder, _read(folder), lock)
            undo.pop_all()
        return opened

    def read(self, reference: str | Path) -> Case:
        """The case of that id, part of an id, or folder, to be looked at only. Raises CaseError."""
        return _read(self.folder(reference))

    def folder(self, reference: str | Path) -> Path:
        """The folder of that case. A reference with a separator in it is a path, anything else is an id or part of one.

        Raises CaseError when there is no such case, or more than one.
        """
        text = str(reference)
        if text in (".", "..") or any(separator in text for separator in (os.sep, os.altsep) if separator):
            return _case_at(Path(text))
        return self.root / self.find(text)

    def find(self, text: str) -> str:
        """The id that is this text, else the only one that begins with it, else the only one that holds it."""
        ids = self.ids()
        if text in ids:
            return text
        wanted = text.casefold()
        for fits in (str.startswith, str.__contains__):
            found = [id for id in ids if wanted and fits(id.casefold(), wanted)]
            if len(found) == 1:
                return found[0]
            if found:
                more = f" and {len(found) - 5} more" if len(found) > 5 else ""
                raise CaseError(
                    f'"{text}" fits {len(found)} cases: {", ".join(found[:5])}{more}', hint="give more of the name"
                )
        raise self._unknown(text, ids)

    def ids(self) -> Sequence[str]:
        """The ids of all cases, in their order; those begun first come first."""
        with in_words(f"could not look through {self.root}"):
            try:
                with os.scandir(self.root) as entries:
                    # A link is not followed: it could lead out of the folder of cases.
                    names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
            except FileNotFoundError:
                return ()
        return sorted(name for name in names if not name.startswith(".") and _holds_case(self.root / name))

    def list(self) -> Sequence[CaseSummary]:
        """A line about each case; one that cannot be read says why and does not hide the others."""
        return [self._summary(id) for id in self.ids()]

    def latest(self, fits: Callable[[CaseSummary], bool]) -> str | None:
        """The id of the case saved last of those that fit, such as `lambda case: case.unfinished`."""
        saved: list[tuple[int, str]] = []
        for id in self.ids():
            with contextlib.suppress(OSError):  # deleted since we looked
                saved.append(((self.root / id / CASE_FILE).stat().st_mtime_ns, id))
        for _, id in sorted(saved, reverse=True):
            if fits(self._summary(id)):
                return id
        return None

    def delete(self, id: str) -> None:
        """Remove the case of exactly that id with all files in its folder; links in it are removed, not followed.

        Raises CaseError when there is no such case, another works on it, or a file cannot be removed.
        """
        ids = self.ids()
        if id not in ids:
            raise self._unknown(id, ids)
        import shutil

        folder = self.root / id
        with in_words(f"could not delete {folder}"), lock_case(folder, self.patience):
            entries = [entry for entry in folder.iterdir() if entry.name != LOCK_FILE]
            # `case.json` goes last: until then the case is there and can be deleted again.
            for entry in sorted(entries, key=lambda entry: entry.name == CASE_FILE):
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry)
                else:
                    entry.unlink()
        _remove_empty(folder)

    def _new_folder(self, title: str, begun: datetime) -> Path:
        with in_words(f"could not begin a case in {self.root}"):
            _make_folders(self.root)
            for name in folder_names(title, begun.date()):
                with contextlib.suppress(FileExistsError):
                    make_folder(self.root / name)
                    return self.root / name
        raise AssertionError("names never end")

    def _summary(self, id: str) -> CaseSummary:
        try:
            case = _read(self.root / id)
        except CaseError as error:
            return CaseSummary(id, problem=error.message)
        # A list is not an answer of its own beside those in its rows.
        states = [answer.state for answer in case.answers.values() if not isinstance(answer.value, Rows)]
        return CaseSummary(
            id=id,
            title=case.title,
            questionnaire=case.questionnaire.id,
            begun=case.begun,
            answered=states.count(State.ANSWERED),
            unknown=states.count(State.UNKNOWN),
            deferred=states.count(State.DEFERRED),
            unfinished=case.unfinished,
        )

    def _unknown(self, text: str, ids: Sequence[str]) -> CaseError:
        if not ids:
            return CaseError(f'no case "{text}": {self.root} holds no cases', hint="begin one with: rootcause triage")
        import difflib

        close = difflib.get_close_matches(text, ids, n=1, cutoff=0.4)
        meant = f'did you mean "{close[0]}"?' if close else "list them with: rootcause cases"
        return CaseError(f'no case "{text}" in {self.root}', hint=meant)


def _read(folder: Path) -> Case:
    path = folder / CASE_FILE
    case = from_json(read_text(path), str(path))
    # The folder's name is the id: people rename and copy folders.
    return case if case.id == folder.name else replace(case, id=folder.name)


def _holds_case(folder: Path) -> bool:
    try:
        return (folder / CASE_FILE).is_file()
    except OSError:  # not allowed to look; reading it will say so
        return True


def _case_at(path: Path) -> Path:
    folder = path.parent if path.name == CASE_FILE else path
    with in_words(f"could not open {path}"):
        if (folder / CASE_FILE).is_file():
            return folder.resolve()
    raise CaseError(f"{path} is no case: it holds no {CASE_FILE}", hint="give the id of a case, or its folder")


def _make_folders(path: Path) -> None:
    if not path.exists():
        _make_folders(path.parent)
        with contextlib.suppress(FileExistsError):
            make_folder(path)


def _remove_empty(folder: Path) -> None:
    """Remove a folder that holds a lock at most; anything else in it was put there by somebody and stays."""
    with contextlib.suppress(OSError):
        (folder / LOCK_FILE).unlink(missing_ok=True)
        folder.rmdir()
