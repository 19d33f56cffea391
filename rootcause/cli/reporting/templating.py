"""A report by a team's own template: where the files are, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from rootcause.cli.reporting.named_file import reading
from rootcause.errors import RootcauseError
from rootcause.report.model import Report
from rootcause.report.template.limits import Limits
from rootcause.report.theme import DEFAULT, Theme
from rootcause.report.words import ENGLISH, Words
from rootcause.source.text import SourceText
from rootcause.source.visible import visible

if TYPE_CHECKING:
    from rootcause.cli.reporting.confinement import Work

_LARGEST: Final = 500_000
_DEFAULT: Final = Limits()


class TemplateFolder(Struct, frozen=True):
    """The folder of a template, from which it may include others, and no other folder."""

    path: Path

    def read(self, name: str) -> str | None:
        """The text of a template in it; None when there is none of that name. Raises UnreadableInput."""
        if not name or "\0" in name or "\\" in name:
            return None
        folder = self.path.resolve()
        found = (folder / name).resolve()
        # Links are followed first, so that none leads out of the folder.
        if not found.is_relative_to(folder) or not found.exists():
            return None
        with reading(found, "template"):
            return SourceText.read(found, limit=_LARGEST).text


def render_template(
    report: Report,
    template: Path,
    theme: Theme = DEFAULT,
    words: Words = ENGLISH,
    limits: Limits = _DEFAULT,
) -> str:
    """What the template makes of the report. Raises RootcauseError, soon, whatever the template does."""
    with reading(template, "template"):
        SourceText.read(template, limit=_LARGEST)  # what is wrong with the path is said with the whole path
    from rootcause.cli.reporting.confinement import TooLarge, TooSlow, confined
    from rootcause.report.template.data import template_data
    from rootcause.report.template.kind import kind_of

    data = template_data(report, kind_of(template.name), theme, words)
    prepare = partial(_prepare, template, data, limits)
    try:
        return confined(prepare, seconds=limits.seconds, memory=limits.memory, answer=limits.output)
    except TooSlow:
        message, hint = f"it is not done after {limits.seconds:g} s", "look for a loop that does not end"
    except TooLarge:
        message = f"it needs more than {limits.memory // 1_000_000} MB of memory"
        hint = "look for a text that grows in a loop"
    raise RootcauseError(f"{visible(template.name)}: {message}", hint=hint)


def _prepare(template: Path, data: Mapping[str, Any], limits: Limits) -> Work:
    """Imports what is needed, before the clock runs."""
    from rootcause.report.template.rendering import render

    return partial(render, template.name, TemplateFolder(template.parent).read, data, limits)
