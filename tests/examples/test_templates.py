from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from rootcause.analysis.analysis import analyse
from rootcause.analysis.redaction import redact
from rootcause.cli.reporting.templating import render_template
from rootcause.cli.reporting.theme_file import load_theme
from rootcause.report.build import build_report
from rootcause.report.model import Report
from rootcause.report.template.data import FIELDS, SECTIONS, template_data
from rootcause.report.template.filters import OF_JINJA, filters_for
from rootcause.report.template.kind import Kind
from rootcause.report.template.limits import Limits
from rootcause.report.theme import Theme
from rootcause.report.words import ENGLISH
from rootcause.report.words.rewording import reworded
from tests.examples.records import EXAMPLES, ROOT, record_of_example

PAGE = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
TEMPLATES = ROOT / "examples" / "templates"


def report_on(example: str, theme: Theme | None = None) -> Report:
    words = ENGLISH if theme is None else reworded(ENGLISH, theme.words)
    return build_report(analyse(redact(record_of_example(example))[0]), words)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_letter_tells_why_and_what_will_be_done(example: str) -> None:
    theme = load_theme(ROOT / "examples" / "themes" / "theme.yaml")
    letter = render_template(report_on(example), TEMPLATES / "customer-letter.md.j2", theme)
    tokens = MarkdownIt("gfm-like").parse(letter)
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    assert headings[1:] == ["Why it happened", "What we will do", "What we did for you"]
    assert letter.endswith("Harbour Parcels\n")
    assert "\n\n\n" not in letter


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_page_has_the_colours_the_logo_and_the_words_of_the_team(example: str) -> None:
    theme = load_theme(ROOT / "examples" / "themes" / "theme.yaml")
    words = reworded(ENGLISH, theme.words)
    page = render_template(report_on(example, theme), TEMPLATES / "one-page.html.j2", theme, words)
    assert "#0b6b58" in page
    assert 'src="data:image/svg+xml;base64,' in page
    assert "<h2>What we will do</h2>" in page
    assert "<footer>Harbour Parcels</footer>" in page
    assert "<script" not in page
    assert re.findall(r'(?:src|href)="(?!data:)([^"]+)"', page) == []


@pytest.mark.parametrize("template", sorted(path.name for path in TEMPLATES.iterdir()))
def test_a_case_without_answers_is_no_error(template: str) -> None:
    record = record_of_example(EXAMPLES[0])
    empty = type(record)("A case", record.questionnaire, {}, frozenset())
    assert render_template(build_report(analyse(empty)), TEMPLATES / template)


def keys_of(value: Any, above: str = "") -> set[str]:
    """Every key of mappings whose keys are fixed."""
    match value:
        case dict():
            below = {key for name, one in value.items() for key in keys_of(one, name)}
            free = above in ("fields", "moments", "pictures", "after_months", "colours")
            return below if free else below | set(value)
        case list() | tuple():
            return {key for one in value for key in keys_of(one, above)}
    return set()


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_documentation_names_every_field(example: str) -> None:
    data = template_data(report_on(example), Kind.MARKDOWN, Theme())
    assert {key for key in keys_of(data) if f"`{key}`" not in PAGE} == set()


def test_the_documentation_names_every_section_and_every_list() -> None:
    assert {name for name in SECTIONS if f"`{name}`" not in PAGE} == set()
    assert {
        name for name in (*FIELDS, *(one for many in FIELDS.values() for one in many)) if f"`{name}`" not in PAGE
    } == set()
    headed = {
        name for example in EXAMPLES for name in template_data(report_on(example), Kind.MARKDOWN, Theme())["sections"]
    }
    assert headed <= set(SECTIONS)


def test_the_documentation_names_every_filter() -> None:
    assert {name for name in (*OF_JINJA, *filters_for(Kind.MARKDOWN)) if f"`{name}`" not in PAGE} == set()


def test_the_documentation_names_the_limits() -> None:
    limits = Limits()
    assert f"after {limits.seconds:g} s," in PAGE
    assert f"{limits.memory // 1_000_000} MB" in PAGE
    assert f"{limits.output // 1_000_000} million signs" in PAGE


def test_the_documented_loop_works(tmp_path: Path) -> None:
    (example,) = re.findall(r"```\n(\{%.*?)```", PAGE, flags=re.DOTALL)
    template = tmp_path / "loop.md.j2"
    template.write_text(example, encoding="utf-8")
    assert "- Repair the backups (nobody yet)\n" in render_template(report_on("gitlab-2017"), template)
