from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from markdown_it import MarkdownIt

from rootcause.errors import RootcauseError
from rootcause.report.model import Report
from rootcause.report.template.data import template_data
from rootcause.report.template.kind import Kind, kind_of
from rootcause.report.template.limits import Limits
from rootcause.report.template.rendering import render
from rootcause.report.theme import Theme

NAUGHTY = (
    "# a heading",
    "- an item",
    "1. an item",
    "> a quote",
    "*bold* _a_ `code` ~~gone~~",
    "[a](https://evil.example) ![b](https://evil.example/c.png)",
    "<https://evil.example> https://evil.example www.evil.example",
    "<script>alert(1)</script>",
    "a | b",
    "&lt;b&gt; &amp;",
    "---",
    "===",
    "```",
    "    indented",
    "trailing #",
    "two\n\nparagraphs\n# here",
    "\\",
    "a\u202eb",
    "@somebody",
    "| - |",
    "[x]: https://evil.example",
    "<!-- -->",
    "+ 1",
    "2) b",
)


def rendered(template: str, name: str = "t.md.j2", **data: Any) -> str:
    return render(name, {name: template}.get, data, Limits())


def text_of(markdown: str) -> str:
    """The text of a document, and a sign for everything in it that is more than text."""
    found = []
    for token in MarkdownIt("gfm-like").parse(markdown):
        for child in token.children or ():
            found.append(
                child.content
                if child.type in ("text", "text_special")
                else "\n"
                if child.type == "softbreak"
                else f"<{child.type}>"
            )
        if token.type not in ("inline", "paragraph_open", "paragraph_close"):
            found.append(f"<{token.type}>")
    return "".join(found)


def shown(text: str) -> str:
    return " ".join(text.replace("\u202e", "\\u{202e}").split())


@pytest.mark.parametrize("typed", NAUGHTY)
@pytest.mark.parametrize("place", ["{{ x }}", "{{ x ~ '' }}", "{{ x + '' }}", "{% set y = x %}{{ y }}", "{{ [x] | join }}", "{{ '%' | replace('%', x) }}", "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(x) }}"])  # fmt: skip
def test_what_people_typed_is_text_in_markdown(place: str, typed: str) -> None:
    assert text_of(rendered(place, x=typed)) == shown(typed)


@pytest.mark.parametrize("typed", NAUGHTY)
def test_what_people_typed_is_text_beside_markup_in_markdown(typed: str) -> None:
    for place in ("{% macro m() %}a {% endmacro %}{{ m() ~ x }}", "{{ ('a ' | as_markup) + x }}", "{{ ['a ' | as_markup, x] | join }}", "{{ 'a %' | as_markup | replace('%', x) }}"):  # fmt: skip
        assert text_of(rendered(place, x=typed)).replace("\\u{202e}", "") == f"a {shown(typed)}".replace(
            "\\u{202e}", ""
        )


@pytest.mark.parametrize("typed", NAUGHTY)
def test_a_cell_and_a_heading_stay_what_they_are(typed: str) -> None:
    page = rendered("# {{ x }}\n\n| a |\n|---|\n| {{ x }} |\n| c |\n", x=typed)
    tokens = [token.type for token in MarkdownIt("gfm-like").parse(page)]
    assert tokens.count("heading_open") == 1
    assert tokens.count("tr_open") == 3
    assert tokens.count("td_open") == 2


@pytest.mark.parametrize(
    "place",
    ["{{ x }}", "<a title=\"{{ x }}\">a</a>", "{{ x ~ '' }}", "{{ ('<b>' | as_markup) ~ x }}", "{{ x | paragraphs }}", "{{ x | link }}", "{{ x | indent(2, true) }}"],
)  # fmt: skip
def test_what_people_typed_is_text_in_html(place: str) -> None:
    page = rendered(place, "t.html", x='<script>alert("1")</script>\'" onload=\'x')
    assert "<script" not in page
    assert page.count('"') == place.count('"')


def test_who_wants_markup_says_so() -> None:
    assert rendered("{{ x | as_markup }}", x="**a**") == "**a**"
    assert rendered("{{ x | as_markup }}", "t.html", x="<b>a</b>") == "<b>a</b>"


def test_plain_templates_write_what_was_typed_but_nothing_that_acts_in_a_terminal() -> None:
    assert rendered("{{ x }}", "t.txt", x="<b> *a* \x1b[31m") == "<b> *a* \\u{1b}[31m"


