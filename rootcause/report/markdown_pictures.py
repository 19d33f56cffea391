"""The pictures of a report in Markdown: as Mermaid, as files beside it, as plain text, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, Literal
from urllib.parse import quote

from rootcause.report import escaping
from rootcause.report.diagrams import Figure
from rootcause.report.model import Report
from rootcause.report.theme import DEFAULT, Theme

Diagrams = Literal["mermaid", "svg", "text", "none"]
Draw = Callable[[Figure], str]
"""A figure as Markdown; empty where there is nothing to show."""

_UNSAFE: Final = re.compile(r"[^a-z0-9-]+")
_NOT_IN_LINKS: Final = re.compile(r"[^\w ./-]")


def drawing(diagrams: Diagrams, folder: str) -> Draw:
    """How figures are drawn; `folder` is where files of pictures lie, as seen from the report."""
    match diagrams:
        case "mermaid":
            return _mermaid
        case "text":
            return _text
        case "svg":
            return lambda figure: f"![{_alternative(figure)}](<{_address(folder)}/{file_name(figure)}>)"
        case "none":
            return lambda figure: ""


def svg_files(report: Report, folder: str, theme: Theme = DEFAULT) -> Mapping[str, str]:
    """The files of the pictures by their path as seen from the report."""
    from rootcause.report.svg.render import draw

    figures = [block for block in report.blocks if isinstance(block, Figure)]
    return {f"{folder}/{file_name(figure)}": draw(figure).svg(theme=theme) for figure in figures}


def file_name(figure: Figure) -> str:
    """A name that is fit for any folder; figures of a report differ in their names."""
    return f"{_UNSAFE.sub('-', figure.name.lower()).strip('-') or 'picture'}.svg"


def _address(folder: str) -> str:
    """The name of a folder in a link, where some signs would mean something else."""
    return _NOT_IN_LINKS.sub(lambda found: quote(found[0]), folder)


def _mermaid(figure: Figure) -> str:
    from rootcause.report.mermaid.render import render

    source = render(figure.diagram)
    return "" if source is None else f"```mermaid\n{source}\n```"


def _text(figure: Figure) -> str:
    from rootcause.report.plain_pictures import plain_picture

    return f"```text\n{plain_picture(figure.diagram)}\n```"


def _alternative(figure: Figure) -> str:
    """What stands for the picture where it is not seen."""
    return escaping.escape(figure.description).replace("\n", " ")
