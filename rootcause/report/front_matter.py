"""What stands above a Markdown report for the tools that publish it, as YAML: only what is certain."""

from __future__ import annotations

import json
import re
from typing import Final

from rootcause.report.model import Report
from rootcause.report.prose import one_line

_NOT_PRINTABLE: Final = re.compile(
    "[^ -~\u00a0-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML does not allow as it is, with line separators and signs that reorder or hide text."""


def front_matter(report: Report) -> str:
    """Title, case, day, status and questionnaire between lines of `---`; ends with a line break.

    `date` is the day of the last answer, left out where no answer says when it was given.
    """
    analysis = report.analysis
    found = analysis.provenance
    last = found.last
    lines = [
        f"title: {_quoted(report.title)}",
        f"case: {_quoted(one_line(analysis.case_title))}",
        *([] if last is None else [f"date: {last.date().isoformat()}"]),
        *([] if analysis.language is None else [f"lang: {_quoted(analysis.language)}"]),
        f"status: {'open' if analysis.open_questions else 'complete'}",
        f"questionnaire: {_quoted(found.id)}",
        f"questionnaire_version: {_quoted(found.version)}",
    ]
    return "\n".join(["---", *lines, "---"]) + "\n"


def _quoted(text: str) -> str:
    """In double quotes, as JSON, which YAML reads alike; what is no printable sign is written out."""
    return _NOT_PRINTABLE.sub(_written_out, json.dumps(text, ensure_ascii=False))


def _written_out(found: re.Match[str]) -> str:
    """As its number. One half of a pair is no character, and stands as the sign for what cannot be shown."""
    number = ord(found[0])
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= number <= 0xDFFF else f"\\u{number:04x}"