@pytest.mark.parametrize(
    ("name", "template", "x", "found"),
    [
        ("t.md", "{{ x | paragraphs }}", "a\nb\n\n# c", "a\\\nb\n\n\\# c"),
        ("t.html", "{{ x | paragraphs }}", "a\nb\n\n<c>", "<p>a<br>\nb</p>\n<p>&lt;c&gt;</p>"),
        ("t.txt", "{{ x | paragraphs }}", "a\nb\n\nc", "a\nb\n\nc"),
        ("t.md", "{{ x | link }}", "https://a.example/b", "<https://a.example/b>"),
        ("t.html", "{{ x | link }}", "https://a.example/?b&c", '<a href="https://a.example/?b&amp;c">https://a.example/?b&amp;c</a>'),
        ("t.html", "{{ x | link }}", "javascript:alert(1)", "javascript:alert(1)"),
        ("t.md", "{{ x | link }}", "javascript:alert(1)", "javascript:alert(1)"),
        ("t.txt", "{{ x | link }}", "https://a.example", "https://a.example"),
        ("t.tex", "{{ x | tex }}", "50 % of {a_b} \\ ^ ~ $ # &", "50 \\% of \\{a\\_b\\} \\textbackslash{} \\textasciicircum{} \\textasciitilde{} \\$ \\# \\&"),
        ("t.txt", "{{ x | indent(2) }}", "a\nb", "a\n  b"),
        ("t.txt", "{{ x | round(1) }}", 1.25, "1.2"),
        ("t.md", "{{ x }}", None, ""),
        ("t.md", "{{ x }}", -5, "\\-5"),
        ("t.md", "{{ nothing | default('none') }}", None, "none"),
        ("t.md", "{{ nothing.at.all | default('none') }}", None, "none"),
        ("t.md", "{{ 'yes' if nothing is defined else 'no' }}", None, "no"),
        ("t.txt", "{{ [{'n': 1}, {'n': 2}] | join(', ', 'n') }}", None, "1, 2"),
        ("t.txt", "{{ {'items': 1}.items }}", None, "1"),
    ],
)  # fmt: skip
def test_filters(name: str, template: str, x: object, found: str) -> None:
    assert rendered(template, name, x=x) == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("letter.md.j2", Kind.MARKDOWN),
        ("letter.MD", Kind.MARKDOWN),
        ("page.html.jinja", Kind.HTML),
        ("page.htm", Kind.HTML),
        ("mail.txt.j2", Kind.PLAIN),
        ("letter.tex", Kind.PLAIN),
        ("letter.j2", Kind.PLAIN),
        ("letter", Kind.PLAIN),
        (".md", Kind.PLAIN),
    ],
)
def test_the_ending_says_what_a_template_writes(name: str, kind: Kind) -> None:
    assert kind_of(name) is kind


def test_an_error_names_the_template_it_is_in() -> None:
    templates = {"a.md": "one\n{% include 'b.md' %}", "b.md": "two\n\n{{ titel }}"}
    with pytest.raises(RootcauseError) as caught:
        render("a.md", templates.get, {"title": "x"}, Limits())
    assert caught.value.message == 'b.md:3: there is no "titel"; did you mean "title"?'
    assert caught.value.hint == "docs/templates.md describes every field, filter and limit"


def test_ready_parts_are_not_escaped_again(sample: Callable[[str], Report]) -> None:
    report = sample("parcels")
    whole = rendered("{{ content }}", **template_data(report, Kind.MARKDOWN, Theme()))
    from rootcause.report.markdown import render_markdown

    assert whole == render_markdown(report).rstrip("\n")
    page = rendered("{{ sections.actions.content }}", "t.html", **template_data(report, Kind.HTML, Theme()))
    assert page.startswith("<")


def test_every_section_of_a_report_is_there(sample: Callable[[str], Report]) -> None:
    sections = template_data(sample("parcels"), Kind.MARKDOWN, Theme())["sections"]
    page = rendered("{{ content }}", content=template_data(sample("parcels"), Kind.MARKDOWN, Theme())["content"])
    for section in sections.values():
        if section["content"]:
            assert f"## {section['title']}\n\n{section['content']}" in page


def test_a_template_that_fits_one_case_fits_all(
    sample: Callable[[str], Report], reported: Callable[..., Report]
) -> None:
    template = """\
{% for one in actions %}{{ one.fields.owner.text }}{{ one.fields.due.by }}{% endfor %}
{% for one in timeline.entries %}{{ one.fields.what.note }}{% endfor %}
{{ sections.recovery.content }}{{ theme.name }}{{ pictures.timeline | default("") }}
"""
    for report in (sample("parcels"), sample("gitlab"), reported()):
        rendered(template, **template_data(report, Kind.MARKDOWN, Theme()))
