"""A case taken out of one file: what would happen is said first, and done when that is wished."""

from __future__ import annotations

import enum
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rootcause.case.archive import CASE, QUESTIONNAIRE, Archive, digest, objection_to_case
from rootcause.case.atomic import sync_folder, write_atomic
from rootcause.case.faults import in_words
from rootcause.case.manifest import FileEntry
from rootcause.case.model import Case, Event
from rootcause.case.record import from_json, to_json
from rootcause.case.store import CASE_FILE, CaseStore
from rootcause.cli.course import REPORT
from rootcause.cli.output import near, say
from rootcause.cli.whereabouts import command, store_at
from rootcause.errors import CaseError, RootcauseError
from rootcause.interview.answers import State


class Compared(enum.StrEnum):
    """How a case in an archive stands to the one that is there under its name."""

    NEW = "new"
    SAME = "same"
    MORE_FILES = "more files"
    AHEAD = "ahead"
    BEHIND = "behind"
    OTHER = "other"


class Arrival(Struct, frozen=True):
    """What would be taken in, under which name; `files` are those that the case there does not have, or not so."""

    name: str
    case: Case
    compared: Compared
    here: Case | None = None
    files: tuple[FileEntry, ...] = ()


_BRINGS_SOMETHING: Final = (Compared.AHEAD, Compared.MORE_FILES)


def unpack(file: str, name: str | None, cases: str | None, *, apply: bool, update: bool) -> None:
    """Check an archive, say what it holds, and with `apply` take the case in. Raises RootcauseError."""
    store = store_at(cases)
    with Archive(Path(file)) as archive:
        archive.check()
        arrival = _arrival(archive, store, name)
        _tell(archive, arrival, store)
        if not apply:
            say(f"Nothing was written. {_advice(arrival)}")
            return
        if arrival.compared is Compared.NEW or (update and arrival.compared in _BRINGS_SOMETHING):
            if arrival.compared is Compared.NEW:
                _take_in(archive, arrival, store)
            else:
                _bring_up_to_date(archive, arrival, store)
            say(f"It is there. Look at it with: {command('show', arrival.name, cases)}")
            return
        if arrival.compared is Compared.SAME:
            say("Nothing had to be written.")
            return
        raise RootcauseError(f'there is a case "{arrival.name}" already, nothing was written', hint=_advice(arrival))


def _arrival(archive: Archive, store: CaseStore, name: str | None) -> Arrival:
    found = archive.manifest
    where = f"{archive.path}: {CASE}{CASE_FILE}"
    try:
        text = archive.data(CASE + CASE_FILE).decode()
    except UnicodeDecodeError as error:
        raise CaseError(f"{where}: byte {error.start + 1} is not UTF-8", hint="have the case exported again") from error
    case = from_json(text, where)
    called = found.case if name is None else name
    if reason := objection_to_case(called):
        raise RootcauseError(f'"{called[:80]}" is no name for a case: {reason}', hint="name another one with --as")
    if not (store.root / called).exists():
        return Arrival(called, case, Compared.NEW)
    here = store.read(store.root / called / CASE_FILE)
    compared, files = _compared(here, case), tuple(_lacking(archive, store.root / called))
    if compared is Compared.SAME and files:
        compared = Compared.MORE_FILES
    return Arrival(called, case, compared, here, files)


def _lacking(archive: Archive, folder: Path) -> Iterator[FileEntry]:
    """The files that the case in that folder does not have.

    A report is none of them, for it can be written again, nor is a questionnaire that went there with the case.
    """
    asks = PurePosixPath(archive.manifest.questionnaire.file or "")
    with in_words(f"could not look through {folder}"):
        for one in archive.manifest.files:
            inside = one.name.removeprefix(CASE)
            if inside in (one.name, CASE_FILE, REPORT) or (
                inside.count("/") and asks.parent in PurePosixPath(one.name).parents
            ):
                continue
            if _place(folder / inside, one.sha256) is not None:
                yield one


def _place(wanted: Path, sha256: str) -> Path | None:
    """Where a file with that content goes to: what is there already stays. None when it is there."""
    for number in itertools.count():
        name = (
            wanted.name if not number else f"{wanted.stem}.imported{f'-{number}' if number > 1 else ''}{wanted.suffix}"
        )
        path = wanted.with_name(name)
        if not path.exists():
            return path
        if path.is_file() and digest(path) == sha256:
            return None
    raise AssertionError


def _compared(here: Case, there: Case) -> Compared:
    ours, theirs = here.history, there.history
    if ours == theirs:
        return Compared.SAME if here.answers == there.answers else Compared.OTHER
    if _begins_with(theirs, ours):
        return Compared.AHEAD
    return Compared.BEHIND if _begins_with(ours, theirs) else Compared.OTHER


