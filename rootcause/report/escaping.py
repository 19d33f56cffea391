"""How text stands in Markdown so that it is read as text: CommonMark, with the tables and links of GitHub and others.

What acts only in some places is escaped only there, so that the source stays readable. Characters that are
invisible or reorder a line are written out.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from rootcause.report.prose import even_spaces
from rootcause.source.visible import visible

_NO_BREAK = "\N{NO-BREAK SPACE}"

_ACTS = re.compile(
    r"[\\`*\[\]<|~@]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word an underscore is a letter
    r"|&(?=#?\w+;)"  # an entity
    r"|(?<=\S)\$"  # can end a formula
    r"|(?<=/)/|(?<=www)\.",  # addresses that GitHub and others turn into links
    re.IGNORECASE,
)
_QUIET = re.compile(r"[ !\"#%'()+,\-.0-9:;=>?A-Z^a-z{}]*")
"""ASCII without the signs above, but for the dot, which is in most texts."""
_WEB_ADDRESS = r"(?i:https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?([/?#]\S*)?)"
_LEADING_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")


def escape(text: str) -> str:
    """For any place within a line."""
    if _QUIET.fullmatch(text) and "  " not in text and "www." not in text.lower():
        return text
    return _ACTS.sub(lambda found: "\\" + found[0], visible(even_spaces(text)))


def start_of_line(line: str) -> str:
    """For text that begins a line of a paragraph: it starts no heading, list, quote, rule or code."""
    bare = line.strip(" ").rstrip()
    text = bare.lstrip(_NO_BREAK)
    indent = "&nbsp;" * (len(bare) - len(text))
    if indent or not text:
        return indent + text
    if text[0] in "#>+=:-":
        return "\\" + text
    number = _LEADING_NUMBER.match(text) if text[0].isdecimal() else None
    return text if number is None else f"{number[0]}\\{text[number.end() :]}"


def heading(line: str) -> str:
    """For a heading: signs at its end do not close it."""
    bare = line.strip()
    text = bare.rstrip("#")
    return bare if text == bare else f"{text}\\{bare[len(text) :]}"


def code(text: str) -> str:
    """For text to be copied letter by letter."""
    shown = visible(even_spaces(text)).strip()
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{space}{shown}{space}{fence}" if shown else ""


def web_address(text: str) -> str | None:
    """The address in the form that is safe to follow and to print, or None when it is not a plain web address."""
    plain = re.fullmatch(_WEB_ADDRESS, text) is not None and visible(text) == text
    return quote(text, safe="/:?#@!$&'()*+,=%~-._") if plain else None
