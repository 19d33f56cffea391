"""A case put into one file."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rootcause import __version__
from rootcause.case.archive import ENDING, QUESTIONNAIRE, entries, packing, write
from rootcause.case.faults import in_words
from rootcause.case.manifest import Asked, manifest
from rootcause.case.model import Case
from rootcause.cli.output import near, say
from rootcause.cli.whereabouts import here, store_at
from rootcause.errors import RootcauseError


def pack(name: str, output: str | None, cases: str | None, *, force: bool) -> None:
    """Write the archive of a case, by default under its name in the current folder. Raises RootcauseError."""
    store = store_at(cases)
    case, folder = store.read(name), store.folder(name)
    files = _questionnaire(case, folder)
    packed = packing(folder, files)
    asked = case.questionnaire
    first = _inside(folder, asked.path) or next((QUESTIONNAIRE + one for one in files), None)
    listed = entries(packed.paths)
    made = manifest(
        f"rootcause {__version__}",
        case.id,
        case.title,
        Asked(id=asked.id, version=asked.version, digest=asked.digest, file=first),
        listed,
    )
    if output == "-":
        write(sys.stdout.buffer, made, packed.paths)
        sys.stdout.buffer.flush()
    else:
        target = here() / (output or f"{case.id}{ENDING}")
        if target.exists() and not force:
            raise RootcauseError(f"{near(target)} exists already", hint="name another file with -o, or add --force")
        with in_words(f"could not write {target}"), _beside(target) as temporary:
            with temporary.open("wb") as into:
                write(into, made, packed.paths)
                into.flush()
                os.fsync(into.fileno())
            temporary.replace(target)
        say(f"Wrote {near(target)}: {len(listed)} files, {made.size:,} bytes.")
    for reason in packed.left_out:
        say(f"left out {reason}")
    say("It holds everything, private answers too. Elsewhere: rootcause import FILE")


def _questionnaire(case: Case, folder: Path) -> dict[str, Path]:
    """The files of a questionnaire that is found by its path, the one that was named first; none when it is gone."""
    path = case.questionnaire.path
    if path is None or _inside(folder, path) is not None:
        return {}
    from rootcause.errors import UnreadableInput
    from rootcause.questionnaire.catalog import Catalog

    try:
        sources = Catalog.around(here()).load(path).sources
    except UnreadableInput as error:
        say(f"note: its questionnaire could not be read, and is not in it: {error.message}")
        return {}
    files = [Path(source.name).resolve() for source in sources]
    top = Path(os.path.commonpath([file.parent for file in files]))
    return {file.relative_to(top).as_posix(): file for file in files}


def _inside(folder: Path, path: str | None) -> str | None:
    """The name in the archive of a questionnaire that lies in the folder of its case."""
    if path is None or not Path(path).resolve().is_relative_to(folder.resolve()):
        return None
    return "case/" + Path(path).resolve().relative_to(folder.resolve()).as_posix()


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    os.close(descriptor)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
