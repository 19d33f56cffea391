"""Which rules are asked, how much each matters, and in which files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from rootcause.errors import RootcauseError
from rootcause.lint.finding import Finding
from rootcause.lint.paths import matches, relative
from rootcause.lint.rule import Rule
from rootcause.lint.rule_names import complaint, means
from rootcause.lint.rules import rule, selectable
from rootcause.lint.settings import Settings
from rootcause.source.diagnostic import Severity


def select(
    settings: Settings, *, select: Sequence[str] = (), extend: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules to ask, each with the severity that the settings give it.

    What the person says goes above the settings: `select` replaces all that the settings select and ignore, `extend`
    and `ignore` change what has been selected. Errors that keep a file from being used are not among them; they are
    always told. Raises RootcauseError for a word that names no rule, and for an error that cannot be ignored.
    """
    for word in (*select, *extend, *ignore):
        if (problem := complaint(word, silences=word in ignore)) is not None:
            raise RootcauseError(problem[0], hint=problem[1])
    return tuple(
        replace(one, severity=severity(one, settings))
        for one in selectable()
        if _is_selected(one, settings, select, extend, ignore)
    )


def severity(of: Rule, settings: Settings) -> Severity:
    """How much a rule matters."""
    return settings.severity.get(of.name, of.severity)


def outside_ignores(findings: Iterable[Finding], settings: Settings, cwd: Path) -> tuple[Finding, ...]:
    """The findings without those that the settings ignore in their file."""
    ignored: dict[str, tuple[str, ...]] = {}
    kept = []
    for finding in findings:
        if finding.path not in ignored:
            ignored[finding.path] = _ignored_in(finding.path, settings, cwd)
        of = rule(finding.name)
        if of.always or not any(means(word, of) for word in ignored[finding.path]):
            kept.append(finding)
    return tuple(kept)


def _ignored_in(path: str, settings: Settings, cwd: Path) -> tuple[str, ...]:
    if not settings.per_file_ignores:
        return ()
    at = relative(path, settings.folder(cwd), cwd)
    return tuple(word for glob, words in settings.per_file_ignores.items() if matches(at, (glob,)) for word in words)


def _is_selected(
    one: Rule, settings: Settings, select: Sequence[str], extend: Sequence[str], ignore: Sequence[str]
) -> bool:
    def among(words: Sequence[str]) -> bool:
        return any(means(word, one) for word in words)

    if among(ignore):
        return False
    if among(extend) or (select and among(select)):
        return True
    if select or among(settings.ignore):
        return False
    required = settings.require_reason and one.name == "suppression-without-reason"
    return required or among(settings.select) or among(settings.extend_select)
