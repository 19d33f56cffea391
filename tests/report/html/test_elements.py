"""What single blocks become."""

from __future__ import annotations

import re

import pytest

from rootcause.report.diagrams import Bar, BarDiagram, Figure
from rootcause.report.html.addresses import Addresses, address
from rootcause.report.html.blocks import BlockWriter
from rootcause.report.html.inlines import Direction
from rootcause.report.model import (
    Align,
    Anchor,
    Block,
    Code,
    Column,
    Emphasis,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Table,
    Text,
)
from rootcause.report.words import ENGLISH

HEBREW = "הגיבוי לא נבדק"


def written(*blocks: Block, around: Direction = "ltr") -> str:
    writer = BlockWriter(Addresses(blocks), ENGLISH.pages, around, lambda figure: f"<svg>{figure.name}</svg>\n")
    return writer.write(blocks)


def paragraph(*inlines: Inline, around: Direction = "ltr") -> str:
    return written(Paragraph(inlines), around=around)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("finding", "answer-finding"),
        ("causes[1.2].because", "answer-causes-1.2-because"),
        ("actions[3].done_when", "answer-actions-3-done_when"),
        ("E12", "evidence-12"),
        ('x" onload="y', "answer-x-onload-y"),
    ],
)
def test_an_address_is_made_of_the_key(key: str, expected: str) -> None:
    assert address(key) == expected


def test_only_the_first_place_of_an_answer_has_its_address() -> None:
    place = Paragraph((Anchor("finding"), Text("Found")))
    assert written(place, place) == '<p><span id="answer-finding"></span>Found</p>\n<p>Found</p>'


def test_two_headings_of_the_same_words_have_two_addresses_and_none_takes_that_of_an_answer() -> None:
    headings = [Heading(1, (Text(text),)) for text in ("Why? Äpfel!", "why äpfel", "Answer finding", "?!")]
    text = written(*headings, Paragraph((Anchor("finding"), Text("x"))))
    ids = ["why-äpfel", "why-äpfel-2", "part-answer-finding", "part", "answer-finding"]
    assert [part.partition('"')[0] for part in text.split('id="')[1:]] == ids


def test_a_heading_leaves_no_level_out() -> None:
    text = written(*(Heading(level, (Text("x"),)) for level in (1, 3, 3, 2, 6)))
    assert [line[:3] for line in text.splitlines()] == ["<h1", "<h2", "<h3", "<h2", "<h3"]


def test_evidence_is_led_to_and_leads_back_to_its_first_mention() -> None:
    entry = Paragraph((Anchor("E1"), Strong("E1"), Text(" the log")))
    text = written(*(Paragraph((Text("It broke ("), Text("E1", to="E1"), Text(")"))) for _ in range(2)), entry)
    assert text == (
        '<p>It broke (<a href="#evidence-1" id="to-evidence-1">E1</a>)</p>\n'
        '<p>It broke (<a href="#evidence-1">E1</a>)</p>\n'
        '<p><span id="evidence-1"></span><strong>E1</strong> the log '
        '<a class="back" href="#to-evidence-1" aria-label="Back to where E1 is mentioned first">↩</a></p>'
    )


def test_what_leads_nowhere_is_no_link() -> None:
    assert paragraph(Text("E1", to="E1")) == "<p>E1</p>"


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        (Text("<b>&amp;\"'"), "&lt;b&gt;&amp;amp;&quot;&#x27;"),
        (Text("a\n b\u202e"), "a b\\u{202e}"),
        (Strong(" x<"), "<strong> x&lt;</strong>"),
        (Emphasis(" "), ""),
        (Code("a  b"), "<code>a b</code>"),
        (Link("https://example.com/?a=b&c"), 'href="https://example.com/?a=b&amp;c" rel="noopener noreferrer"'),
        (Link("javascript:alert(1)"), "javascript:alert(1)"),
        (LineBreak(), "<br>"),
    ],
)
def test_text_is_escaped_for_its_place(inline: Inline, expected: str) -> None:
    text = paragraph(Text("x"), inline, Text("y"))
    assert expected in text
    assert "<a" not in text or isinstance(inline, Link)


def test_text_that_runs_the_other_way_stands_apart_from_what_is_around_it() -> None:
    assert paragraph(Text("Said: "), Text(HEBREW), Text(" (fact)")) == f"<p>Said: <bdi>{HEBREW}</bdi> (fact)</p>"
    assert paragraph(Text(HEBREW), Text(" (fact)")) == f'<p dir="rtl">{HEBREW}<bdi> (fact)</bdi></p>'
    assert paragraph(Text(HEBREW), around="rtl") == f"<p>{HEBREW}</p>"
    assert paragraph(Text("1, 2 and 3"), around="rtl") == '<p dir="ltr">1, 2 and 3</p>'
    assert paragraph(Text("1 2 3"), around="rtl") == "<p>1 2 3</p>"


