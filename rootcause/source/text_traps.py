"""Traps in a text without quotes, or with quotes in the wrong place.

One function each, which says what it sees, or None. The characters round the place decide, and the words of the parser
only where those are not enough: they differ between its two implementations.
"""

from __future__ import annotations

import re
from typing import Final

from rootcause.source.places import Edits, Where
from rootcause.source.quoting import in_quotes, quoted, rest_of_line, whole_text
from rootcause.source.stop import PARTNER, Reading, Stop
from rootcause.source.visible import shortened

_LONGEST_KEY: Final = 1024
_QUOTE: Final = "put the whole text in quotes"
_BACKSLASHES: Final = re.compile(r"\\.")
_ESCAPES: Final = '0abtnvfre "/\\N_LPxuU\t'
_DOUBLE_QUOTED: Final = re.compile(r'"(?:[^"\\\r\n]|\\[^\r\n])*"')
_TO_THE_END: Final = re.compile(r"""(?:\$\{[\w.]+\}|[^\[\]{},:#'"\r\n])*(?=,[ \t]*[\w-]+: |,?[ \t]*\})""")
_QUOTED_LINE: Final = re.compile(r"""[ ]*("[^"\\]*"|'[^']*')[ \t]*""")
_LAST_WORD: Final = re.compile(r"[\w-]+\Z")


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
    help = r"write \\ for a backslash, or put the text in single quotes"
    return Reading("bad-escape", (at, end), message, help, fix=_doubled(text, stop.began))


def _doubled(text: str, start: int) -> Edits:
    """Every backslash that starts no escape doubled; nothing where others do and may or may not be meant so."""
    scalar = _DOUBLE_QUOTED.match(text, start)
    if scalar is None:
        return ()
    found = list(_BACKSLASHES.finditer(text, start, scalar.end()))
    wrong = [one for one in found if one[0][1] not in _ESCAPES]
    if not wrong or any(one[0][1] not in '"\\' for one in found if one not in wrong):
        return ()
    return tuple(((one.start(), one.start() + 1), "\\\\") for one in wrong)


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
    quoted_word = _quoted_before(stop)
    if quoted_word is None or stop.character.strip() in ("", "]", "}"):
        return None
    text = stop.source.text
    start, end = quoted_word
    is_double = text[start] == '"'
    where = start, rest_of_line(stop.source, end)[1]
    written = text[slice(*where)]
    # A quote at the end too, and the second one joined to a word: all of it was meant to be inside.
    meant_inside = written[-1] == written[0] and not text[end].isspace()
    kind, other, inside = ("double", "single", r"\"") if is_double else ("single", "double", "''")
    meant = written[1:-1] if meant_inside else written
    cure = f"put the whole text in {other} quotes{_suggestion(stop, meant)}"
    # What follows may be a comma too many or a key of its own; and what is quoted already may hold escapes.
    is_text = any(map(str.isalnum, text[end : where[1]])) and ": " not in f"{text[end : where[1]]} "
    is_plain = "\\" not in written and not (meant_inside and text[start] * 2 in written)
    return Reading(
        "text-after-quote",
        (stop.at, stop.line_end(stop.at)),
        f"the text goes on after its closing {kind} quote",
        f"{cure}; or write {inside} for each {kind} quote inside it",
        (quoted_word, "this was taken for the whole text"),
        _in_quotes(stop, start, end, meant) if is_text and is_plain else (),
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
        _in_quotes(stop, stop.brackets[0]) if stop.character.isalnum() else (),
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
    suggestion = _suggestion(stop, stop.source.text[slice(*rest_of_line(stop.source, start))])
    where = (stop.at, stop.at + 1)
    fix = () if _is_key_elsewhere(stop) else _in_quotes(stop, start)
    return Reading("colon-in-text", where, 'a ": " stands in a text without quotes', f"{_QUOTE}{suggestion}", fix=fix)


def _is_key_elsewhere(stop: Stop) -> bool:
    """Whether the word before the place is a key in this file: then two keys may stand on one line."""
    word = _LAST_WORD.search(stop.source.text, stop.scalar[0], stop.at)
    if word is None:
        return False
    key = rf"""(?:^[ \t]*(?:-[ \t]+)*|[{{,][ \t]*)["']?{re.escape(word[0])}["']?[ \t]*:(?=\s)"""
    return re.search(key, stop.source.text, re.MULTILINE) is not None


def question_mark(stop: Stop) -> Reading | None:
    """A question mark where YAML expects a key to be marked by it."""
    if stop.character != "?":
        return None
    where = "inside { } or [ ]" if stop.opening else "at the start of a text"
    fix = _in_quotes(stop, stop.scalar[0] if stop.opening and stop.follows(stop.scalar) else stop.at)
    return Reading("question-mark", (stop.at, stop.at + 1), f'a "?" {where} needs quotes', _QUOTE, fix=fix)


def bracket_in_text(stop: Stop) -> Reading | None:
    """A brace or bracket inside an unquoted text that itself stands in brackets, as in {ask: Why ${x}}."""
    if stop.character not in ("{", "[") or stop.opened is None or not stop.follows(stop.scalar):
        return None
    inside = f"{stop.opening} {PARTNER[stop.opening]}"
    message = f'a "{stop.character}" stands in a text without quotes inside {inside}'
    fix = _in_quotes(stop, stop.scalar[0])
    return Reading("bracket-in-text", (stop.at, stop.at + 1), message, _QUOTE, fix=fix)


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
    return Reading("reserved-start", (at, at + 1), message, _QUOTE, fix=_in_quotes(stop, at))


def _quoted_before(stop: Stop) -> Where | None:
    """Where the quoted word stands that comes right before the place."""
    if stop.follows(stop.scalar):
        return stop.scalar if _is_quoted(stop) else None
    # At the start of a line the parser may be a step ahead of its events.
    found = _QUOTED_LINE.fullmatch(stop.source.text, stop.line_start(stop.at), stop.at)
    return found.span(1) if found else None


def _is_quoted(stop: Stop) -> bool:
    return stop.source.text[stop.scalar[0]] in ("'", '"')


def _in_quotes(stop: Stop, start: int, behind: int | None = None, meant: str | None = None) -> Edits:
    """The edit that puts the text that starts at an offset in quotes, nothing where its end is not certain."""
    if stop.opening == "{" and stop.follows(stop.scalar) and start == stop.scalar[0]:
        found = _TO_THE_END.match(stop.source.text, start)
        return in_quotes(stop.source, (start, start + len(found[0].rstrip()))) if found else ()
    where = whole_text(stop.source, start, behind) if stop.opened is None else None
    return in_quotes(stop.source, where, meant) if where else ()


def _suggestion(stop: Stop, text: str) -> str:
    """The text in quotes, ready to copy; nothing where its end is not certain or it is too long to show."""
    if stop.opening or shortened(text) != text:
        return ""
    return f": {quoted(text)}"
