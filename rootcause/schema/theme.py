"""The schema of a theme file: the look of a team's reports."""

from __future__ import annotations

from typing import Final

from rootcause.report.theme import Colour
from rootcause.report.words import ENGLISH
from rootcause.report.words.rewording import REWORDABLE, heading
from rootcause.schema import meanings
from rootcause.schema.pieces import NOT_BLANK, Schema, file, mapping

_LONGEST: Final = 200
_COLOUR: Final[Schema] = {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}
_TEXT: Final[Schema] = {"type": "string", "pattern": NOT_BLANK, "maxLength": _LONGEST}


def theme() -> Schema:
    """The schema of a theme file."""
    palette = mapping({str(colour): _COLOUR for colour in Colour}, (), meanings.THEME_COLOURS)
    keys: dict[str, Schema] = {
        "name": _TEXT,
        "logo": mapping({"file": _TEXT, "text": _TEXT}, ("file", "text"), meanings.THEME_LOGO),
        "colours": mapping({"light": palette, "dark": palette, "print": palette}, (), meanings.THEME_PALETTES),
        "words": mapping(dict.fromkeys(REWORDABLE, _TEXT), (), {name: _meaning(name) for name in REWORDABLE}),
    }
    return file("The look of the reports of a team", mapping(keys, (), meanings.THEME))


def _meaning(name: str) -> str:
    return f'Instead of "{heading(ENGLISH, name)}".'
