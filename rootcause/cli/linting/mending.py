"""Mends files, or shows what would be mended."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rootcause.cli.linting.baselining import applied, baseline_file
from rootcause.cli.linting.checking import known_marked, outcome_of, say_unreadable
from rootcause.cli.linting.request import STANDARD_INPUT, Request, standard_input
from rootcause.cli.linting.showing import refuse_inputs, show
from rootcause.cli.output import say, write_data, write_document
from rootcause.cli.whereabouts import here
from rootcause.lint import fixing, running
from rootcause.lint.cache import Looked, digest_of, from_disk
from rootcause.lint.finding import Finding
from rootcause.lint.formats.plain import counted
from rootcause.lint.rule import Rule
from rootcause.lint.selection import outside_ignores
from rootcause.lint.settings import Settings
from rootcause.source.text import SourceText


def mend(request: Request, *, write: bool) -> int:
    """Mend what has one mend, and say what is left; without `write` print the changes as a diff."""
    cwd = here()
    settings = request.settings(cwd)
    rules = request.selected(settings)
    piped = standard_input(request) if STANDARD_INPUT in request.paths else None
    names = _names(request, settings, rules, cwd) if piped is None else (piped[0],)
    refuse_inputs(request.formats, names)
    before = _before(request, names, cwd)
    known = baseline_file(request, settings, cwd)
    looks: dict[str, Looked] = {}

    def text_of(name: str) -> str:
        data = piped[1] if piped is not None and name == piped[0] else from_disk(name)
        return data.decode(errors="surrogateescape")  # what is no UTF-8 is told as such, and left as it is

    def lint(read: Callable[[str], str]) -> tuple[Finding, ...]:
        def content(path: str) -> bytes:
            return read(path).encode(errors="surrogateescape")

        def has_changed(looked: Looked) -> bool:
            return any(digest_of(part, content) != kept for part, kept in looked.parts)

        for name in names:
            if name not in looks or has_changed(looks[name]):
                looks[name] = running.look_at(name, rules, settings.rules, read=content, before=before.get(name))
        found = outside_ignores(running.gathered(looks.values()), settings, cwd)
        return found if known is None else applied(found, known, names, cwd).findings

    fixed = fixing.fix(text_of, lint, unsafe=request.unsafe)
    unreadable = say_unreadable(looks.values())
    for finding in fixed.refused:
        say(f"{finding.path}:{finding.region.line}: mending {finding.name} would change or break more; left alone")
    if not write:
        write_data("".join(fixing.diff(path, text_of(path), text) for path, text in sorted(fixed.texts.items())))
        return 2 if unreadable else int(bool(fixed.texts) and not request.exit_zero)
    if piped is not None:
        sys.stdout.buffer.write(fixed.texts.get(piped[0], text_of(piped[0])).encode(errors="surrogateescape"))
        sys.stdout.flush()
        left = outcome_of(fixed.remaining, names, request, settings, cwd)
        return 2 if unreadable else int(left.failing and not request.exit_zero)
    for path, text in sorted(fixed.texts.items()):
        write_document(text, str(Path(path)))
    if fixed.count:
        say(f"{counted(fixed.count, 'finding')} mended in {counted(len(fixed.texts), 'file')}")
    remaining = known_marked(fixed.remaining, request, settings, names, cwd)
    outcome = outcome_of(remaining, names, request, settings, cwd)
    show(outcome, request.formats)
    if unreadable:
        return 2
    return int((outcome.failing and not request.exit_zero) or (bool(fixed.count) and request.fails_when_fixed))


def _names(request: Request, settings: Settings, rules: Sequence[Rule], cwd: Path) -> tuple[str, ...]:
    names = request.files(settings, cwd)
    if request.since is None:
        return names
    from rootcause.cli.linting.since import look_since

    return look_since(names, request.since, rules, settings.rules, cwd)[0]


def _before(request: Request, names: Sequence[str], cwd: Path) -> dict[str, SourceText]:
    """What the files were at the revision that is asked for."""
    if request.since is None:
        return {}
    from rootcause.cli.linting.since import earlier

    return {name: text for name in names if (text := earlier(name, request.since, cwd)) is not None}
