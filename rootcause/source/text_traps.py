"""Traps in a text without quotes, or with quotes in the wrong place.

One function each, which says what it sees, or None. The characters round the place decide, and the words of the parser
only where those are not enough: they differ between its two implementations.
"""

from __future__ import annotations

import re
from typing import Final

from rootcause.source.stop import PARTNER, Reading, Stop
from rootcause.source.visible import shortened

_LONGEST_KEY: Final = 1024
_QUOTE: Final = "put the whole text in quotes"
_COMMENT: Final = re.compile(r"\s#")


def bad_escape(stop: Stop) -> Reading | None:
    r"""A backslash in double quotes that starts no escape, as in "C:\Users"."""
    if "quoted scalar" not in stop.context or "unexpected" in stop.problem:
        return None
    text = stop.source.text
    at = text.rfind("\\", stop.began, stop.at + 1)
    end = at + 2
    while end < min(at + 10, len(text)) and text[end].isalnum():
        end += 1
    message = f'"{text[at:end]}" is no character that double quotes know'
    return Reading("bad-escape", (at, end), message, r"write \\ for a backslash, or put the text in single quotes")


def unclosed_quote(stop: Stop) -> Reading | None:
    """A quote whose partner is missing, or is the opening quote of the next text."""
    text = stop.source.text
    if "quoted scalar" in stop.context:
        began = stop.began
    elif stop.follows(stop.scalar) and _is_quoted(stop) and stop.line(stop.scalar[0]) < stop.line(stop.scalar[1]):
        began = stop.scalar[0]
    else:
        return None
    kind, inside = ("double", r"\"") if text[began] == '"' else ("single", "''")
    message = f"this {kind} quote is not closed where its text ends"
    help = f"close the text with a {kind} quote on its line; for a {kind} quote inside it write {inside}"
    return Reading("unclosed-quote", (began, began + 1), message, help)


def text_after_quote(stop: Stop) -> Reading | None:
    """A text that starts with a quoted word."""
    if not stop.follows(stop.scalar) or not _is_quoted(stop) or not stop.character.strip():
        return None
    text = stop.source.text
    start, end = stop.scalar
    is_double = text[start] == '"'
    written = _rest_of_line(stop, start)
    # A quote at the end too, and the second one joined to a word: all of it was meant to be inside.
    meant_inside = written[-1] == written[0] and not text[end].isspace()
    kind, other, inside = ("double", "single", r"\"") if is_double else ("single", "double", "''")
    cure = f"put the whole text in {other} quotes{_suggestion(stop, written[1:-1] if meant_inside else written)}"
    return Reading(
        "text-after-quote",
        (stop.at, stop.line_end(stop.at)),
        f"the text goes on after its closing {kind} quote",
        f"{cure}; or write {inside} for each {kind} quote inside it",
        (stop.scalar, "this was taken for the whole text"),
    )


def text_after_brackets(stop: Stop) -> Reading | None:
    """A text that starts with a brace or bracket."""
    if not stop.follows(stop.brackets) or stop.scalar[1] > stop.brackets[1] or stop.character in ("]", "}"):
        return None
    bracket = stop.source.text[stop.brackets[0]]
    return Reading(
        "bracket-in-text",
        (stop.at, stop.line_end(stop.at)),
        f'the text goes on after its closing "{PARTNER.get(bracket, bracket)}"',
        f'a text that starts with "{bracket}" needs quotes: {_QUOTE}',
        (stop.brackets, "this was taken for the whole value"),
    )


def colon_in_text(stop: Stop) -> Reading | None:
    """An unquoted text with `: ` in it."""
    if "unexpected ':'" in stop.problem:
        at = max(stop.source.text.find(":", stop.at), stop.at)
        help = f"put a space after it, or if it belongs to a text, {_QUOTE}"
        return Reading("colon-in-text", (at, at + 1), 'a ":" stands in a text without quotes inside brackets', help)
    if stop.character != ":" or not stop.follows(stop.scalar):
        return None
    start = stop.scalar[0]
    if stop.at - start > _LONGEST_KEY:
        message = f"a key of more than {_LONGEST_KEY:,} characters"
        return Reading("colon-in-text", (start, stop.at), message, f"choose a shorter key; if it is a text, {_QUOTE}")
    suggestion = _suggestion(stop, _rest_of_line(stop, start))
    where = (stop.at, stop.at + 1)
    return Reading("colon-in-text", where, 'a ": " stands in a text without quotes', f"{_QUOTE}{suggestion}")


def question_mark(stop: Stop) -> Reading | None:
    """A question mark where YAML expects a key to be marked by it."""
    if stop.character != "?":
        return None
    where = "inside { } or [ ]" if stop.opening else "at the start of a text"
    return Reading("question-mark", (stop.at, stop.at + 1), f'a "?" {where} needs quotes', _QUOTE)


def bracket_in_text(stop: Stop) -> Reading | None:
    """A brace or bracket inside an unquoted text that itself stands in brackets, as in {ask: Why ${x}}."""
    if stop.character not in ("{", "[") or stop.opened is None or not stop.follows(stop.scalar):
        return None
    inside = f"{stop.opening} {PARTNER[stop.opening]}"
    message = f'a "{stop.character}" stands in a text without quotes inside {inside}'
    return Reading("bracket-in-text", (stop.at, stop.at + 1), message, _QUOTE)


def block_text(stop: Stop) -> Reading | None:
    """A text on the line of its `|` or `>`."""
    if "block scalar" not in stop.context:
        return None
    sign = stop.source.text[stop.began : stop.began + 1]
    return Reading(
        "block-text",
        (stop.began, stop.line_end(stop.began)),
        f'after "{sign}" the text starts on the next line',
        f'start it on the next line, indented; if "{sign}" belongs to the text, {_QUOTE}',
    )


def reserved_start(stop: Stop) -> Reading | None:
    """A text that starts with a character that YAML keeps for itself."""
    text = stop.source.text
    names = ("alias", "anchor", "tag", "directive")
    at = stop.began if any(name in stop.context for name in names) else stop.at
    # What a "%" starts is a directive, and that can go wrong anywhere up to its end.
    line = stop.line_start(max(stop.at - 1, 0))
    if text[line : line + 1] == "%":
        at = line
    character = text[at : at + 1]
    if not character or character not in "@`%*&!|>":
        return None
    place = "a line" if at == stop.line_start(at) else "a text"
    message = f'{place} cannot start with "{character}" without quotes'
    return Reading("reserved-start", (at, at + 1), message, _QUOTE)


def _is_quoted(stop: Stop) -> bool:
    return stop.source.text[stop.scalar[0]] in ("'", '"')


def _rest_of_line(stop: Stop, start: int) -> str:
    """What stands from an offset to the end of its line, without a comment."""
    return _COMMENT.split(stop.source.text[start : stop.line_end(start)], maxsplit=1)[0].rstrip()


def _suggestion(stop: Stop, text: str) -> str:
    """The text in quotes, ready to copy; nothing where its end is not certain or it is too long to show."""
    if stop.opening or shortened(text) != text:
        return ""
    return f': "{text}"' if '"' not in text and "\\" not in text else ": '" + text.replace("'", "''") + "'"
