"""The page as a file: valid, closed, with an address for everything, and each text as it was typed."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.report.build import Style, build_report
from rootcause.report.html.page import render_html
from rootcause.report.model import Report
from rootcause.report.theme import Logo, Theme
from tests.examples.records import EXAMPLES, record_of_example
from tests.report.html.conftest import NAMES, SIXTY
from tests.report.html.reading import found, meant, parse
from tests.report.naughty import naughty_strings, with_texts

NAUGHTY = 500
Named = Callable[[str], Report]

DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "nav",
    "main",
    "section",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ol",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "div",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "strong",
    "em",
    "code",
    "bdi",
    "br",
    "span",
}
ATTRIBUTES = {
    "lang",
    "dir",
    "charset",
    "http-equiv",
    "content",
    "name",
    "href",
    "rel",
    "id",
    "class",
    "tabindex",
    "role",
    "scope",
    "data-label",
    "aria-labelledby",
    "aria-label",
}


def elements(page: str) -> Iterator[Element]:
    """Every element outside pictures, which have tests of their own."""
    waiting = [parse(page)]
    while waiting:
        element = waiting.pop()
        if element.tag.endswith("svg"):
            continue
        yield element
        waiting += element


@pytest.fixture(scope="module", params=NAMES)
def report(request: pytest.FixtureRequest, named_report: Named) -> Report:
    return named_report(request.param)


@pytest.fixture(scope="module")
def page(report: Report) -> str:
    return render_html(report)


def test_a_page_is_made_of_nothing_else(page: str) -> None:
    assert {element.tag for element in elements(page)} <= TAGS
    assert {name for element in elements(page) for name in element.attrib} <= ATTRIBUTES


def test_a_reader_finds_each_text_in_its_place(report: Report, page: str) -> None:
    assert found(page) == meant(report.blocks)


def test_each_address_is_given_once_and_each_link_leads_to_one(page: str) -> None:
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    targets = {element.get("href") for element in elements(page) if element.tag == "a"}
    assert {str(target)[1:] for target in targets if str(target).startswith("#")} <= set(ids)
    named = re.findall(r'aria-labelledby="([^"]*)"', page)
    assert {name for names in named for name in names.split()} <= set(ids)


def test_each_cause_and_action_has_an_address(report: Report, page: str) -> None:
    tree = {f"answer-causes-{cause.number}-because" for one in report.analysis.causes for cause in one.walk()}
    actions = {f"answer-actions-{number}-what" for number in range(1, len(report.analysis.actions) + 1)}
    ids = set(re.findall(r'<span id="([^"]*)"', page))
    assert tree <= {re.sub("^answer-whys", "answer-causes", id) for id in ids}
    assert actions <= ids


def test_headings_leave_no_level_out_and_there_is_one_of_the_first(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_contents_lead_to_every_section_but_the_summary(named_report: Named, name: str) -> None:
    page = render_html(named_report(name))
    sections = [element for element in elements(page) if element.tag == "section"]
    links = re.findall(r'<li><a href="#([^"]*)"', page.partition("<nav")[2].partition("</nav>")[0])
    assert {section.get("id") for section in sections if section.get("class") != "summary"} == set(links)
    assert len(links) == len(sections) - 1


def test_a_short_report_needs_no_contents(named_report: Named) -> None:
    assert "<nav" not in render_html(named_report(SIXTY))


@pytest.mark.parametrize("style", ["full", "one-page"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_tree_of_causes_says_no_more_than_the_heading_above_it(name: str, style: Style) -> None:
    page = render_html(build_report(analyse(record_of_example(name)), style=style))
    assert re.search(r'<figcaption id="figure-causes-title" class="unseen">', page)


def test_the_policy_allows_the_stylesheet_of_the_page_and_nothing_else(page: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    expected = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'http-equiv="Content-Security-Policy" content="{expected}"' in page


def test_nothing_is_loaded(page: str) -> None:
    assert not re.search(r"@import|url\(|<script|<link|<img|<iframe|<object|\bsrc=|\bon\w+=|\bstyle=", page)


def test_a_logo_stands_in_the_page_and_the_policy_allows_it(named_report: Named) -> None:
    theme = Theme(logo=Logo(data=DOT, text='Post & "Parcels"'))
    page = render_html(named_report(EXAMPLES[0]), theme)
    (image,) = [element for element in elements(page) if element.tag == "img"]
    assert image.attrib == {"class": "logo", "src": DOT, "alt": 'Post & "Parcels"'}
    assert "; img-src data:;" in page


def test_nothing_that_was_typed_becomes_markup() -> None:
    left = iter(naughty_strings(NAUGHTY))
    used = 0
    while used < NAUGHTY:
        for example in EXAMPLES:
            record, count = with_texts(record_of_example(example), iter(lambda: next(left, "And so on."), None))
            used += count
            report = build_report(analyse(record))
            page = render_html(report)
            assert found(page) == meant(report.blocks)
            assert {element.tag for element in elements(page)} <= TAGS
            assert {name for element in elements(page) for name in element.attrib} <= ATTRIBUTES
            ids = re.findall(r'\bid="([^"]*)"', page)
            assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("de-CH", "ltr"), ("ar", "rtl"), ("he-IL", "rtl")])
def test_the_page_says_its_language_and_which_way_it_runs(named_report: Named, language: str, direction: str) -> None:
    page = render_html(named_report(EXAMPLES[0]), language=language)
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert 'lang="en" dir="ltr"' in render_html(named_report(EXAMPLES[0]))


def test_the_same_report_gives_the_same_page(named_report: Named) -> None:
    report = named_report(EXAMPLES[0])
    assert render_html(report) == render_html(replace(report))
