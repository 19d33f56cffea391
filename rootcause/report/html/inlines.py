"""Text within a line: escaped, and isolated where it runs the other way than the text around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape as as_reference
from typing import Final, Literal, assert_never

from rootcause.report.escaping import web_address
from rootcause.report.html.addresses import Addresses
from rootcause.report.model import Anchor, Code, Emphasis, Inline, Inlines, LineBreak, Link, Strong, Text
from rootcause.source.visible import visible

Direction = Literal["ltr", "rtl"]
Attributes = Mapping[str, str]

NO_ATTRIBUTES: Final[Attributes] = {}

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ACTS: Final = re.compile("[^ -~]|[&<>\"']|  ")
_SPACES: Final = re.compile(r"[ \t\r\n]+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LANGUAGES_FROM_THE_RIGHT: Final = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


def direction_of_language(language: str) -> Direction:
    """Which way its text runs."""
    return "rtl" if language.partition("-")[0].casefold() in _LANGUAGES_FROM_THE_RIGHT else "ltr"


def direction(inlines: Inlines, around: Direction) -> Direction:
    """Which way the text runs: that of its first letter, labels aside; that of the text around it without letters."""
    for inline in inlines:
        if isinstance(inline, Anchor | LineBreak) or (isinstance(inline, Strong) and inline.is_label):
            continue
        letter = _LETTER.search(inline.url if isinstance(inline, Link) else inline.text)
        if letter is not None:
            return "rtl" if _RIGHT_TO_LEFT.match(letter[0]) else "ltr"
    return around


def escape(text: str) -> str:
    """For the text of an element and for the value of an attribute in quotes; on one line, nothing in it hidden."""
    if _ACTS.search(text) is None:
        return text
    return as_reference(visible(_SPACES.sub(" ", text)))


def element(
    name: str,
    inlines: Inlines,
    addresses: Addresses,
    around: Direction,
    attributes: Attributes = NO_ATTRIBUTES,
    *,
    end: str = "",
) -> str:
    """An element with the inlines in it, then `end`; an attribute without a value is left out.

    Text that runs the other way than the page turns the whole element. A paragraph without text leaves its addresses.
    """
    own = direction(inlines, around)
    inner = "".join(_inline(inline, addresses, own) for inline in inlines).strip(" ")
    if name == "p" and not any(map(_has_text, inlines)):
        return inner
    given = {"dir": own, **attributes} if own != around else attributes
    written = "".join(f' {key}="{escape(value)}"' for key, value in given.items() if value)
    return f"<{name}{written}>{inner}{end}</{name}>"


def _has_text(inline: Inline) -> bool:
    match inline:
        case Anchor() | LineBreak():
            return False
        case Link(url):
            return bool(url)
    return not inline.text.isspace() and bool(inline.text)


def _inline(inline: Inline, addresses: Addresses, around: Direction) -> str:
    match inline:
        case Text(text, to):
            return _referring(_isolated(text, around), to, addresses)
        case Strong(text):
            return _marked("strong", text, around)
        case Emphasis(text):
            return _marked("em", text, around)
        case Code(text):
            return _marked("code", text, around)
        case Link(url):
            address = web_address(url)
            if address is None:
                return _isolated(url, around)
            return f'<a href="{escape(address)}" rel="noopener noreferrer">{_isolated(address, around)}</a>'
        case LineBreak():
            return "<br>"
        case Anchor(key):
            id = addresses.take(key)
            return "" if id is None else f'<span id="{id}"></span>'
    assert_never(inline)


def _marked(name: str, text: str, around: Direction) -> str:
    return f"<{name}>{_isolated(text, around)}</{name}>" if text.strip() else ""


def _isolated(text: str, around: Direction) -> str:
    return f"<bdi>{escape(text)}</bdi>" if _turns(text, around) else escape(text)


def _turns(text: str, around: Direction) -> bool:
    """Whether any of it runs the other way."""
    if around == "ltr":
        return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None
    return any(not _RIGHT_TO_LEFT.match(letter) for letter in _LETTER.findall(text))


def _referring(written: str, to: str, addresses: Addresses) -> str:
    id = addresses.refer(to) if to else None
    if id is None:
        return written
    back = f' id="{id.back}"' if id.is_first else ""
    return f'<a href="#{id.target}"{back}>{written}</a>'
