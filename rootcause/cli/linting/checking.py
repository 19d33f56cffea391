"""Checks files and says what was found."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from rootcause import __version__
from rootcause.cli.linting.request import STANDARD_INPUT, Request, standard_input
from rootcause.cli.linting.showing import refuse_inputs, show
from rootcause.cli.output import say, write_data
from rootcause.cli.whereabouts import here, project
from rootcause.lint import running
from rootcause.lint.cache import Cache, Looked, from_disk
from rootcause.lint.finding import Finding
from rootcause.lint.formats.outcome import Outcome
from rootcause.lint.paths import relative
from rootcause.lint.selection import outside_ignores
from rootcause.lint.settings import Settings, shown
from rootcause.lint.silencing.suppression import can_be_silenced

_WORTH_A_CACHE: Final = 8  # files; finding out where it lies takes longer than to look at a few


def check(request: Request) -> int:
    """Check, write every format that is asked for, and return the exit code."""
    cwd = here()
    settings = request.settings(cwd)
    names, looks = look(request, settings, cwd)
    refuse_inputs(request.formats, names)
    findings = known_marked(outside_ignores(running.gathered(looks), settings, cwd), request, settings, names, cwd)
    outcome = outcome_of(findings, names, request, settings, cwd)
    unreadable = say_unreadable(looks)
    if request.statistics:
        write_data(statistics(outcome.counting))
    else:
        show(outcome, request.formats)
    if any(not can_be_silenced(finding.name) for finding in findings):
        say("other rules wait until what keeps a file from being used is mended")
    if unreadable or any(finding.name == "internal-error" for finding in findings):
        return 2
    return int(outcome.failing and not request.exit_zero)


def outcome_of(
    findings: tuple[Finding, ...], names: tuple[str, ...], request: Request, settings: Settings, cwd: Path
) -> Outcome:
    """What a run came to. Raises RootcauseError for a severity that there is not."""
    at = partial(relative, folder=project(cwd, os.environ), cwd=cwd)
    return Outcome(findings, names, __version__, request.failing(settings), at)


def look(request: Request, settings: Settings, cwd: Path) -> tuple[tuple[str, ...], list[Looked]]:
    """The files that are asked for, and what there is to find in each."""
    rules = request.selected(settings)
    if STANDARD_INPUT in request.paths:
        name, data = standard_input(request)

        def read(asked: str) -> bytes:
            return data if asked == name else from_disk(asked)

        return (name,), [running.look_at(name, rules, settings.rules, read=read)]
    names = request.files(settings, cwd)
    if request.since is not None:
        from rootcause.cli.linting.since import look_since

        return look_since(names, request.since, rules, settings.rules, cwd)

    def looking(name: str) -> Looked:
        return running.look_at(name, rules, settings.rules)

    cache = None
    if request.cached and len(names) >= _WORTH_A_CACHE:
        severities = " ".join(f"{rule.code}:{rule.severity}" for rule in rules)
        cache = Cache(_cache_file(cwd), f"{settings.digest()} {severities}")
    return names, list(running.look_at_all(names, looking, cache=cache, processes=request.processes))


def known_marked(
    findings: tuple[Finding, ...], request: Request, settings: Settings, names: tuple[str, ...], cwd: Path
) -> tuple[Finding, ...]:
    """The findings, those that the baseline knows marked; what it lists and nobody finds any more is said."""
    from rootcause.cli.linting.baselining import baseline_file

    path = baseline_file(request, settings, cwd)
    if path is None:
        return findings
    from rootcause.cli.linting.baselining import marked

    return marked(findings, path, names, cwd)


def say_unreadable(looks: Iterable[Looked]) -> bool:
    """Say of each file that could not be read why that is; whether there is one."""
    unreadable = [looked.unreadable for looked in looks if looked.unreadable is not None]
    for message, hint in unreadable:
        say(f"error: {message}" + (f"\nhint: {hint}" if hint else ""))
    return bool(unreadable)


def statistics(findings: Iterable[Finding]) -> str:
    """How often each rule found something, the commonest first."""
    findings = tuple(findings)
    counts = Counter((finding.code, finding.name) for finding in findings)
    mendable = {finding.name for finding in findings if finding.mend is not None and finding.mend.safe}
    width = len(str(max(counts.values(), default=0)))
    lines = [
        f"{number:>{width}}  {code}  {name}{'  (fixable with --fix)' if name in mendable else ''}"
        for (code, name), number in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    ]
    return "\n".join(lines) or "nothing found"


def print_settings(request: Request) -> int:
    """Print what the project says about the linter."""
    write_data(shown(request.settings(here())))
    return 0


def _cache_file(cwd: Path) -> Path:
    """Where what was found is kept; nothing is written into the project."""
    import platformdirs

    from rootcause.lint.cache import digest

    folder = platformdirs.user_cache_path("rootcause", appauthor=False)
    return folder / "lint" / f"{digest(str(cwd).encode(errors='surrogateescape'))}.json"
