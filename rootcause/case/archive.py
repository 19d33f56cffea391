"""A case as one file: a zip that begins with its manifest and holds all files of the folder.

The same folder gives the same bytes. What stands in a foreign one is believed only as far as the manifest says it, and
read in pieces: neither a name nor a size of the zip itself leads anywhere.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, Final, Self

from msgspec import Struct

from rootcause.case.faults import in_words
from rootcause.case.lock import LOCK_FILE
from rootcause.case.manifest import FileEntry, Manifest, from_json, to_json
from rootcause.case.store import CASE_FILE
from rootcause.errors import CaseError

MANIFEST: Final = "manifest.json"
CASE: Final = "case/"
QUESTIONNAIRE: Final = "questionnaire/"
ENDING: Final = ".rootcause.zip"
MOST_FILES: Final = 2_000
LONGEST_NAME: Final = 200
"""Of a file or a case, in bytes: less than what file systems take, so that a temporary name has room beside it."""
LARGEST_FILE: Final = 500_000_000
LARGEST_ARCHIVE: Final = 2_000_000_000
_LARGEST_MANIFEST: Final = 5_000_000
_PIECE: Final = 1 << 20
_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError, ValueError),
    *(LookupError, OverflowError),
)
_AGAIN: Final = "have the case exported again"


class Packing(Struct, frozen=True):
    """What goes into an archive: paths by their names within it. `left_out` says of others why they do not."""

    paths: Mapping[str, Path]
    left_out: tuple[str, ...] = ()


def packing(folder: Path, questionnaire: Mapping[str, Path]) -> Packing:
    """All files of a case, and those of its questionnaire by their names. Raises CaseError for too much."""
    paths: dict[str, Path] = {}
    left_out: list[str] = []
    with in_words(f"could not look through {folder}"):
        for path in sorted(_below(folder)):
            name = path.relative_to(folder).as_posix()
            about = path.lstat()
            if name == LOCK_FILE or re.fullmatch(r"\..*\.tmp", path.name):
                continue
            if not stat.S_ISREG(about.st_mode):
                left_out.append(f"{name}: it is a link or no regular file")
            elif about.st_size > LARGEST_FILE:
                left_out.append(f"{name}: it has more than {LARGEST_FILE:,} bytes")
            elif reason := _objection(CASE + name):
                left_out.append(f"{name}: {reason}")
            else:
                paths[CASE + name] = path
    paths |= {QUESTIONNAIRE + name: path for name, path in sorted(questionnaire.items())}
    if len(paths) > MOST_FILES:
        raise CaseError(
            f"{folder} holds {len(paths):,} files; expected at most {MOST_FILES:,}", hint="put some together"
        )
    return Packing(paths, tuple(left_out))


def entries(paths: Mapping[str, Path]) -> list[FileEntry]:
    """Each file with its size and digest. Raises CaseError for one that cannot be read."""
    return [_entry(name, path) for name, path in paths.items()]


def write(target: IO[bytes], made: Manifest, paths: Mapping[str, Path]) -> None:
    """Write the archive. Raises CaseError when a file was changed since its digest was taken."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_info(MANIFEST), to_json(made))
        for one in made.files:
            with archive.open(_info(one.name), "w") as into:
                found = _entry(one.name, paths[one.name], into)
            if found != one:
                raise CaseError(f"{paths[one.name]} was changed while it was packed", hint="try again")


