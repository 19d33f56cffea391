"""The page: what a browser must know of it, the head with the summary, the contents, the sections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from rootcause import __version__
from rootcause.report.diagrams import Figure
from rootcause.report.html.addresses import Addresses
from rootcause.report.html.blocks import BlockWriter, Draw
from rootcause.report.html.inlines import direction_of_language, element, escape
from rootcause.report.html.stylesheet import digest, for_pdf, for_screens
from rootcause.report.model import Block, Document, Heading, Text
from rootcause.report.plain_text import plain
from rootcause.report.theme import DEFAULT, Theme
from rootcause.report.words import ENGLISH, Words

if TYPE_CHECKING:
    from rootcause.report.svg.render import Drawing

_OF_SECTIONS: Final = 2
_FEWEST_LISTED: Final = 6
_OURS: Final = ("report", "contents")


class Section(Struct, frozen=True):
    """A heading of the second level with what stands below it, and its address."""

    id: str
    heading: Heading
    blocks: tuple[Block, ...]


class Setting(Struct, frozen=True):
    """What a page depends on beside the report."""

    language: str
    words: Words
    stylesheet: str
    theme: Theme
    draw: Draw
    made: str = ""


def render_html(
    report: Document, theme: Theme = DEFAULT, *, language: str | None = None, words: Words = ENGLISH
) -> str:
    """One file that needs nothing beside it; ends with a line break.

    `language` is the tag of the language that most of it is in, where that is not the language of the words.
    """
    setting = Setting(language or words.language, words, for_screens(theme), theme, _on_screens)
    return write_page(report, setting)


def page_for_paper(
    report: Document, theme: Theme, *, language: str | None, words: Words, paper: str, made: datetime | None
) -> str:
    """The page for a program that sets it on sheets of this size, and says in their file when they were made."""
    moment = "" if made is None else made.isoformat(timespec="seconds")
    sheets, pictures = for_pdf(theme, paper), partial(_on_paper, theme=theme, is_one_page=report.is_one_page)
    return write_page(report, Setting(language or words.language, words, sheets, theme, pictures, moment))


def _on_screens(figure: Figure) -> str:
    from rootcause.report.svg.render import Form

    return "".join(part.svg(Form.INLINE) for part in _drawn(figure))


def _on_paper(figure: Figure, theme: Theme, is_one_page: bool) -> str:
    from rootcause.report.html.paper import on_paper
    from rootcause.report.html.parts import TALLEST, TALLEST_OF_ONE_PAGE

    tallest = TALLEST_OF_ONE_PAGE if is_one_page else TALLEST
    return "".join(on_paper(part, theme, tallest) for part in _drawn(figure))


def _drawn(figure: Figure) -> tuple[Drawing, ...]:
    from rootcause.report.html.parts import parts
    from rootcause.report.svg.render import draw

    return parts(draw(figure))


def write_page(report: Document, setting: Setting) -> str:
    """The page, with its stylesheet and the pictures as they are drawn for its purpose."""
    addresses = Addresses(report.blocks, _OURS)
    head, sections = _parts(report.blocks, addresses)
    # The summary stands with the title, before the contents.
    told = sections[:1] if report.summary else ()
    around = direction_of_language(setting.language)
    writer = BlockWriter(addresses, setting.words.pages, around, setting.draw)
    lead = "\n".join([writer.write(head), *(_section(one, writer, "summary") for one in told)])
    rest = sections[len(told) :]
    contents = _contents(rest, addresses, setting)
    body = "\n".join(_section(one, writer) for one in rest)
    kind = ' class="one-page"' if report.is_one_page else ""
    return f"""\
<!DOCTYPE html>
<html lang="{escape(setting.language)}" dir="{around}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(setting)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="rootcause {__version__}">
<meta name="referrer" content="no-referrer">
{_moment(setting.made)}<title>{escape(report.title)}</title>
<style>{setting.stylesheet}</style>
</head>
<body{kind}>
<a class="skip" href="#report">{escape(setting.words.pages.skip)}</a>
<header>
{_owner(setting.theme)}{lead}
</header>
{contents}<main id="report" tabindex="-1">
{body}
</main>
</body>
</html>
"""


def _moment(made: str) -> str:
    names = ("dcterms.created", "dcterms.modified") if made else ()
    return "".join(f'<meta name="{name}" content="{escape(made)}">\n' for name in names)


def _policy(setting: Setting) -> str:
    """Nothing is loaded and nothing runs: only our own stylesheet, by its digest, and a logo that stands inside."""
    images = "" if setting.theme.logo is None else "; img-src data:"
    style = f"style-src 'sha256-{digest(setting.stylesheet)}'"
    return f"default-src 'none'; {style}{images}; base-uri 'none'; form-action 'none'"


def _parts(blocks: Sequence[Block], addresses: Addresses) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """What stands above the first heading of the second level, and the sections."""
    head: list[Block] = []
    sections: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == _OF_SECTIONS:
            sections.append((block, []))
        else:
            (sections[-1][1] if sections else head).append(block)
    return tuple(head), tuple(
        Section(addresses.of_text(plain(heading.inlines), "section"), heading, tuple(below))
        for heading, below in sections
    )


def _section(section: Section, writer: BlockWriter, kind: str = "") -> str:
    name = f' class="{kind}"' if kind else ""
    parts = filter(None, [writer.heading(section.heading), writer.write(section.blocks)])
    return "\n".join([f'<section id="{section.id}"{name}>', *parts, "</section>"])


def _contents(sections: Sequence[Section], addresses: Addresses, setting: Setting) -> str:
    """Links to the sections; a short report needs none."""
    if len(sections) < _FEWEST_LISTED:
        return ""
    around = direction_of_language(setting.language)
    titles = ((one.id, Text(plain(one.heading.inlines))) for one in sections)
    links = (f"<li>{element('a', (title,), addresses, around, {'href': f'#{id}'})}</li>" for id, title in titles)
    title = f'<h2 id="contents">{escape(setting.words.pages.contents)}</h2>'
    return "\n".join(['<nav aria-labelledby="contents">', title, "<ol>", *links, "</ol>", "</nav>", ""])


def _owner(theme: Theme) -> str:
    """Whose report it is: the logo, and the name where the logo does not say it."""
    logo, name = theme.logo, theme.name.strip()
    sign = "" if logo is None else f'<img class="logo" src="{escape(logo.data)}" alt="{escape(logo.text)}">\n'
    is_said = not name or (logo is not None and name in logo.text)
    return sign if is_said else f'{sign}<p class="owner">{escape(name)}</p>\n'
