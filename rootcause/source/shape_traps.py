"""Traps in the shape of a file: tabs, columns, brackets, commas, missing signs.

One function each, which says what it sees, or None. The characters round the place decide, and the words of the parser
only where those are not enough: they differ between its two implementations.
"""

from __future__ import annotations

import re
from typing import Final

from rootcause.source.refusals import KEY_WITHOUT_SPACE
from rootcause.source.stop import PARTNER, Reading, Stop
from rootcause.source.visible import shortened

_QUOTE: Final = "put the whole text in quotes"
_WITHOUT_WIDTH: Final = "\u200b\u2060\ufeff"
_ODD_SPACES: Final = re.compile(rf"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000{_WITHOUT_WIDTH}]+")
_NO_SPACE: Final = re.compile(rf"[^ \xa0\u1680\u2000-\u200a\u202f\u205f\u3000{_WITHOUT_WIDTH}]")
_TABS: Final = re.compile(r"\t+")
_KEY_AHEAD: Final = re.compile(r"""["']?[\w-]+["']?[ \t]*:(?=\s|$)""")


def tab(stop: Stop) -> Reading | None:
    """A tab in the indentation."""
    if stop.character != "\t":
        return None
    tabs = _TABS.match(stop.source.text, stop.at)
    where = tabs.span() if tabs else (stop.at, stop.at)
    if stop.is_first_on_line:
        return Reading("tab-indent", where, "a tab indents this line, expected spaces", "indent with spaces only")
    return Reading("tab-indent", where, "a tab stands here, expected a space", "write a space instead")


def odd_space(stop: Stop) -> Reading | None:
    """A space in the indentation that is none for YAML, as text from a web page has them."""
    text, start = stop.source.text, stop.line_start(stop.at)
    found = _ODD_SPACES.search(text, start, stop.line_end(start))
    if found is None or text[start : found.start()].strip(" ") or _NO_SPACE.search(text, start, stop.at):
        return None
    name = f"U+{ord(found[0][0]):04X}"
    return Reading(
        "indentation",
        found.span(),
        f"the invisible character {name} indents this line, expected spaces",
        "indent with spaces only",
        fix=((found.span(), "".join(" " * (one not in _WITHOUT_WIDTH) for one in found[0])),),
    )


def missing_comma(stop: Stop) -> Reading | None:
    """Two entries in brackets with nothing between them."""
    text = stop.source.text
    if stop.opened is None or stop.is_never_closed(stop.opened):
        return None
    if stop.character == ":" and stop.follows(stop.scalar) and stop.line(stop.scalar[0]) < stop.line(stop.at):
        # Over the line break the two became one text.
        key = stop.text_start(stop.at)
        end = stop.scalar[0] + len(text[stop.scalar[0] : key].rstrip())
    elif (stop.follows(stop.scalar) or stop.follows(stop.brackets)) and _KEY_AHEAD.match(text, stop.at):
        key, end = stop.at, stop.scalar[1] if stop.follows(stop.scalar) else stop.brackets[1]
    else:
        return None
    name = text[key : text.find(":", key)].strip()
    message = f'a "," is missing before "{shortened(name)}"'
    return Reading("missing-comma", (end, end + 1), message, 'put a "," between', fix=(((end, end), ","),))


def unclosed_bracket(stop: Stop) -> Reading | None:
    """A bracket or brace without its partner."""
    if stop.opened is None or not stop.is_never_closed(stop.opened):
        return None
    if stop.line(stop.at) == stop.line(stop.opened) and stop.at < stop.line_end(stop.at):
        return None
    bracket = stop.opening
    help = f'add the "{PARTNER[bracket]}"; if the "{bracket}" belongs to a text, {_QUOTE}'
    return Reading("unmatched-bracket", (stop.opened, stop.opened + 1), f'this "{bracket}" is never closed', help)


def missing_space(stop: Stop) -> Reading | None:
    """`key:value`, which is one word for YAML."""
    start, end = stop.scalar
    if stop.character != ":" or not stop.follows(stop.scalar) or stop.line(start) == stop.line(stop.at):
        return None
    text = stop.source.text
    if text[stop.line_start(start) : start].strip(" \t-"):
        return None
    colon = text.find(":", start, min(end, stop.line_end(start)))
    if colon < 0:
        return None
    return _no_space(stop, start, colon)


