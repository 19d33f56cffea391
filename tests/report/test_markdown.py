from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from rootcause.report.escaping import code, web_address
from rootcause.report.markdown import render_markdown
from rootcause.report.model import (
    Align,
    Block,
    Code,
    Column,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
    Paragraph,
    Report,
    Strong,
    Table,
    Text,
)
from rootcause.report.prose import one_line, paragraphs
from rootcause.source.visible import visible

Test = TypeVar("Test", bound=Callable[..., None])

READER = MarkdownIt("gfm-like", {"html": True, "linkify": True})
READER.linkify.set({"fuzzy_link": False})  # GitHub makes no link of a bare domain

HOSTILE = [
    "# no heading",
    "1. no list",
    "1) no list",
    "- no list",
    "+ no list",
    "* no list",
    "> no quote",
    "no heading\n===",
    "no heading\n---",
    "a | b\n--- | ---\n1 | 2",
    "a\n:-",
    "| a |\n|---|",
    "```\nno code\n```",
    "~~~\nno code",
    "    no code",
    "\tno code",
    "***",
    "___",
    "*a* _b_ **c** __d__ ~~e~~ ~f~ `g` ``h``",
    "snake_case_name and _leading",
    "<script>alert(1)</script>",
    "<!-- no comment -->",
    "<b onclick=x>",
    "&amp; &lt; &#65; &#x41; &copy &nosuch;",
    "[x](javascript:alert(1))",
    "![x](http://example.com/x.png)",
    "[x]: http://example.com",
    "[^1]: note",
    "- [ ] no task",
    "http://example.com www.example.com ftp://example.com //example.com",
    "<http://example.com>",
    "mailto:a@example.com a@example.com @someone",
    "report.md example.com x.y.z 1.5 e.g. this",
    "\\* \\\\ \\",
    "ends with \\",
    "ends with !",
    "ends with #",
    "$1 and US$2$ and $$x$$",
    "line one\nline two\r\nline three\rline four",
    "one\n\n\ntwo",
    "a\u202eb\u2066c\u200bd\ufeffe",
    "\x1b[31mred\x07\x00",
    "中文\uff0c没有空格。\u3000下一句",
    "\u3000indented in Chinese",
    "שלום, עולם (1) [2] *3*",
    "🧑\u200d🚒 and e\u0301",
    "\u2028line\u2029paragraph\u0085next\x0bvertical\x0cform",
    "",
    "   ",
    "\u00a0",
]

pieces = st.sampled_from(
    [
        *"#>-+=:*_`~|<>[]()!&;\\$@/.1a中 \t\n",
        "1.",
        "](",
        "![",
        "http://",
        "www.",
        ".com",
        "--",
        "```",
        "<!--",
        "&#",
        "\u202e",
    ]
)
typed = st.one_of(st.lists(pieces, max_size=24).map("".join), st.text(max_size=40), st.sampled_from(HOSTILE)).filter(
    lambda text: not re.search("[\ud800-\udfff]", text)
)


def examples(*rest: object) -> Callable[[Test], Test]:
    """Each hostile text as an example, with the other arguments of the test behind it."""

    def with_examples(test: Test) -> Test:
        for text in HOSTILE:
            test = example(text, *rest)(test)
        return test

    return with_examples


def rendered(*blocks: Block) -> str:
    return render_markdown(Report("", (), blocks, None))  # type: ignore[arg-type]


def read(markdown: str) -> list[Token]:
    return READER.parse(markdown)


def plain(tokens: list[Token]) -> Iterator[str]:
    """The text of each inline block, with a line break where a reader sees one."""
    for token in tokens:
        if token.type == "inline":
            yield "".join(
                "\n" if child.type in ("hardbreak", "softbreak") else child.content for child in token.children or ()
            )


def made_of(tokens: list[Token]) -> set[str]:
    return {one.type for token in tokens for one in (token, *(token.children or ()))}


def shown(text: str) -> str:
    """What a person may expect to read where there is one line."""
    return visible(re.sub(r"[ \t\r\n]+", " ", text)).strip()


HARMLESS = {"inline", "text", "text_special", "paragraph_open", "paragraph_close"}


@examples()
@given(typed)
def test_a_paragraph_reads_as_it_was_typed(text: str) -> None:
    tokens = read(rendered(*paragraphs(text)))
    assert made_of(tokens) <= HARMLESS | {"hardbreak"}
    lines = [one_line(line.replace("\u00a0", " ")) for block in plain(tokens) for line in block.split("\n")]
    expected = [visible(one_line(line.replace("\u00a0", " "))) for line in re.split(r"\r\n?|\n", text)]
    assert [line for line in lines if line] == [line for line in expected if line]


@examples()
@given(typed)
def test_a_heading_reads_as_it_was_typed(text: str) -> None:
    tokens = read(rendered(Heading(2, (Text(text),))))
    assert made_of(tokens) <= {"inline", "text", "text_special", "heading_open", "heading_close"}
    assert [*plain(tokens)] == [shown(text)]


