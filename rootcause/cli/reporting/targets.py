"""Where a report may be written: not over another file, and never over a case."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from rootcause.case.draft import DRAFTS_FILE
from rootcause.case.faults import in_words
from rootcause.case.store import CASE_FILE
from rootcause.cli.output import is_standard_output, look_up
from rootcause.errors import RootcauseError

_OURS: Final = (
    re.compile(
        rb"(?:# |---\n).*\n## [^\n]+\n\n[-*] \*\*[^*\n]+:\*\* [^\n]*\(`sha256:[0-9a-f]{12}`\)\n(?!.*^#)",
        re.DOTALL | re.MULTILINE,
    ),
    re.compile(rb'\{\n  "format": \d+,\n  "title": .*\n  "provenance": \{', re.DOTALL),
    re.compile(rb'<!doctype html>.{,2000}?<meta name="generator" content="rootcause', re.DOTALL | re.IGNORECASE),
    re.compile(rb"%PDF-.*%%EOF\s+% rootcause\s*\Z", re.DOTALL),
    re.compile(rb'<svg xmlns="http://www\.w3\.org/2000/svg" class="rc-'),
)
"""How our reports are known: the questionnaire with its digest in the last section, our name where programs sign, the
class of our pictures.
"""


def check_target(target: str, *, force: bool, sources: Iterable[Path] = ()) -> None:
    """Refuse, before any work, a place where no file can be, and a file that is no report of ours unless `force`.

    The file of a case and the `sources`, of which the report is made, are refused always.
    """
    path = Path(target)
    if not target.strip():
        raise RootcauseError("-o needs the name of a file", hint="give one, or - for stdout")
    if target == "-" or is_standard_output(path):
        return
    with in_words(f"could not write to {path}"), suppress(FileNotFoundError, NotADirectoryError):
        path.stat()
    if path.resolve().name.casefold() in (CASE_FILE, DRAFTS_FILE):
        raise RootcauseError(f"{path}: answers of a case are kept under that name", hint="name another file")
    if path.is_dir():
        raise RootcauseError(f"{path}: is a folder, expected a file", hint=f"name a file in it: {path / 'report.md'}")
    if not path.parent.is_dir():
        raise RootcauseError(f"{path}: there is no folder {path.parent}", hint="make it first")
    if any(path.exists() and source.exists() and path.samefile(source) for source in sources):
        raise RootcauseError(f"{path}: the report is made of this file", hint="name another file")
    if force or not path.is_file():
        return
    try:
        content = path.read_bytes()
    except OSError:
        return  # writing it will say why
    if content.strip() and not (any(mark.match(content) for mark in _OURS) or _is_our_document(content)):
        raise RootcauseError(f"{path}: there is another file already", hint="name another one, or add --force")


def is_alone(target: str) -> bool:
    """Whether it is a stream or a device, beside which no file can lie."""
    found = look_up(Path(target))
    is_device = found is not None and not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode)
    return target == "-" or is_standard_output(Path(target)) or is_device


def _is_our_document(content: bytes) -> bool:
    """Whether it is a DOCX that names us as the program that made it."""
    if not content.startswith(b"PK"):
        return False
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return b"rootcause" in parts.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, OSError):
        return False