def _no_space(stop: Stop, start: int, colon: int) -> Reading:
    text, end = stop.source.text, stop.line_end(start)
    return Reading(
        "missing-space",
        (colon, colon + 1),
        f'"{shortened(text[start:end])}" has no space after the ":"',
        f'write "{shortened(text[start:colon])}: {shortened(text[colon + 1 : end])}"',
        fix=(((colon + 1, colon + 1), " "),) if KEY_WITHOUT_SPACE.match(text, start) else (),
    )


def too_deep_key(stop: Stop) -> Reading | None:
    """A key that stands deeper than its neighbour and so goes on with the text of it."""
    if stop.character != ":" or not stop.follows(stop.scalar) or stop.line(stop.scalar[0]) == stop.line(stop.at):
        return None
    key = stop.text_start(stop.at)
    return Reading(
        "indentation",
        (key, stop.at),
        f'"{shortened(stop.source.text[key : stop.at])}" stands deeper than the line above and goes on with its text',
        f"start it in the column of its neighbours; if it belongs to the text above, {_QUOTE}",
        (stop.scalar, "this is the text that it goes on with"),
    )


def wrong_bracket(stop: Stop) -> Reading | None:
    """A closing bracket that nothing opened, or that closes another kind."""
    if stop.character not in ("]", "}"):
        return None
    where = (stop.at, stop.at + 1)
    if stop.opened is not None and stop.character != PARTNER[stop.opening]:
        return Reading(
            "unmatched-bracket",
            where,
            f'"{stop.character}" closes here, expected "{PARTNER[stop.opening]}"',
            f'write "{PARTNER[stop.opening]}"; if the "{stop.character}" belongs to a text, {_QUOTE}',
            ((stop.opened, stop.opened + 1), f'this "{stop.opening}" is open'),
        )
    message = f'there is nothing that this "{stop.character}" closes'
    return Reading("unmatched-bracket", where, message, f"remove it; if it belongs to a text, {_QUOTE}")


def empty_entry(stop: Stop) -> Reading | None:
    """A comma or a colon with nothing before it."""
    if stop.character not in (",", ":") or "unexpected" in stop.problem:
        return None
    message = f'there is nothing before this "{stop.character}"'
    return Reading("empty-entry", (stop.at, stop.at + 1), message, f"remove it; if it belongs to a text, {_QUOTE}")


def dash(stop: Stop) -> Reading | None:
    """A `-` that starts no entry of a list."""
    if stop.character != "-":
        return None
    where = (stop.at, stop.at + 1)
    if not stop.is_first_on_line:
        help = f'start the list on the next line; if the "-" belongs to a text, {_QUOTE}'
        return Reading("list-on-key-line", where, "a list starts on the line after its key", help)
    help = "line it up with the entries above, or give it a key of its own"
    return Reading("indentation", where, "a list entry stands where it belongs to nothing", help)


def missing_colon(stop: Stop) -> Reading | None:
    """A line that is neither a key with a value nor an entry of a list."""
    if "simple key" not in stop.context:
        return None
    start = stop.began
    end = stop.line_end(start)
    written = stop.source.text[start:end]
    if written.startswith("-") and not written.startswith("--"):
        help = f'write "- {shortened(written[1:])}"'
        fix = (((start + 1, start + 1), " "),) if written[1:2].isalpha() else ()
        return Reading("missing-space", (start, start + 1), 'there is no space after the "-"', help, fix=fix)
    if KEY_WITHOUT_SPACE.match(written):
        return _no_space(stop, start, stop.source.text.index(":", start))
    return Reading(
        "missing-colon",
        (start, end),
        f'"{shortened(written)}" is neither a key with a value nor an entry of a list',
        'write ": " between key and value; a text that goes on stands deeper than its key',
    )


def second_document(stop: Stop) -> Reading | None:
    """A line of three dots with something after it."""
    if "document start" not in stop.problem or "\n..." not in stop.source.text[: stop.at]:
        return None
    help = 'make it a file of its own, or remove the line "..."'
    return Reading("second-document", (stop.at, stop.line_end(stop.at)), "a text goes on after its end", help)


def out_of_line(stop: Stop) -> Reading | None:
    """A line that starts in a column of its own."""
    if not stop.is_first_on_line or not stop.character.strip():
        return None
    help = "start it in the same column as its neighbours"
    message = "this line does not line up with any line above it"
    return Reading("indentation", (stop.at, stop.line_end(stop.at)), message, help)