def _begins_with(whole: Sequence[Event], first: Sequence[Event]) -> bool:
    return len(first) > 0 and whole[: len(first)] == first


def _tell(archive: Archive, arrival: Arrival, store: CaseStore) -> None:
    found, case = archive.manifest, arrival.case
    answered = sum(answer.state is State.ANSWERED for answer in case.answers.values())
    say(f"{found.title}")
    say(f"  questionnaire {case.questionnaire.id} {case.questionnaire.version}, {answered} answers")
    say(f"  {len(found.files)} files, {found.size:,} bytes, all as they were packed by {found.made_by}")
    where = near(store.root / arrival.name)
    match arrival.compared:
        case Compared.NEW:
            say(f"  goes to {where}, where nothing is yet")
        case Compared.SAME:
            say(f"  is in {where} already, with the same answers and history")
        case Compared.AHEAD:
            more = len(case.history) - len(arrival.here.history if arrival.here else ())
            entries = "one more entry" if more == 1 else f"{more} more entries"
            say(f"  is in {where} already; the file has {entries} of the history")
        case Compared.MORE_FILES:
            say(f"  is in {where} already, with the same answers and history")
        case Compared.BEHIND:
            say(f"  is in {where} already, and further there than in the file")
        case Compared.OTHER:
            say(f"  {where} holds another case, or both were changed")
    if arrival.compared in _BRINGS_SOMETHING:
        for one in arrival.files:
            say(f"  has not there: {one.name.removeprefix(CASE)}")


def _advice(arrival: Arrival) -> str:
    match arrival.compared:
        case Compared.NEW:
            return "Add --apply to take it in."
        case Compared.AHEAD | Compared.MORE_FILES:
            return "Add --apply --update to bring the case there up to date, or --as NAME to keep both."
        case Compared.SAME:
            return "There is nothing to do."
        case _:
            return "Add --as NAME to take it in beside the other one."


def _take_in(archive: Archive, arrival: Arrival, store: CaseStore) -> None:
    with in_words(f"could not write to {store.root}"):
        store.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=".import-", dir=store.root))
    try:
        archive.unpack(CASE, temporary)
        _with_questionnaire(archive, arrival, temporary, store.root / arrival.name)
        with in_words(f"could not write {store.root / arrival.name}"):
            sync_folder(temporary)
            os.rename(temporary, store.root / arrival.name)  # noqa: PTH104  # fails where something stands
            sync_folder(store.root)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _with_questionnaire(archive: Archive, arrival: Arrival, folder: Path, final: Path) -> None:
    """A questionnaire that came along is found in the folder of the case from now on."""
    file = archive.manifest.questionnaire.file
    if file is None:
        return
    beside = _free_folder(folder, QUESTIONNAIRE.rstrip("/"))
    archive.unpack(QUESTIONNAIRE, _made(folder / beside))
    path = (
        final / file.removeprefix(CASE) if file.startswith(CASE) else final / beside / file.removeprefix(QUESTIONNAIRE)
    )
    ref = replace(arrival.case.questionnaire, path=str(path.resolve()))
    write_atomic(folder / CASE_FILE, to_json(replace(arrival.case, id=arrival.name, questionnaire=ref)).encode())


def _free_folder(parent: Path, name: str) -> str:
    """That name, with a number where a file of the case has it."""
    numbered = (name if number == 1 else f"{name}-{number}" for number in itertools.count(1))
    return next(one for one in numbered if not (parent / one).exists())


def _bring_up_to_date(archive: Archive, arrival: Arrival, store: CaseStore) -> None:
    with store.open(store.root / arrival.name / CASE_FILE) as opened:
        if opened.case != arrival.here:
            raise RootcauseError(f'"{arrival.name}" was changed meanwhile', hint="try again")
        with tempfile.TemporaryDirectory(prefix=".import-", dir=store.root) as name:
            archive.unpack(CASE, Path(name))
            for one in arrival.files:
                inside = one.name.removeprefix(CASE)
                _put_beside(Path(name) / inside, _place(opened.folder / inside, one.sha256))
            if arrival.compared is Compared.AHEAD and (Path(name) / REPORT).is_file():
                _put_beside(Path(name) / REPORT, opened.folder / REPORT)
        if arrival.compared is Compared.MORE_FILES:
            return
        ref = opened.case.questionnaire
        known = ref.path if arrival.case.questionnaire.path is not None else None
        asked = replace(arrival.case.questionnaire, path=known)
        opened.save(replace(arrival.case, id=opened.case.id, questionnaire=asked))


def _put_beside(path: Path, target: Path | None) -> None:
    if target is not None:
        with in_words(f"could not write {target}"):
            _made(target.parent)
            os.replace(path, target)  # noqa: PTH105


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
