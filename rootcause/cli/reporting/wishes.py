"""What kind of report somebody asks for, and whether its parts go together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, get_args

from msgspec import Struct

from rootcause.cli.reporting.targets import is_alone
from rootcause.errors import RootcauseError
from rootcause.report.template.kind import document_name

Format = Literal["md", "html", "pdf", "docx", "json"]
Style = Literal["full", "one-page"]
Diagrams = Literal["mermaid", "svg", "text", "none"]

_ONLY: Final[Mapping[str, tuple[str, ...]]] = {
    "diagrams": ("md",),
    "front_matter": ("md",),
    "theme": ("html", "pdf", "docx", "md"),
    "style": ("md", "html", "pdf", "docx"),
}
"""The formats for which a wish makes sense, where those are not all."""


class Wishes(Struct, frozen=True):
    """One kind of report. With a `template` the format is that of the template."""

    format: Format = "md"
    style: Style = "full"
    diagrams: Diagrams = "mermaid"
    front_matter: bool = False
    language: str | None = None
    redact: bool = False
    template: Path | None = None
    theme: Path | None = None

    @property
    def file(self) -> str:
        """What the report is called in the folder of its case: one for customers is never mistaken for ours."""
        if self.template is not None:
            name = document_name(self.template.name)
            return f"redacted-{name}" if self.redact else name
        marks = [mark for mark, said in (("-one-page", self.style == "one-page"), ("-redacted", self.redact)) if said]
        return f"report{''.join(marks)}.{self.format}"


def wishes(  # noqa: PLR0913  # one parameter for each option
    format: Format | None,
    output: str | None,
    *,
    style: Style | None,
    diagrams: Diagrams | None,
    front_matter: bool,
    language: str | None,
    redact: bool,
    template: Path | None,
    theme: Path | None,
) -> Wishes:
    """The wishes of one command. Without a format it is told from the name of the output, else it is Markdown.

    Raises RootcauseError when they do not go together.
    """
    if template is not None and format is not None:
        raise RootcauseError("--template and --format do not go together", hint="the template decides what it makes")
    chosen = format or format_of(output)
    given = {"diagrams": diagrams, "front_matter": front_matter, "theme": theme, "style": style}
    for name, formats in _ONLY.items():
        option = f"--{name.replace('_', '-')}"
        if template is not None and given[name] and name != "theme":
            raise RootcauseError(f"--template and {option} do not go together", hint="write it into the template")
        if template is None and given[name] and chosen not in formats:
            raise RootcauseError(f"{option} is for {', '.join(formats)}, not for {chosen}", hint=f"leave out {option}")
    if diagrams == "svg" and output is not None and is_alone(output):
        raise RootcauseError("pictures as files need a report to lie beside", hint="name a file with -o")
    return Wishes(chosen, style or "full", diagrams or "mermaid", front_matter, language, redact, template, theme)


def format_of(output: str | None) -> Format:
    """What the ending of a file says; Markdown where it says nothing."""
    ending = "" if output is None else Path(output).suffix.lower().lstrip(".")
    return next((format for format in get_args(Format) if format == ending), "md")