@examples(["1. x"])
@given(typed, st.lists(typed, max_size=2))
def test_an_item_reads_as_it_was_typed(text: str, below: list[str]) -> None:
    nested = Items(tuple((Paragraph((Text(one),)),) for one in below))
    tokens = read(rendered(Items(((Paragraph((Text(text),)), nested),))))
    lists = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
    assert made_of(tokens) <= HARMLESS | lists
    assert [*plain(tokens)] == [one for one in map(shown, [text, *below]) if one]


@examples("a | b")
@given(typed, typed)
def test_a_cell_reads_as_it_was_typed_and_stays_in_its_place(text: str, other: str) -> None:
    table = Table((Column("Left"), Column(other, Align.RIGHT)), (((Text(text),), (Text(other),)), ((), (Text("x"),))))
    tokens = read(rendered(table))
    assert [token.type for token in tokens].count("td_open") == 4
    assert not made_of(tokens) & {"html_inline", "html_block", "link_open", "image", "code_inline", "em_open", "s_open"}
    assert [*plain(tokens)] == ["Left", shown(other), shown(text), shown(other), "", "x"]


@examples(Strong)
@given(typed, st.sampled_from([Strong, Emphasis]))
def test_text_between_signs_of_ours_reads_as_it_was_typed(text: str, kind: type[Strong] | type[Emphasis]) -> None:
    tokens = read(
        rendered(Paragraph((Text("before "), kind(text), Text(" after"))), Paragraph((kind(text), Text(" x"))))
    )
    signs = {"strong_open", "strong_close"} if kind is Strong else {"em_open", "em_close"}
    assert made_of(tokens) <= HARMLESS | signs
    assert [*plain(tokens)] == [f"before {shown(text)} after", f"{shown(text)} x".strip()]


@examples()
@given(typed)
def test_text_to_copy_reads_as_it_was_typed(text: str) -> None:
    tokens = read(rendered(Paragraph((Text("x "), Code(text)))))
    assert made_of(tokens) <= HARMLESS | {"code_inline"}
    assert "".join(plain(tokens)) == f"x {shown(text)}".strip()
    assert bool(code(text)) == bool(shown(text))


@examples()
@given(typed)
def test_text_typed_in_two_halves_is_one_text(text: str) -> None:
    half = len(text) // 2
    halves: tuple[Inline, ...] = (Text(text[:half]), Text(text[half:]))
    tokens = read(rendered(Paragraph((Text("x "), *halves, Text(" y")))))
    assert made_of(tokens) <= HARMLESS
    assert "".join(plain(tokens)) == re.sub(" +", " ", re.sub(r"[\t\r\n]", " ", visible(f"x {text} y", keep="\t\r\n")))


@examples()
@given(typed)
def test_only_a_plain_web_address_becomes_a_link(text: str) -> None:
    tokens = read(rendered(Paragraph((Text("See! "), Link(text), Text(" there")))))
    links = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    assert [str(link.attrs["href"]) for link in links] == ([] if web_address(text) is None else [web_address(text)])
    assert made_of(tokens) <= HARMLESS | {"link_open", "link_close"}


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.com/a?b=c&d=e#f", "https://example.com/a?b=c&d=e#f"),
        ("http://localhost:8080/x", "http://localhost:8080/x"),
        ("https://example.com/a b", None),
        ("https://example.com/a|b", "https://example.com/a%7Cb"),
        ("https://example.com/<b>", "https://example.com/%3Cb%3E"),
        ("https://example.com/&copy;", "https://example.com/&copy%3B"),
        ("https://example.com/ä", "https://example.com/%C3%A4"),
        ("https://user@example.com", None),
        ("https://exämple.com", None),
        ("https://example.com/\u202e", None),
        ("https://", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("example.com", None),
    ],
)
def test_which_addresses_are_followed(typed: str, address: str | None) -> None:
    assert web_address(typed) == address


def test_two_lists_in_a_row_stay_two_lists() -> None:
    items = Items(((Paragraph((Text("a"),)),),))
    types = [token.type for token in read(rendered(items, items, items))]
    assert types.count("bullet_list_open") == 3


def test_indented_lines_stay_indented() -> None:
    assert rendered(*paragraphs("steps:\n  - one\n\t- two")) == (
        "steps:\\\n&nbsp;&nbsp;- one\\\n&nbsp;&nbsp;&nbsp;&nbsp;- two\n"
    )


def test_cells_line_up_in_the_source() -> None:
    table = Table(
        (Column("What"), Column("Cost", Align.RIGHT)),
        (((Text("a"),), (Text("5"),)), ((Text("漢字"),), (Text("1,200"),))),
    )
    assert rendered(table) == ("| What |  Cost |\n| ---- | ----: |\n| a    |     5 |\n| 漢字 | 1,200 |\n")
