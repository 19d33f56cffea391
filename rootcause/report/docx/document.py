"""The document as a whole: its parts, its properties, the same bytes for the same report."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from rootcause import __version__
from rootcause.errors import RootcauseError
from rootcause.report.docx.blocks import BlockWriter
from rootcause.report.docx.page import lay_out
from rootcause.report.docx.pictures import Pictures
from rootcause.report.model import Report
from rootcause.report.theme import DEFAULT, Theme
from rootcause.source.visible import visible

if TYPE_CHECKING:
    from docx.document import Document

_NOWHEN: Final = datetime(1980, 1, 1)
"""The earliest moment that a file in a ZIP archive can have."""
_HINT: Final = "pip install 'rootcause-triage[docx]'"


def check_for_python_docx() -> None:
    """Raise RootcauseError when it is not there."""
    try:
        import docx  # noqa: F401
    except ImportError as error:
        raise RootcauseError("a DOCX needs python-docx, which is not installed", hint=_HINT) from error


def render_docx(
    report: Report, theme: Theme = DEFAULT, *, language: str | None = None, made: datetime | None = None
) -> bytes:
    """The same bytes for the same arguments.

    The file says that it was made at `made`, else at the moment of the latest answer.

    Raises RootcauseError when a library that it needs is not there.
    """
    check_for_python_docx()
    import docx

    document = docx.Document()
    lay_out(document, theme, language or report.analysis.language or "en")
    pictures = Pictures(theme)
    if theme.logo is not None:
        pictures.add_logo(document, theme.logo)
    BlockWriter(document, pictures, theme).write(report.blocks)
    _sign(document, report, made)
    return _repacked(document)


def _sign(document: Document, report: Report, made: datetime | None) -> None:
    """The properties of the file: its title and the program, no person and no path."""
    properties = document.core_properties
    properties.title = visible(report.title)[:255]
    properties.author = ""
    properties.last_modified_by = ""
    properties.comments = f"Made by rootcause {__version__}"
    known = made or report.analysis.provenance.last
    properties.created = properties.modified = _NOWHEN if known is None else known.astimezone(UTC).replace(tzinfo=None)


def _repacked(document: Document) -> bytes:
    """The archive with the same time for each of its files, and those in the order of their names."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        first = "[Content_Types].xml"  # readers look for it in front
        for name in sorted(source.namelist(), key=lambda name: (name != first, name)):
            info = zipfile.ZipInfo(name, _NOWHEN.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return packed.getvalue()
