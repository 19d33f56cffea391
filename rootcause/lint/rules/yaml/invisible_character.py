"""A character that nobody sees stands in the file.

It comes along when text is copied from a web page or a document. Two texts that look the same are then different, a
search does not find them, and in a terminal the character is written out in the middle of a word. In a key or an
expression a space that is no plain one, for instance one that does not break, is a part of the word beside it.

Characters that a script needs for its spelling, and marks of direction beside Arabic or Hebrew, are fine.

Example:

    - id: delivered
      type: yesno
      ask: Was it deliv<U+200B>ered?

Use instead:

    - id: delivered
      type: yesno
      ask: Was it delivered?
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule
from rootcause.source.diagnostic import Edit, Fix, Severity
from rootcause.source.places import Branch, Where
from rootcause.source.text import SourceText
from rootcause.source.tree import Tree
from rootcause.source.visible import INVISIBLE

_ODD_SPACE: Final = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DIRECTION_MARKS: Final = frozenset("\u061c\u200e\u200f")
# These have a rule of their own.
_REORDERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_BREAKS: Final = frozenset("\x85\u2028\u2029")
# Thai, Lao, Myanmar and Khmer have no spaces between words; one without width says where a line may be broken.
_WITHOUT_SPACES: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_NAMES: Final = frozenset(("id", "type", "role", "list", "part", "when", "that", "compute", "stop_when"))
_AT_MOST: Final = 100


def _check(context: Context) -> Iterator[Found]:
    source = context.source
    if source.text.isascii():
        return
    found = set(source.text) - _REORDERING
    characters = "".join(found)
    # Whether a joiner is needed depends on its neighbours, so here it only says that one has to look.
    if INVISIBLE.search(characters) or not found.isdisjoint("\x85\u200c\u200d"):
        refused = {one.span.start for one in context.loaded.diagnostics if one.source is source}
        yield from islice((one for one in _invisible(source) if one.span.start not in refused), _AT_MOST)
    if context.tree is not None and _ODD_SPACE.search(characters):
        yield from islice(_odd_spaces(context.tree), _AT_MOST)


def _invisible(source: SourceText) -> Iterator[Found]:
    text = source.text
    for found in re.finditer(f"[\x85]|{INVISIBLE.pattern}", text):
        character, where = found[0], found.span()
        if character in _REORDERING or _is_needed(source, where):
            continue
        span = source.span(*where)
        if character in _LINE_BREAKS:
            message = f"an invisible line break, {_name(character)}, stands in a text"
            yield Found(source, span, message, "start a new line")
        else:
            message = f"the invisible character {_name(character)} stands here"
            yield Found(source, span, message, "delete it", fix=Fix((Edit(span, ""),)))


def _is_needed(source: SourceText, where: Where) -> bool:
    """Whether the spelling needs it, or the direction of what stands beside it."""
    text, (start, end) = source.text, where
    if text[start] == "\u200b":
        return bool(_WITHOUT_SPACES.match(text, start - 1) or _WITHOUT_SPACES.match(text, end)) if start else False
    if text[start] in _DIRECTION_MARKS:
        near = text[max(start - 100, 0) : end + 100]
        return any(
            unicodedata.bidirectional(character) in ("R", "AL")
            for character in near
            if character not in _DIRECTION_MARKS
        )
    return False


def _odd_spaces(tree: Tree) -> Iterator[Found]:
    """Such spaces in keys, names and expressions; in a text they have their use."""
    source = tree.source
    for where in _names(tree):
        for found in _ODD_SPACE.finditer(source.text, *where):
            span = source.span(*found.span())
            message = f"the space {_name(found[0])} is no plain space"
            yield Found(source, span, message, "write a plain space, or none", fix=Fix((Edit(span, " "),), safe=False))


def _names(tree: Tree) -> Iterator[Where]:
    """Where keys, and values that are names or expressions, stand."""
    branches = [tree.root] if isinstance(tree.root, Branch) else []
    while branches:
        branch = branches.pop()
        if not branch.is_mapping:
            branches += [place for place in branch.entries if isinstance(place, Branch)]
            continue
        for key, (where, place) in branch.entries.items():
            yield where
            if isinstance(place, Branch):
                branches.append(place)
            elif key in _NAMES:
                yield place


def _name(character: str) -> str:
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


RULE = Rule("RCY029", "invisible-character", Severity.WARNING, _check)
