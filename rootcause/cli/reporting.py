"""From a case to its report, in the formats that can be asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.case.draft import DRAFTS_FILE
from rootcause.case.model import Case
from rootcause.case.store import CASE_FILE
from rootcause.cli.output import is_standard_output
from rootcause.errors import RootcauseError
from rootcause.interview.interview import Interview
from rootcause.report.build import build_report
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Report


def _render_json(report: Report) -> str:
    from rootcause.report.json_document import render_json

    return render_json(report)


_RENDERERS: Final[Mapping[str, Callable[[Report], str]]] = {"md": render_markdown, "json": _render_json}

_OURS: Final = (
    re.compile(
        r"# .*\n## About this report\n\n[-*] \*\*Questionnaire:\*\* [^\n]*\(`sha256:[0-9a-f]{12}`\)\n(?!.*^#)",
        re.DOTALL | re.MULTILINE,
    ),
    re.compile(r'\{\n  "format": \d+,\n  "title": .*\n  "provenance": \{', re.DOTALL),
)
"""How our reports begin and end: Markdown with the questionnaire in its last section, and JSON."""


def epoch(environ: Mapping[str, str]) -> datetime | None:
    """The moment of SOURCE_DATE_EPOCH, after which nothing in a reproducible report happened."""
    seconds = environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise RootcauseError(
            f'SOURCE_DATE_EPOCH is "{seconds}"; expected seconds since 1970', hint="unset it, or set a whole number"
        ) from error


def report_on(case: Case, interview: Interview, format: str, not_after: datetime | None) -> str:
    """The report as text."""
    record = Record(
        title=case.title,
        questionnaire=interview.questionnaire,
        answers=interview.active(),
        asked=frozenset(interview.asked()),
        case=case.id,
        language=case.language,
        not_after=not_after,
        remarks=interview.remarks,
    )
    return _RENDERERS[format](build_report(analyse(record)))


def check_target(target: str, *, force: bool) -> None:
    """Refuse, before any work, a place where no file can be, and a file that is no report of ours unless `force`.

    The file of a case is refused always.
    """
    path = Path(target)
    if target == "-" or is_standard_output(path):
        return
    if path.resolve().name.casefold() in (CASE_FILE, DRAFTS_FILE):
        raise RootcauseError(f"{path}: answers of a case are kept under that name", hint="name another file")
    if path.is_dir():
        raise RootcauseError(f"{path}: is a folder, expected a file", hint=f"name a file in it: {path / 'report.md'}")
    if not path.parent.is_dir():
        raise RootcauseError(f"{path}: there is no folder {path.parent}", hint="make it first")
    if force or not path.is_file():
        return
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return  # writing it will say why
    if text.strip() and not any(mark.match(text) for mark in _OURS):
        raise RootcauseError(f"{path}: there is another file already", hint="name another one, or add --force")
