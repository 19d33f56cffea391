"""A report as PDF: the page of `html`, set on paper by WeasyPrint. Nothing is loaded while it is made."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Final, Literal

from rootcause.errors import RootcauseError
from rootcause.report.model import Report
from rootcause.report.theme import DEFAULT, Theme
from rootcause.report.words import ENGLISH, Words

Paper = Literal["A4", "letter"]

_MISSING: Final = "a PDF needs WeasyPrint, which cannot be used here"
_HINT: Final = "pip install 'rootcause-triage[pdf]', or print the HTML report from a browser"


def check_for_weasyprint() -> None:
    """Raise RootcauseError when it, or a library that it needs, is not there."""
    try:
        import weasyprint.urls  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: F401
    except (ImportError, OSError) as error:  # OSError: Pango and the like are loaded as it is imported
        raise RootcauseError(f"{_MISSING}: {error}", hint=_HINT) from error


def render_pdf(
    report: Report,
    theme: Theme = DEFAULT,
    *,
    language: str | None = None,
    words: Words = ENGLISH,
    paper: Paper = "A4",
    made: datetime | None = None,
) -> bytes:
    """The same bytes for the same arguments; `made` is the moment that the file says it was made at.

    Raises RootcauseError when WeasyPrint, or a library that it needs, is not there.
    """
    check_for_weasyprint()
    from weasyprint import HTML  # type: ignore[import-untyped, import-not-found, unused-ignore]
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped, import-not-found, unused-ignore]

    from rootcause.report.html.page import page_for_paper

    page = page_for_paper(report, theme, language=language, words=words, paper=paper, made=made)
    document = HTML(string=page, base_url="about:blank", url_fetcher=URLFetcher(allowed_protocols=("data",)))
    return bytes(document.write_pdf(pdf_identifier=sha256(page.encode()).hexdigest()[:32].encode(), pdf_tags=True))