class Archive:
    """An archive to be read. A context manager. Raises CaseError for whatever is not as it should be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _opened(path)
        try:
            with self._in_words():
                self._zip = zipfile.ZipFile(self._file)
                self.manifest = self._checked()
        except BaseException:
            self._file.close()
            raise

    def data(self, name: str) -> bytes:
        """One file, whole, after a look at its digest."""
        entry = next((one for one in self.manifest.files if one.name == name), None)
        if entry is None:
            raise CaseError(f"{self.path}: it holds no {name}", hint=_AGAIN)
        return b"".join(self._pieces(entry))

    def check(self) -> None:
        """Read everything, and compare each digest."""
        for one in self.manifest.files:
            for _ in self._pieces(one):
                pass

    def unpack(self, prefix: str, folder: Path) -> None:
        """Write the files below that prefix into a folder that is there, for the owner only, and to the disk."""
        for one in self.manifest.files:
            if one.name.startswith(prefix):
                target = folder / PurePosixPath(one.name.removeprefix(prefix))
                with in_words(f"could not write {target}"):
                    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                    with open(target, "xb", opener=_for_owner) as into:
                        for piece in self._pieces(one):
                            into.write(piece)
                        into.flush()
                        os.fsync(into.fileno())

    def close(self) -> None:
        """Let the file go."""
        self._zip.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _checked(self) -> Manifest:
        infos = self._zip.infolist()
        if len(infos) > MOST_FILES + 1:
            self._refuse(f"it holds {len(infos):,} files; expected at most {MOST_FILES:,}")
        if not infos or infos[0].filename != MANIFEST:
            self._refuse(f"it does not begin with {MANIFEST}; expected a case written by `rootcause export`")
        for info in infos:
            self._check_entry(info)
        found = from_json(self._read_manifest(infos[0]), str(self.path))
        self._check_names([info.filename for info in infos[1:]], found)
        if found.size > LARGEST_ARCHIVE:
            self._refuse(f"it holds {found.size:,} bytes; expected at most {LARGEST_ARCHIVE:,}")
        sizes = {info.filename: info.file_size for info in infos}
        for one in found.files:
            if sizes[one.name] != one.size or one.size > LARGEST_FILE:
                self._refuse(f"{one.name} has another size than the manifest says, or too large a one")
        return found

    def _check_entry(self, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & 0x1:
            self._refuse(f"{info.filename[:80]} is encrypted")
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG) or info.is_dir():
            self._refuse(f"{info.filename[:80]} is a link or a folder, not a file")

    def _check_names(self, names: list[str], found: Manifest) -> None:
        for name in names:
            if reason := _objection(name):
                self._refuse(f'the name "{name[:80]}" {reason}')
        if len({name.casefold() for name in names}) < len(names):
            self._refuse("two files in it have the same name, or names that only differ by capitals")
        if sorted(names) != sorted(one.name for one in found.files):
            self._refuse("what is in it is not what its manifest lists")
        if CASE + CASE_FILE not in names:
            self._refuse(f"it holds no {CASE_FILE}")
        if reason := objection_to_case(found.case):
            self._refuse(f'"{found.case[:80]}" is no name of a case: {reason}')
        file = found.questionnaire.file
        if file is not None and file not in names:
            self._refuse(f"it holds no {file[:80]}")

    def _read_manifest(self, info: zipfile.ZipInfo) -> bytes:
        with self._zip.open(info) as source:
            data = source.read(_LARGEST_MANIFEST + 1)
        if len(data) > _LARGEST_MANIFEST:
            self._refuse(f"its manifest has more than {_LARGEST_MANIFEST:,} bytes")
        return data

    def _pieces(self, entry: FileEntry) -> Iterator[bytes]:
        digest, left = hashlib.sha256(), entry.size
        with self._in_words(), self._zip.open(entry.name) as source:
            while piece := source.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    break
                digest.update(piece)
                yield piece
        if left or digest.hexdigest() != entry.sha256:
            self._refuse(f"{entry.name} is not what the manifest says; it was changed or cut off")

    @contextlib.contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            with in_words(f"could not read {self.path}"):
                yield
        except _DAMAGE as error:
            raise CaseError(f"{self.path} is damaged, or no zip: {error}", hint=_AGAIN) from error

    def _refuse(self, reason: str) -> None:
        raise CaseError(f"{self.path}: {reason}", hint=_AGAIN)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)
        else:
            yield path


def digest(path: Path) -> str:
    """Of what a file holds, as the manifest has it. Raises CaseError when it cannot be read."""
    return _entry("", path).sha256


def _entry(name: str, path: Path, into: IO[bytes] | None = None) -> FileEntry:
    digest, size = hashlib.sha256(), 0
    with in_words(f"could not read {path}"), path.open("rb") as source:
        while piece := source.read(_PIECE):
            digest.update(piece)
            size += len(piece)
            if into is not None:
                into.write(piece)
    return FileEntry(name=name, size=size, sha256=digest.hexdigest())


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _TIME)
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _objection(name: str) -> str:
    """Why a name is not taken, empty when it is: it must be one everywhere, and lead nowhere else."""
    parts = name.split("/")
    if not name.startswith((CASE, QUESTIONNAIRE)) or len(parts) < 2:
        return f"lies neither in {CASE} nor in {QUESTIONNAIRE}"
    if any(part in ("", ".", "..") for part in parts):
        return "leads out of its folder"
    if re.search(r'[\\:*?"<>|\x00-\x1f\x7f]', name) or not name.isprintable():
        return "has characters that not every system takes"
    if any(len(part.encode(errors="replace")) > LONGEST_NAME for part in parts) or len(parts) > 20:
        return "is too long"
    return "is kept by rootcause itself" if parts[-1] == LOCK_FILE else ""


def objection_to_case(name: str) -> str:
    """Why a case cannot be called that, empty when it can."""
    if not name.strip() or not name.isprintable():
        return "it is empty, or has characters that nobody sees"
    if re.search(r"[/\\]", name) or name[0] in ". ":
        return "it has a / in it, or begins with a dot or a space"
    return f"it has more than {LONGEST_NAME} bytes" if len(name.encode(errors="replace")) > LONGEST_NAME else ""


def _opened(path: Path) -> IO[bytes]:
    with in_words(f"could not read {path}"):
        file = open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0)))  # noqa: SIM115
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise CaseError(f"{path} is no regular file; expected a case written by `rootcause export`")
    return file


def _for_owner(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
