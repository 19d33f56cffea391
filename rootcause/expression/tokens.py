"""An expression cut into words, numbers, texts and signs.

Everything that people borrow from other languages (`=`, `&&`, curly quotes, `True`) is recognised here, where the
cure can still be named.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rootcause.expression.flaw import Flaw, FlawRule, quoted
from rootcause.expression.spellings import FOREIGN_SIGNS, FOREIGN_WORDS, ONE_WORD


class Kind(enum.Enum):
    """What a token is. `and`, `or`, `not`, `if` and `else` are signs, like `+`."""

    NAME = "name"
    NUMBER = "number"
    TEXT = "text"
    SIGN = "sign"


class Token(Struct, frozen=True):
    """A piece of the expression; `text` is what was written, quotes included."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)


_SIGNS = frozenset({"==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "(", ")", ",", "."})
_SIGN_WORDS = frozenset({"and", "or", "not", "if", "else"})
_PIECE = re.compile(
    r"""
      (?P<space> \s+ )
    | (?P<text> '[^'\\\r\n]*' | "[^"\\\r\n]*" )
    | (?P<number> \.?\d [\w.]* )
    | (?P<word> [^\W\d]\w* )
    """,
    re.VERBOSE,
)
_NAME = r"[a-z_][a-z0-9_]*"
_NUMBER: Final = r"(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?"
_QUOTE = re.compile(r"""(?P<quote>['"])[^\r\n]*?(?:(?P=quote)|(?=[\r\n])|$)""")
_UNWRITABLE = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
_TEXT_PREFIX = re.compile(r"(?i:[bfrtu]|[bft]r|r[bft])(?=['\"])")


def number_from(text: str) -> int | Decimal | None:
    """The exact number, or None unless it is whole or decimal with at most 31 digits before and 30 behind the point."""
    if not re.fullmatch(_NUMBER, text):
        return None
    return Decimal(text) if "." in text else int(text)


def scan(text: str) -> tuple[Token, ...] | Flaw:
    """The tokens of an expression, or the first thing in it that cannot be one."""
    unwritable = re.search(_UNWRITABLE, text)
    if unwritable:
        return _syntax(f"U+{ord(unwritable[0]):04X} is not a character of a text", *unwritable.span(), "remove it")
    tokens: list[Token] = []
    for piece in _pieces(text):
        if isinstance(piece, Flaw):
            return piece
        if tokens and _collides(tokens[-1], piece):
            return _no_space(tokens[-1], piece)
        tokens.append(piece)
    return tuple(tokens)


def _collides(before: Token, token: Token) -> bool:
    return before.end == token.start and all(
        piece.kind is not Kind.SIGN or piece.text in _SIGN_WORDS for piece in (before, token)
    )


def _no_space(before: Token, token: Token) -> Flaw:
    cure = 'a text with an apostrophe stands in double quotes: "it\'s"'
    if before.kind is not Kind.TEXT or token.kind is not Kind.TEXT:
        cure = "write a space between them"
    return _syntax(
        f"nothing stands between {quoted(before.text)} and {quoted(token.text)}", before.start, token.end, cure
    )


def _pieces(text: str) -> Iterator[Token | Flaw]:
    offset = 0
    while offset < len(text):
        match = _PIECE.match(text, offset)
        if match is None:
            sign = _sign(text, offset)
            yield sign
            offset = sign.end
            continue
        offset = match.end()
        if match.lastgroup == "word":
            yield _word(match)
        elif match.lastgroup == "number":
            yield _number(match)
        elif match.lastgroup == "text":
            yield Token(Kind.TEXT, match[0], match.start())


def _word(match: re.Match[str]) -> Token | Flaw:
    word = match[0]
    start, end = match.span()
    if _TEXT_PREFIX.match(match.string, start):
        return _syntax(f"{quoted(word)} cannot stand before a text", start, end, "write only the quotes: 'text'")
    if word in _SIGN_WORDS:
        return Token(Kind.SIGN, word, start)
    if re.fullmatch(_NAME, word):
        return Token(Kind.NAME, word, start)
    cure = FOREIGN_WORDS.get(word.lower(), "names are written in small letters a to z, digits and _")
    return replace(_syntax(f"{quoted(word)} is not a name", start, end, cure), replacement=ONE_WORD.get(cure))


def _number(match: re.Match[str]) -> Token | Flaw:
    written = match[0]
    if number_from(written) is not None:
        return Token(Kind.NUMBER, written, match.start())
    cure = "write it whole or with a decimal point, like 12 or 0.5, and a space behind it; at most 30 digits"
    return _syntax(f"{quoted(written)} is not a number", *match.span(), cure)


def _sign(text: str, offset: int) -> Token | Flaw:
    for length in (3, 2, 1):
        sign = text[offset : offset + length]
        if sign in _SIGNS:
            return Token(Kind.SIGN, sign, offset)
        if sign in FOREIGN_SIGNS:
            cure, end = FOREIGN_SIGNS[sign], offset + len(sign)
            flaw = _syntax(f'"{sign}" has no meaning in an expression', offset, end, cure)
            return replace(flaw, replacement=_spaced(ONE_WORD.get(cure), text[:offset], text[end:]))
    return _unreadable(text, offset)


def _spaced(word: str | None, before: str, after: str) -> str | None:
    """A word instead of a sign, which needs no spaces around it."""
    if word is None or not word.isalpha():
        return word
    return f"{' ' if before[-1:].strip(' (') else ''}{word}{'' if after[:1].isspace() else ' '}"


def _unreadable(text: str, offset: int) -> Flaw:
    quoted = _QUOTE.match(text, offset)
    if quoted and "\\" in quoted[0]:
        backslash = text.index("\\", offset)
        cure = 'there are no escapes; a text with an apostrophe stands in double quotes: "it\'s"'
        return _syntax("a backslash cannot stand in a text", backslash, backslash + 1, cure)
    if quoted:
        cure = "end it with the quote that it begins with, on the same line"
        return _syntax("this text has no end", offset, quoted.end(), cure)
    char = text[offset]
    shown = f'"{char}"' if char.isprintable() else f"U+{ord(char):04X}"
    return _syntax(f"{shown} has no meaning in an expression", offset, offset + 1, "remove it")


def _syntax(message: str, start: int, end: int, cure: str | None = None) -> Flaw:
    return Flaw(FlawRule.SYNTAX, message, start, end, cure)
