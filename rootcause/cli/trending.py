"""What many cases say together, in the form and to the place that were asked for."""

from __future__ import annotations

from pathlib import Path
from shutil import get_terminal_size
from typing import Final, Literal, get_args

from rootcause.cli.indexing import index_at, tell_problems
from rootcause.cli.output import near, say, write_data, write_document
from rootcause.cli.reporting.targets import check_target
from rootcause.errors import RootcauseError
from rootcause.trends.figures import By
from rootcause.trends.measuring import Trends, measure, script
from rootcause.trends.period import Period

Format = Literal["text", "md", "html", "json", "csv"]

_WIDEST: Final = 120
"""Columns; longer lines are hard to follow."""


def print_sql(period: Period, by: By) -> None:
    """The SQL of every figure, with its parameters filled in."""
    write_data(script(period, by))


def write_trends(
    period: Period, by: By, top: int, format: Format | None, *, output: str | None, cases: str | None, force: bool
) -> None:
    """Bring the index up to date, ask for all figures, and write them; cases that cannot be read are named."""
    target = "-" if output is None else output
    format = format or _format_of(target)
    check_target(target, force=force)
    with index_at(cases) as index:
        found = measure(index.figures, period, by, tell_problems(index))
    write_document(rendered(found, format, top), target)
    if target != "-":
        say(f"The trends are in {near(Path(target))}.")


def rendered(found: Trends, format: Format, top: int) -> str:
    """The figures as text of a format; ends with a line break."""
    if format == "json":
        import json

        from rootcause.trends.data import as_data

        return json.dumps(as_data(found), ensure_ascii=False, indent=2) + "\n"
    if format == "csv":
        from rootcause.trends.sheet import as_csv

        return as_csv(found)
    from rootcause.trends.sections import sections, title

    name, parts = title(found.period), sections(found, top)
    if format == "text":
        from rootcause.trends.text import as_text

        return as_text(name, parts, min(get_terminal_size((100, 24)).columns, _WIDEST))
    from rootcause.trends.document import as_document

    document = as_document(name, parts)
    if format == "md":
        from rootcause.report.markdown import render_markdown

        return render_markdown(document, "text")
    from rootcause.report.html.page import render_html

    return render_html(document)


def _format_of(target: str) -> Format:
    """What the ending of a file says; text where it has none. Raises RootcauseError for another one."""
    ending = Path(target).suffix.lower().lstrip(".")
    found = next((format for format in get_args(Format) if format == ending), None)
    if found is None and ending not in ("", "txt"):
        raise RootcauseError(
            f"{target}: trends are not written as .{ending}", hint=f"-f takes {', '.join(get_args(Format))}"
        )
    return found or "text"