def test_answers_stand_beside_their_labels() -> None:
    label = Strong("Users:", is_label=True)
    lone = Items(((Paragraph((label, Text(" "), Anchor("users"), Text("5"))),),))
    expected = '<dl>\n<div><dt>Users</dt><dd><p><span id="answer-users"></span>5</p></dd></div>\n</dl>'
    assert written(lone) == expected
    mixed = Items((*lone.items, (Paragraph((Text("x"),)),)))
    assert "<dl>" not in written(mixed)
    assert written(Items(())) == ""


def test_what_is_said_beside_an_answer_is_set_apart() -> None:
    said = (Strong("1"), Text(" It broke"), LineBreak(), Emphasis("Kind:"), Text(" Tools"))
    text = '<p><strong>1</strong> It broke</p>\n<p class="details"><em>Kind:</em> Tools</p>'
    assert paragraph(*said) == text
    assert paragraph(Text("a"), LineBreak(), Text("b")) == "<p>a<br>b</p>"


def test_a_table_has_a_name_and_says_what_its_heads_are_for() -> None:
    columns = (Column(""), Column("Cost, once", Align.RIGHT), Column('Said "so"'))
    rows = (((Text("Refund"),), (Text("40 EUR"),), (Text("x" * 30),)), ((Text("Mend"),), (), ()))
    text = written(Heading(1, (Text("Options"),)), Table(columns, rows))
    assert 'role="group" aria-labelledby="table-options" tabindex="0"' in text
    assert '<table class="stacks">\n<caption id="table-options">Options</caption>' in text
    assert '<td></td><th scope="col" class="figure">Cost, once</th>' in text
    assert '<th scope="row">Refund</th><td class="figure" data-label="Cost, once">40 EUR</td>' in text
    assert f'<td class="long" data-label="Said &quot;so&quot;">{"x" * 30}</td>' in text


def test_a_table_has_the_name_of_the_label_or_the_heading_above_it() -> None:
    table = Table((Column("When"),), ())
    label = Strong("Steps:", is_label=True)
    answer = (Paragraph((label, Text(" x"))), table)
    heading = Heading(1, (Text("Times"),))
    text = written(heading, Items((answer,)), table, Paragraph((label, Text(" "))), table)
    assert re.findall(r"<caption[^>]*>(.*)</caption>", text) == ["Steps", "Times", "Steps"]


def test_figures_side_by_side_do_not_stack_and_short_texts_do_not_break() -> None:
    columns = (Column("After"), Column("Refund", Align.RIGHT), Column("Mend", Align.RIGHT))
    text = written(Table(columns, (((Text("1 month"),), (Text("1"),), (Text("2"),)),)))
    assert "<table>" in text
    assert '<td class="short" data-label="After">1 month</td>' in text


@pytest.mark.parametrize(("columns", "kind"), [(5, "short"), (8, "")], ids=["few", "many"])
def test_among_many_columns_a_day_may_break(columns: int, kind: str) -> None:
    cells = ((Text("27 November 2026"),),) * columns
    text = written(Table((Column("Day"),) * columns, (cells,)))
    assert text.count(f'<td class="{kind}" data-label="Day">') == (columns if kind else 0)


def test_a_figure_has_its_title_and_a_place_to_scroll_in() -> None:
    figure = Figure("strength", "Strength <of> actions", "3 bars", BarDiagram((Bar("Weaker", 3),)))
    assert written(figure) == (
        '<figure id="figure-strength">\n'
        '<div class="rc-scroll" role="group" aria-labelledby="figure-strength-title" tabindex="0">\n'
        "<svg>strength</svg>\n</div>\n"
        '<figcaption id="figure-strength-title">Strength &lt;of&gt; actions</figcaption>\n</figure>'
    )


def test_a_title_that_the_heading_has_said_is_there_for_those_who_do_not_see() -> None:
    figure = Figure("causes", "Causes", "1 bar", BarDiagram((Bar("Weaker", 1),)))
    text = written(Heading(2, (Text("Why"),)), figure, Heading(3, (Text("Causes"),)), figure)
    assert re.findall(r"<figcaption[^>]*?( class=.*)?>Causes", text) == ["", ' class="unseen"']
