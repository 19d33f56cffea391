"""Reads case files to the rows that they give, one after the other or many on all processors."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import msgspec
from msgspec import Struct
from msgspec.structs import astuple, replace

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.case.bounded import read_text
from rootcause.case.model import Case
from rootcause.case.record import from_json
from rootcause.case.store import CASE_FILE
from rootcause.errors import RootcauseError
from rootcause.index.rows import case_tables

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Cell = str | int | None
Rows = dict[str, list[tuple[Cell, ...]]]
"""Rows by the name of their table."""

_WORTH_FORKING: Final = 200
_TOGETHER: Final = 20
_BETWEEN_COLLECTIONS: Final = 2_000


class Fitted(Struct, frozen=True):
    """A case as it fits its questionnaire today; `by_day` says that tomorrow other answers may count."""

    case: Case
    record: Record
    by_day: bool = False


class Found(Struct, frozen=True):
    """A questionnaire as it is found today, and the files that it is made of, the one that names the others first.

    Without files there is none, and in place of the digest stands why.
    """

    digest: str
    files: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads cases with their questionnaires, on one day."""

    @property
    def day(self) -> str:
        """The day."""
        ...

    def asked(self, case: Case) -> str:
        """A text that leads to the questionnaire of a case."""
        ...

    def place(self, asked: str) -> str | None:
        """The file in which that questionnaire would be looked for now, None when there is none."""
        ...

    def find(self, asked: str) -> Found:
        """That questionnaire; it is read once."""
        ...

    def read(self, case: Case) -> Fitted:
        """The case with what counts of it. Raises RootcauseError when its questionnaire cannot be had."""
        ...


class Wanted(Struct, frozen=True, gc=False):
    """A case to read, and the digest of the file when it was read before; None to read it in any case."""

    case_id: str
    known: str | None = None


class Outcome(Struct, frozen=True, gc=False):
    """What reading a file came to: rows, or a message why there are none; neither when its content is as before.

    `asked` leads to its questionnaire, which had the digest `questionnaire`. `is_gone`: there is no such file any more.
    """

    case_id: str
    digest: str = ""
    rows: Rows | None = None
    asked: str | None = None
    questionnaire: str = ""
    by_day: bool = False
    message: str | None = None
    hint: str | None = None
    is_gone: bool = False


def read_all(root: Path, wanted: Sequence[Wanted], reader: Reader) -> Iterator[Outcome]:
    """What reading each of them came to, in any order."""
    processes = os.cpu_count() or 1
    if len(wanted) < _WORTH_FORKING or processes < 2 or not hasattr(os, "fork"):
        return _in_turn(root, wanted, reader)
    return _by_several(root, wanted, reader, processes)


def _in_turn(root: Path, wanted: Iterable[Wanted], reader: Reader) -> Iterator[Outcome]:
    for one in wanted:
        yield _read(root / one.case_id / CASE_FILE, one, reader)


def _read(path: Path, wanted: Wanted, reader: Reader) -> Outcome:
    name, digest, asked, questionnaire = wanted.case_id, "", None, ""
    try:
        text = read_text(path)
        digest = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
        if digest == wanted.known:
            return Outcome(name, digest)
        case = replace(from_json(text, str(path)), id=name)
        asked = reader.asked(case)
        questionnaire = reader.find(asked).digest
        fitted = reader.read(case)
        tables = case_tables(fitted.case, analyse(fitted.record), fitted.record)
    except RootcauseError as error:
        if not digest and _is_gone(path):
            return Outcome(name, is_gone=True)
        return Outcome(name, digest, None, asked, questionnaire, message=error.message, hint=error.hint)
    rows: Rows = {
        "cases": [astuple(tables.case)],
        "causes": [astuple(row) for row in tables.causes],
        "actions": [astuple(row) for row in tables.actions],
        "answers": [astuple(row) for row in tables.answers],
    }
    return Outcome(name, digest, rows, asked, questionnaire, fitted.by_day)


def _is_gone(path: Path) -> bool:
    """Whether there is nothing; not, whether nobody lets us look."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _by_several(root: Path, wanted: Sequence[Wanted], reader: Reader, processes: int) -> Iterator[Outcome]:
    """Deal the files out to copies of this process, so that nothing is imported twice.

    A full pipe makes its writer wait, so that only few outcomes are in memory at a time. What a process that ended
    before its time has left is read here, which says what is the matter.
    """
    from multiprocessing.connection import wait

    left = {one.case_id: one for one in wanted}
    children: dict[Connection, int] = {}
    decode = msgspec.msgpack.Decoder(list[Outcome]).decode
    try:
        for start in range(processes):
            receiving, child = _begin(root, wanted[start::processes], reader, list(children))
            children[receiving] = child
        talking = list(children)
        while talking:
            ready = wait(talking)
            for one in [one for one in talking if one in ready]:
                try:
                    outcomes = decode(one.recv_bytes())
                except EOFError:
                    talking.remove(one)
                    continue
                for outcome in outcomes:
                    del left[outcome.case_id]
                    yield outcome
    finally:
        for receiving, child in children.items():
            receiving.close()
            os.waitpid(child, 0)
    yield from _in_turn(root, left.values(), reader)


def _begin(root: Path, share: Sequence[Wanted], reader: Reader, others: Sequence[Connection]) -> tuple[Connection, int]:
    """Start a process that reads its share; `others` are the pipes of those that read theirs."""
    from multiprocessing.connection import Pipe

    receiving, sending = Pipe(duplex=False)
    child = os.fork()
    if child:
        sending.close()
        return receiving, child
    try:
        for pipe in (receiving, *others):  # or a writer would not see that its reader is gone
            pipe.close()
        # Hardly anything of a case is garbage in cycles, so it is looked for rarely.
        gc.disable()
        gc.freeze()
        encode = msgspec.msgpack.Encoder().encode
        for start in range(0, len(share), _TOGETHER):
            sending.send_bytes(encode(list(_in_turn(root, share[start : start + _TOGETHER], reader))))
            if (start + _TOGETHER) % _BETWEEN_COLLECTIONS == 0:
                gc.collect()
    finally:
        os._exit(0)
