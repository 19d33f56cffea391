"""Looks at a questionnaire with a few questions, as the settings say."""

from collections.abc import Callable

from rootcause.lint.finding import Finding
from rootcause.lint.linter import lint
from rootcause.lint.selection import select
from rootcause.lint.settings import Settings
from rootcause.source.text import SourceText
from tests.lint.examples import SKELETON

TWO = "Who noticed it? And when?"
"""What the rule several-questions finds."""


def questionnaire(questions: str) -> str:
    inner = "".join(f"      {line}" if line.strip() else line for line in questions.splitlines(keepends=True))
    return SKELETON.format(top="", questions=inner)


def look(text: str, resolve: Callable[[str], SourceText] | None = None, **settings: object) -> tuple[Finding, ...]:
    return lint(SourceText("q.yaml", text), select(Settings(**settings)), resolve=resolve)  # type: ignore[arg-type]


def told(text: str, **settings: object) -> list[tuple[str, int]]:
    """Name and line of what is not silenced."""
    return [(one.name, one.region.line) for one in look(text, **settings) if one.suppression is None]
