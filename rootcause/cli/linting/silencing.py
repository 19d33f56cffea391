"""Writes the comments that silence what is found today."""

from __future__ import annotations

from rootcause.cli.linting.checking import known_marked, look, say_unreadable
from rootcause.cli.linting.request import STANDARD_INPUT, Request
from rootcause.cli.output import say, write_document
from rootcause.cli.whereabouts import here
from rootcause.errors import RootcauseError
from rootcause.lint import running
from rootcause.lint.cache import from_disk
from rootcause.lint.formats.plain import counted
from rootcause.lint.selection import outside_ignores
from rootcause.lint.silencing.suppression import can_be_silenced
from rootcause.lint.silencing.writing import add_ignores
from rootcause.source import reading
from rootcause.source.text import SourceText


def silence(request: Request, reason: str) -> int:
    """Write a comment with the reason beside each finding."""
    if STANDARD_INPUT in request.paths:
        raise RootcauseError("comments are written into files, not into standard input", hint="name the files")
    if not reason.strip():
        raise RootcauseError("--add-ignore needs a reason", hint='such as --add-ignore "quoted from the customer"')
    cwd, settings = here(), request.settings(here())
    names, looks = look(request, settings, cwd)
    findings = outside_ignores(running.gathered(looks), settings, cwd)
    findings = known_marked(findings, request, settings, names, cwd)
    changed = 0
    for path in sorted({finding.path for finding in findings if finding.suppression is None}):
        data = from_disk(path)
        source = SourceText(path, reading.decode(data, path))
        text = add_ignores(source, findings, reason)
        if text != source.text:
            mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
            write_document(mark + text, path)
            changed += 1
    say(f"comments written into {counted(changed, 'file')}")
    left = sum(finding.suppression is None and not can_be_silenced(finding.name) for finding in findings)
    if left:
        say(f"{counted(left, 'error')} cannot be silenced: such a file cannot be used; mend it first")
    return 2 if say_unreadable(looks) else 0
