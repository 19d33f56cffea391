"""Rules as lines of a list and as pages, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence

from rootcause.cli.output import Json
from rootcause.errors import RootcauseError
from rootcause.lint.documentation import Page, page
from rootcause.lint.rule_names import named, suggestion
from rootcause.lint.rules import families


def pages() -> list[Page]:
    """The page of every rule."""
    return [page(name) for name in families()]


def page_of(word: str) -> Page:
    """The page of the rule with that name or code. Raises RootcauseError when there is none."""
    name = named(word.lower()) or named(word.upper())
    if name is None:
        raise RootcauseError(f'there is no rule "{word}"', hint=suggestion(word))
    return page(name)


def rows(pages: Sequence[Page]) -> list[list[str]]:
    """A row for each rule, below the names of the columns."""
    head = ["CODE", "NAME", "SEVERITY", "WHAT IS WRONG"]
    return [head, *([one.rule.code, one.rule.name, _severity(one), one.summary] for one in pages)]


def as_text(page: Page) -> str:
    """A page to be read."""
    rule = page.rule
    about = [families()[rule.name], _severity(page), *(f"{name} = {value}" for name, value in rule.options.items())]
    parts = [f"{rule.code} {rule.name} ({', '.join(about)})", page.summary, page.why]
    for heading, blocks in (("Example:", page.bad), ("Use instead:", page.good)):
        parts += [f"{heading}\n\n{_indented(block)}" for block in blocks]
    parts.append(_silencing(page))
    return "\n\n".join(part for part in parts if part)


def as_data(page: Page) -> Json:
    """What a program may want to know of a rule."""
    rule = page.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "family": families()[rule.name],
        "severity": rule.severity.value,
        "on": rule.on,
        "options": dict(rule.options),
        "summary": page.summary,
        "why": page.why,
        "bad": list(page.bad),
        "good": list(page.good),
    }


def _severity(page: Page) -> str:
    return page.rule.severity.value if page.rule.on else f"{page.rule.severity.value}, off"


def _indented(block: str) -> str:
    return "".join(f"    {line}" if line.strip() else line for line in block.splitlines(keepends=True)).rstrip("\n")


def _silencing(page: Page) -> str:
    name = page.rule.name
    if page.rule.always:
        return "It always counts: a file with such an error cannot be used."
    if not page.rule.on:
        return f"It is off unless it is selected: rootcause lint --extend-select {name}"
    return f"To leave one place as it is: # rootcause: ignore[{name}] -- why"
