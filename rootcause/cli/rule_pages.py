"""Rules and checks as lines of a list and as pages, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module

from msgspec import Struct, field

from rootcause.analysis import checks
from rootcause.cli.checking import selection
from rootcause.cli.output import Json
from rootcause.errors import RootcauseError
from rootcause.lint.documentation import page
from rootcause.lint.rule import Rule
from rootcause.lint.rule_names import named
from rootcause.lint.rules import families
from rootcause.source.diagnostic import Severity
from rootcause.source.nearest import nearest
from rootcause.source.page import doc_page


class Page(Struct, frozen=True):
    """What there is to say about a rule for questionnaires, or a check of analyses: `kind` says which.

    `ending` says how one place is left as it is. `on` is false where it has to be selected.
    """

    kind: str
    code: str
    name: str
    family: str
    severity: Severity
    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    ending: str
    on: bool = True
    options: Mapping[str, int | list[str]] = field(default_factory=dict)


def pages() -> list[Page]:
    """The page of every rule, then that of every check."""
    return [*map(_of_rule, families()), *map(_of_check, checks.families())]


def page_of(word: str) -> Page:
    """The page of the rule or check with that name or code. Raises RootcauseError when there is none."""
    name = named(word.lower()) or named(word.upper())
    if name is not None:
        return _of_rule(name)
    check = selection.named(word)
    if check is None:
        raise RootcauseError(f'there is no rule "{word}"', hint=_suggestion(word))
    return _of_check(check.name)


def tables(pages: Sequence[Page]) -> Iterator[list[list[str]]]:
    """A row for each below the names of the columns; rules and checks apart."""
    for kind, head in (("rule", "WHAT IS WRONG IN A QUESTIONNAIRE"), ("check", "WHAT IS WRONG IN AN ANALYSIS")):
        rows = [[one.code, one.name, one.family, _severity(one), one.summary] for one in pages if one.kind == kind]
        yield [["CODE", "NAME", "FAMILY", "SEVERITY", head], *rows]


def as_text(page: Page) -> str:
    """A page to be read."""
    about = [page.family, _severity(page), *(f"{name} = {value}" for name, value in page.options.items())]
    parts = [f"{page.code} {page.name} ({', '.join(about)})", page.summary, page.why]
    for heading, blocks in (("Example:", page.bad), ("Use instead:", page.good)):
        parts += [f"{heading}\n\n{_indented(block)}" for block in blocks]
    return "\n\n".join(part for part in (*parts, page.ending) if part)


def as_data(page: Page) -> Json:
    """What a program may want to know of it."""
    return {
        "kind": page.kind,
        "code": page.code,
        "name": page.name,
        "family": page.family,
        "severity": page.severity.value,
        "on": page.on,
        "options": dict(page.options),
        "summary": page.summary,
        "why": page.why,
        "bad": list(page.bad),
        "good": list(page.good),
    }


def _of_rule(name: str) -> Page:
    read = page(name)
    rule = read.rule
    return Page(
        "rule",
        rule.code,
        name,
        families()[name],
        rule.severity,
        read.summary,
        read.why,
        read.bad,
        read.good,
        _silencing(rule),
        rule.on,
        rule.options,
    )


def _of_check(name: str) -> Page:
    one, read = checks.check(name), doc_page(import_module(checks.module_of(name)))
    return Page(
        "check",
        one.code,
        name,
        checks.families()[name],
        one.severity,
        read.summary,
        read.why,
        read.bad,
        read.good,
        f'To let it stand in a case: rootcause check CASE --waive {name} --at PLACE --because "why"',
    )


def _suggestion(word: str) -> str:
    names = [*families(), *checks.families()]
    near = nearest(word, names) or nearest(word.upper(), (one.code for one in pages()))
    return f'did you mean "{near}"?' if near else "`rootcause rule` lists all rules and checks"


def _severity(page: Page) -> str:
    return page.severity.value if page.on else f"{page.severity.value}, off"


def _indented(block: str) -> str:
    return "".join(f"    {line}" if line.strip() else line for line in block.splitlines(keepends=True)).rstrip("\n")


def _silencing(rule: Rule) -> str:
    if rule.always:
        return "It always counts: a file with such an error cannot be used."
    if not rule.on:
        return f"It is off unless it is selected: rootcause lint --extend-select {rule.name}"
    return f"To leave one place as it is: # rootcause: ignore[{rule.name}] -- why"
