"""From a case to its report, in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from rootcause.analysis.analysis import Analysis, analyse
from rootcause.analysis.checks.examining import examine
from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.record import Record
from rootcause.case.model import Case
from rootcause.cli.recording import record_of
from rootcause.cli.reporting.wishes import Format, Wishes
from rootcause.interview.interview import Interview
from rootcause.report.build import build_report
from rootcause.report.model import Report
from rootcause.report.theme import DEFAULT, Theme
from rootcause.report.words import Words, words_for

if TYPE_CHECKING:
    from rootcause.analysis.redaction import LeftOut


PDF_SIGNATURE: Final = b"% rootcause\n"
"""A comment behind the end of a PDF: what it says of itself is packed, and this tells that the file is ours."""


class Document(Struct, frozen=True):
    """A report in one file, the files that lie beside it by relative path, and what was left out of it."""

    content: str | bytes
    beside: Mapping[str, str] = field(default_factory=dict)
    left_out: Sequence[LeftOut] | None = None


class Setting(Struct, frozen=True):
    """What the formats depend on beside the report."""

    wishes: Wishes
    theme: Theme
    words: Words
    language: str | None
    made: datetime | None
    folder: str


def document(
    case: Case,
    interview: Interview,
    wishes: Wishes,
    theme: Theme = DEFAULT,
    *,
    not_after: datetime | None = None,
    folder: str = "report-files",
) -> Document:
    """The report. `folder` is where files of pictures lie, as seen from it.

    A report for customers has none of the findings: they are for those who write it.
    """
    record = record_of(case, interview, not_after=not_after)
    language = wishes.language or record.language
    record = replace(record, language=language, answered_in=record.spoken)
    left_out = None
    if wishes.redact:
        from rootcause.analysis.redaction import redact

        record, left_out = redact(record)
    analysis = analyse(record)
    findings = () if wishes.redact else _findings(case, record, analysis, interview)
    words = _worded(words_for(language or interview.questionnaire.language), theme)
    report = build_report(analysis, words, findings, wishes.style)
    setting = Setting(wishes, theme, words, language or interview.questionnaire.language, not_after, folder)
    made = _RENDERERS[wishes.format] if wishes.template is None else _of_template
    return replace(made(report, setting), left_out=left_out)


def check_format(format: Format) -> None:
    """Refuse, before any work, a format that needs what is not installed. Raises RootcauseError."""
    if format == "pdf":
        from rootcause.report.pdf import check_for_weasyprint

        check_for_weasyprint()
    elif format == "docx":
        from rootcause.report.docx.document import check_for_python_docx

        check_for_python_docx()


def _findings(case: Case, record: Record, analysis: Analysis, interview: Interview) -> tuple[Finding, ...]:
    return examine(record, analysis, waivers=case.waivers, today=interview.clock().date())


def _worded(words: Words, theme: Theme) -> Words:
    if not theme.words:
        return words
    from rootcause.report.words.rewording import reworded

    return reworded(words, theme.words)


def _markdown(report: Report, setting: Setting) -> Document:
    from rootcause.report.markdown import render_markdown

    text = render_markdown(report, setting.wishes.diagrams, folder=setting.folder)
    if setting.wishes.front_matter:
        from rootcause.report.front_matter import front_matter

        text = f"{front_matter(report)}\n{text}"
    if setting.wishes.diagrams != "svg":
        return Document(text)
    from rootcause.report.markdown_pictures import svg_files

    return Document(text, svg_files(report, setting.folder, setting.theme))


def _html(report: Report, setting: Setting) -> Document:
    from rootcause.report.html.page import render_html

    return Document(render_html(report, setting.theme, language=setting.language, words=setting.words))


def _pdf(report: Report, setting: Setting) -> Document:
    from rootcause.report.pdf import render_pdf

    words, language = setting.words, setting.language
    made = render_pdf(report, setting.theme, language=language, words=words, made=setting.made)
    return Document(made + PDF_SIGNATURE)


def _docx(report: Report, setting: Setting) -> Document:
    from rootcause.report.docx.document import render_docx

    return Document(render_docx(report, setting.theme, language=setting.language, made=setting.made))


def _json(report: Report, setting: Setting) -> Document:
    from rootcause.report.json_document import render_json

    return Document(render_json(report))


def _of_template(report: Report, setting: Setting) -> Document:
    from rootcause.cli.reporting.templating import render_template

    template = setting.wishes.template or Path()
    return Document(render_template(report, template, setting.theme, setting.words))


_RENDERERS: Final[Mapping[str, Callable[[Report, Setting], Document]]] = {
    "md": _markdown,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "json": _json,
}
