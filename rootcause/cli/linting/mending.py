"""Mends files, or shows what would be mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rootcause.cli.linting.checking import known_marked, outcome_of, say_unreadable
from rootcause.cli.linting.request import STANDARD_INPUT, Request, standard_input
from rootcause.cli.linting.showing import show
from rootcause.cli.output import say, write_data, write_document
from rootcause.cli.whereabouts import here
from rootcause.lint import fixing, running
from rootcause.lint.cache import Looked, digest
from rootcause.lint.finding import Finding
from rootcause.lint.formats.plain import counted
from rootcause.lint.selection import outside_ignores


def mend(request: Request, *, write: bool) -> int:
    """Mend what has one mend, and say what is left; without `write` print the changes as a diff."""
    cwd = here()
    settings = request.settings(cwd)
    rules = request.selected(settings)
    piped = standard_input(request) if STANDARD_INPUT in request.paths else None
    names = request.files(settings, cwd) if piped is None else (piped[0],)
    looks: dict[str, Looked] = {}

    def text_of(name: str) -> str:
        return (piped[1] if piped is not None and name == piped[0] else running.from_disk(name)).decode()

    def lint(read: Callable[[str], str]) -> tuple[Finding, ...]:
        def content(path: str) -> bytes:
            return read(path).encode()

        def has_changed(looked: Looked) -> bool:
            return any(digest(content(part)) != kept for part, kept in looked.parts)

        for name in names:
            if name not in looks or has_changed(looks[name]):
                looks[name] = running.look_at(name, rules, settings.rules, read=content)
        return outside_ignores(running.gathered(looks.values()), settings, cwd)

    fixed = fixing.fix(text_of, lint, unsafe=request.unsafe)
    unreadable = say_unreadable(looks.values())
    for finding in fixed.refused:
        say(f"{finding.path}:{finding.region.line}: the mend of {finding.name} would change more; it is left alone")
    if not write:
        write_data("".join(fixing.diff(path, text_of(path), text) for path, text in sorted(fixed.texts.items())))
        return 2 if unreadable else int(bool(fixed.texts) and not request.exit_zero)
    if piped is not None:
        write_data(fixed.texts.get(piped[0], text_of(piped[0])))
        return 2 if unreadable else 0
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
