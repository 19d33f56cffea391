"""The command `report`."""

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from rootcause.cli import options

_ABOUT_FORMAT = "Markdown, HTML, PDF or DOCX for people, JSON for programs; default: told from -o, else md."
_ABOUT_DIAGRAMS = "Pictures in Markdown: as Mermaid, as SVG files beside it, as text, or none."


def report(  # noqa: PLR0913  # one parameter for each option
    case: options.CaseName,
    *,
    format: Annotated[
        Literal["md", "html", "pdf", "docx", "json"] | None, typer.Option("-f", "--format", help=_ABOUT_FORMAT)
    ] = None,
    style: Annotated[
        Literal["full", "one-page"] | None, typer.Option(help="Everything, or what fits on one page; default: full.")
    ] = None,
    redact: Annotated[
        bool, typer.Option("--redact", help="For customers: without what is marked private, people as roles.")
    ] = False,
    diagrams: Annotated[Literal["mermaid", "svg", "text", "none"] | None, typer.Option(help=_ABOUT_DIAGRAMS)] = None,
    front_matter: Annotated[
        bool, typer.Option("--front-matter", help="Begin Markdown with its facts as YAML, for tools that publish it.")
    ] = False,
    language: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="The language of the report; default: of the case.")
    ] = None,
    template: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A template of your own (Jinja2); see docs/templates.md.")
    ] = None,
    theme: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Colours, logo and words of your own; see docs/theme.md.")
    ] = None,
    output: options.Output = None,
    force: options.Force = False,
    cases: options.CasesFolder = None,
) -> None:
    """Write the report of a case, finished or not.

    Without -o it goes into the folder of the case, as report.md for instance. What is still open is listed in it.

    Example:
      rootcause report order-4711
      rootcause report order-4711 -o report.html
      rootcause report order-4711 --redact -f pdf
      rootcause report order-4711 -f json -o - | jq .actions
    """
    from rootcause.cli.reporting.wishes import wishes
    from rootcause.cli.reporting.writing import write_report

    wished = wishes(
        format,
        output,
        style=style,
        diagrams=diagrams,
        front_matter=front_matter,
        language=language,
        redact=redact,
        template=template,
        theme=theme,
    )
    write_report(case, wished, output, cases, os.environ, force=force)
