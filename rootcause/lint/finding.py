"""What the linter says of one place: plain values, so that it can be kept, sent and written in any format."""

from __future__ import annotations

from msgspec import Struct

from rootcause.source.diagnostic import Severity
from rootcause.source.text import SourceText


class Region(Struct, frozen=True):
    """A stretch of a text. Lines and columns count from 1, columns in code points; the end is exclusive.

    `start` and `end` are the same as offsets in the text, which begins behind a byte order mark. Only what replaces the
    mark itself has a negative `start`: as many characters before 0 as there are marks.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


class Related(Struct, frozen=True):
    """A further place that belongs to the matter. `frame` holds its lines with carets, ready to print."""

    path: str
    region: Region
    message: str
    frame: tuple[str, ...] = ()


class Replacement(Struct, frozen=True):
    """New text for a region of a file."""

    path: str
    region: Region
    text: str


class Mend(Struct, frozen=True):
    """Replacements that mend the matter together. A safe one changes nothing that the file means."""

    replacements: tuple[Replacement, ...]
    safe: bool = True


class Suppression(Struct, frozen=True):
    """Why a finding does not count: `inline` for a comment in the file, `baseline` for the list of known ones."""

    kind: str
    reason: str = ""


class Finding(Struct, frozen=True):
    """One thing that a rule found.

    `path` is as the person wrote it, with `/` between folders. `subject` is the id of the question or the keys that
    lead to the place, and `line_text` the start of its first line: both survive when lines above are added. `frame`
    holds the lines of the excerpt with carets, ready to print; all other texts are as they are in the file.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    region: Region
    line_text: str
    subject: str = ""
    frame: tuple[str, ...] = ()
    help: str | None = None
    related: tuple[Related, ...] = ()
    mend: Mend | None = None
    suppression: Suppression | None = None


def path_of(source: SourceText) -> str:
    """The path of a text in findings."""
    return source.name.replace("\\", "/")


def in_order(finding: Finding) -> tuple[str, int, int, str, str]:
    """The key to sort by, so that the output is the same from run to run."""
    return finding.path, finding.region.start, finding.region.end, finding.code, finding.message
